import assert from 'node:assert/strict';
import { readArchiveConfig } from '../../../src/core/config/archiveConfig';
import { ignoreInConfig } from '../../../src/core/config/ignoreInConfig';
import { RuleLevels } from '../../../src/core/problems/ruleLevels';
import { allRules } from '../../../src/core/problems/rules/allRules';

const rule = 'body/empty';
const entry = '{"rule": "body/empty", "paths": ["a.md"]}';
const lines = JSON.stringify({ problems: { ignore: [JSON.parse(entry)] } }, undefined, 2).slice(2, -2);

describe('accepting a problem in config.json', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['an empty object', '{}', `{\n${lines}\n}`],
    ['another part', '{\n  "timeZone": "UTC"\n}\n', `{\n  "timeZone": "UTC",\n${lines}\n}\n`],
    ['an empty part', '{"problems": {}}', `{"problems": {"ignore": [${entry}]}}`],
    [
      'rules',
      '{\n\t"problems": {\n\t\t"rules": {"body/empty": "hint"}\n\t}\n}',
      `{\n\t"problems": {\n\t\t"rules": {"body/empty": "hint"},\n\t\t"ignore": [${entry}]\n\t}\n}`,
    ],
    ['an empty list', '{"problems": {"ignore": []}}', `{"problems": {"ignore": [${entry}]}}`],
    [
      'an entry of another rule',
      '{"problems": {"ignore": [{"rule": "body/active-content", "paths": ["*"]}]}}',
      `{"problems": {"ignore": [{"rule": "body/active-content", "paths": ["*"]}, ${entry}]}}`,
    ],
    [
      'an entry of the same rule',
      '{"problems": {"ignore": [{"rule": "body/empty", "paths": ["b.md"]}]}}',
      '{"problems": {"ignore": [{"rule": "body/empty", "paths": ["b.md", "a.md"]}]}}',
    ],
    [
      'an entry of the same rule with a reason',
      '{"problems": {"ignore": [{"rule": "body/empty", "paths": ["b.md"], "reason": "lost"}]}}',
      `{"problems": {"ignore": [{"rule": "body/empty", "paths": ["b.md"], "reason": "lost"}, ${entry}]}}`,
    ],
  ];
  for (const [name, before, after] of cases) {
    it(`adds to ${name} and changes nothing else`, () => {
      assert.equal(ignoreInConfig(before, rule, 'a.md'), after);
      const lineBreak = before.includes('\n') ? '\r\n' : '\n';
      const other = before.replaceAll('\n', lineBreak);
      assert.equal(ignoreInConfig(`\uFEFF${other}`, rule, 'a.md'), `\uFEFF${after.replaceAll('\n', lineBreak)}`);
    });
  }

  it('begins a file', () => {
    for (const text of [undefined, '', '\n']) {
      assert.deepEqual(JSON.parse(ignoreInConfig(text, rule, 'a.md') ?? ''), {
        problems: { ignore: [{ rule, paths: ['a.md'] }] },
      });
    }
  });

  it('means this article only, whatever its path', () => {
    for (const path of ['a [b].md', 'x/{1,2}/*.md', '新闻/（港口）.md', "it's (1).md", 'a!b@c+d.md', '!a.md']) {
      const text = ignoreInConfig('{}', rule, path);
      assert.ok(text !== undefined, path);
      const levels = new RuleLevels(allRules, readArchiveConfig(text, 'UTC').config.checks);
      const empty = allRules.find(({ id }) => id === rule);
      assert.ok(empty !== undefined);
      assert.equal(levels.levelOf(empty, path, ''), 'off', path);
      assert.equal(levels.levelOf(empty, 'b.md', ''), empty.level, path);
    }
  });

  it('leaves alone what it cannot read', () => {
    for (const text of ['{', '[]', '5', '{"problems": []}', '{"problems": {"ignore": "all"}}']) {
      assert.equal(ignoreInConfig(text, rule, 'a.md'), undefined, text);
    }
  });
});
