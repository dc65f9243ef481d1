import assert from 'node:assert/strict';
import { foldName } from '../../../src/core/article/sourceNames';
import { readArchiveConfig } from '../../../src/core/config/archiveConfig';
import { type RuleScope, ruleInConfig } from '../../../src/core/config/ruleInConfig';
import { RuleLevels } from '../../../src/core/problems/ruleLevels';
import { allRules } from '../../../src/core/problems/rules/allRules';

const rule = 'body/empty';
const archive: RuleScope = { kind: 'archive' };
const source: RuleScope = { kind: 'source', name: '港口报（晨）' };
const folder: RuleScope = { kind: 'folder', path: 'a/2014 [x]' };

describe('changing a rule in config.json', () => {
  const cases: readonly (readonly [name: string, scope: RuleScope, before: string, after: string])[] = [
    ['no file', archive, '', '{\n  "problems": {\n    "rules": {\n      "body/empty": "off"\n    }\n  }\n}\n'],
    [
      'other rules',
      archive,
      '{ "problems": { "rules": { "a/b": "hint" } } }',
      '{ "problems": { "rules": { "a/b": "hint", "body/empty": "off" } } }',
    ],
    [
      'the same rule',
      archive,
      '{ "problems": { "rules": { "body/empty":"error"  } } }',
      '{ "problems": { "rules": { "body/empty":"off"  } } }',
    ],
    [
      'no entry',
      source,
      '{"problems": {"overrides": []}}',
      '{"problems": {"overrides": [{"sources": ["港口报（晨）"], "rules": {"body/empty": "off"}}]}}',
    ],
    [
      'an entry for the same source, spelt otherwise',
      source,
      '{"problems": {"overrides": [{"sources": ["港口报(晨)"], "rules": {"a/b": "hint"}}]}}',
      '{"problems": {"overrides": [{"sources": ["港口报(晨)"], "rules": {"a/b": "hint", "body/empty": "off"}}]}}',
    ],
    [
      'an entry for more than that source',
      source,
      '{"problems": {"overrides": [{"sources": ["港口报(晨)", "B"], "rules": {}}]}}',
      '{"problems": {"overrides": [{"sources": ["港口报(晨)", "B"], "rules": {}}, {"sources": ["港口报（晨）"], "rules": {"body/empty": "off"}}]}}',
    ],
    [
      'an entry that a later one outdoes',
      folder,
      '{"problems": {"overrides": [{"paths": ["a/2014 \\\\[x\\\\]/**"], "rules": {}}, {"rules": {"body/empty": "error"}}]}}',
      '{"problems": {"overrides": [{"paths": ["a/2014 \\\\[x\\\\]/**"], "rules": {}}, {"rules": {"body/empty": "error"}}, {"paths": ["a/2014 \\\\[x\\\\]/**"], "rules": {"body/empty": "off"}}]}}',
    ],
  ];
  for (const [name, scope, before, after] of cases) {
    it(`adds to ${name}, and changes nothing else`, () => {
      const changed = ruleInConfig(before, rule, 'off', scope);
      assert.equal(changed, after);
      const { config } = readArchiveConfig(changed, 'UTC');
      const levels = new RuleLevels(allRules, config.checks);
      const empty = allRules.find(({ id }) => id === rule);
      assert.ok(empty);
      assert.equal(levels.levelOf(empty, 'a/2014 [x]/in/b.md', foldName('港口报（晨）')), 'off');
      if (scope.kind !== 'archive') assert.notEqual(levels.levelOf(empty, 'a/2014 x/b.md', 'other'), 'off');
    });
  }

  it('takes all articles for those of the top folder', () => {
    const changed = ruleInConfig('{}', rule, 'hint', { kind: 'folder', path: '' });
    assert.deepEqual(readArchiveConfig(changed, 'UTC').config.checks.overrides, [
      { paths: ['**'], levels: { [rule]: 'hint' } },
    ]);
  });

  it('leaves a text alone that it cannot read', () => {
    for (const text of ['{', '[]', '{"problems": []}', '{"problems": {"overrides": {}}}']) {
      assert.equal(ruleInConfig(text, rule, 'off', source), undefined, text);
    }
  });
});
