import assert from 'node:assert/strict';
import { defaultReadingRules } from '../../../src/core/article/readingRules';
import { readArchiveConfig } from '../../../src/core/config/archiveConfig';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { defaultPathFilter } from '../../../src/core/text/pathFilter';
import { shanghai } from '../../support/builders';

const reading = { ...defaultReadingRules, timeZone: shanghai };
const checks = { ...defaultCheckSettings, reading };
const defaults = { filter: defaultPathFilter, rules: reading, checks };

describe('the configuration of an archive', () => {
  const read = (value: unknown) => readArchiveConfig(JSON.stringify(value), shanghai);

  it('is all defaults where there is none, and where it is silent', () => {
    for (const text of [undefined, '', ' \n', '{}', '\uFEFF {}\n', '{"unknown": 1}']) {
      assert.deepEqual(readArchiveConfig(text, shanghai), { config: defaults, faults: [] });
    }
  });

  it('takes over what it says', () => {
    const { config, faults } = read({
      include: ['posts/**/*.md'],
      exclude: [],
      sourceFields: ['from'],
      linkFields: [],
      dateFields: ['when'],
      timeZone: 'America/New_York',
    });
    assert.deepEqual(faults, []);
    const rules = { sourceFields: ['from'], linkFields: [], dateFields: ['when'], timeZone: 'America/New_York' };
    const filter = { include: ['posts/**/*.md'], exclude: [] };
    assert.deepEqual(config, { filter, rules, checks: { ...checks, reading: rules } });
  });

  it('is all defaults, with a fault, where it is no JSON or no object', () => {
    for (const text of ['{', '{"include": [}', "{'include': []}"]) {
      const { config, faults } = readArchiveConfig(text, shanghai);
      assert.deepEqual(config, defaults);
      assert.deepEqual(
        faults.map(({ kind }) => kind),
        ['notJson'],
      );
    }
    for (const value of [[], null, 'text', 5]) {
      assert.deepEqual(read(value), {
        config: defaults,
        faults: [{ kind: 'wrongType', path: [], expected: 'object' }],
      });
    }
  });

  it('leaves out globs that cannot be used, with a fault for each', () => {
    const { config, faults } = read({
      include: ['posts/*.md', '+(a|b).md'],
      exclude: ['!(x)'],
      problems: { overrides: [{ paths: ['{1..3}.md'], rules: { 'body/empty': 'off' } }] },
    });
    assert.deepEqual(config.filter, { include: ['posts/*.md'], exclude: [] });
    assert.deepEqual(config.checks.overrides, [{ paths: [], levels: { 'body/empty': 'off' } }]);
    assert.deepEqual(
      faults.map((fault) => fault.kind === 'unusableGlob' && [fault.value, fault.path]),
      [
        ['+(a|b).md', ['include', 1]],
        ['!(x)', ['exclude', 0]],
        ['{1..3}.md', ['problems', 'overrides', 0, 'paths', 0]],
      ],
    );
    assert.deepEqual(read({ include: ['+(a|b).md'] }).config.filter.include, defaults.filter.include);
  });

  it('has the default for each part that cannot be used, a fault for each, and keeps the others', () => {
    const { config, faults } = read({
      include: 'posts/*.md',
      exclude: [''],
      sourceFields: [1],
      linkFields: null,
      dateFields: ['when'],
      timeZone: 'Mars/Olympus',
    });
    const rules = { ...reading, dateFields: ['when'] };
    assert.deepEqual(config, { ...defaults, rules, checks: { ...checks, reading: rules } });
    const list = (field: string) => ({ kind: 'wrongType', path: [field], expected: 'texts' });
    assert.deepEqual(
      [...faults].sort((a, b) => a.kind.localeCompare(b.kind)),
      [
        { kind: 'unknownTimeZone', path: ['timeZone'], value: 'Mars/Olympus' },
        list('include'),
        list('exclude'),
        list('sourceFields'),
        list('linkFields'),
      ],
    );
    assert.deepEqual(read({ timeZone: 8 }).faults, [{ kind: 'wrongType', path: ['timeZone'], expected: 'text' }]);
  });
});
