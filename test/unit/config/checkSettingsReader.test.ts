import assert from 'node:assert/strict';
import { readArchiveConfig } from '../../../src/core/config/archiveConfig';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { faultPlace, fieldName } from '../../../src/core/text/json/jsonFault';
import { shanghai } from '../../support/builders';

const read = (problems: unknown) => {
  const { config, faults } = readArchiveConfig(JSON.stringify({ problems }), shanghai);
  return { checks: config.checks, faults };
};

describe('the settings of checks', () => {
  it('take over what the file says', () => {
    const problems = {
      overrides: [{ paths: ['2014/**'], sources: ['Harbour Ledger'], rules: { 'body/empty': 'error' } }],
      ignore: [{ rule: 'body/empty', paths: ['old/**'], reason: 'lost for good' }],
      requiredFields: ['title'],
      knownFields: ['mood'],
      dateFormat: 'rfc1123',
      imageFields: [],
      standInImages: ['*/none.png'],
      longestDataUri: 5,
      schema: { type: 'object' },
      sourceSchemas: { 'Harbour Ledger': true },
    };
    const { checks, faults } = read({
      ...problems,
      rules: { 'body/empty': 'off' },
      imageRoots: ['', './img/', '/a/b/', '.'],
    });
    assert.deepEqual(faults, []);
    const { overrides, ...others } = problems;
    assert.deepEqual(checks, {
      ...defaultCheckSettings,
      ...others,
      reading: checks.reading,
      levels: { 'body/empty': 'off' },
      overrides: overrides.map(({ rules, ...rest }) => ({ ...rest, levels: rules })),
      imageRoots: ['', 'img', 'a/b', ''],
    });
    assert.equal(checks.reading.timeZone, shanghai);
  });

  it('name each rule and level that does not exist, and say where', () => {
    const text = `{
  "timeZone": "Mars",
  "problems": {
    "rules": {"body/emtpy": "off", "body/empty": "warn", "body/active-content": "hint"},
    "overrides": [{"paths": ["a/**"], "rules": {"weather": "off"}}, {"paths": [5], "rules": {"body/empty": "off"}}],
    "ignore": [{"rule": "tides", "paths": ["*"]}, {"rule": "body/empty"}, 7, {"rule": "body/empty", "paths": []}],
    "dateFormat": "american",
    "longestDataUri": -1,
    "schema": "title",
    "imageFields": "cover"
  }
}`;
    const { config, faults } = readArchiveConfig(text, shanghai);
    assert.deepEqual(config.checks.levels, { 'body/active-content': 'hint' });
    assert.deepEqual(config.checks.overrides, [{ paths: ['a/**'], levels: {} }]);
    assert.deepEqual(config.checks.ignore, [{ rule: 'body/empty', paths: [] }]);
    assert.equal(config.checks.dateFormat, defaultCheckSettings.dateFormat);
    assert.deepEqual(config.checks.imageFields, defaultCheckSettings.imageFields);
    const told = faults.map((fault) => {
      const place = faultPlace(text, fault);
      return [
        fault.kind,
        fieldName(fault.path),
        text.slice(place.start, place.end),
        ...('closest' in fault ? [fault.closest] : []),
      ];
    });
    assert.deepEqual(told, [
      ['unknownTimeZone', 'timeZone', '"Mars"'],
      ['wrongType', 'problems.schema', '"title"'],
      ['unknownRule', 'problems.rules.body/emtpy', '"body/emtpy"', 'body/empty'],
      ['unknownValue', 'problems.rules.body/empty', '"warn"'],
      ['unknownRule', 'problems.overrides[0].rules.weather', '"weather"'],
      ['wrongType', 'problems.overrides[1].paths', '[5]'],
      ['wrongType', 'problems.ignore[2]', '7'],
      ['unknownRule', 'problems.ignore[0].rule', '"tides"'],
      ['missing', 'problems.ignore[1]', '{"rule": "body/empty"}'],
      ['unknownValue', 'problems.dateFormat', '"american"'],
      ['wrongType', 'problems.imageFields', '"cover"'],
      ['wrongType', 'problems.longestDataUri', '-1'],
    ]);
  });

  it('are the defaults where the part is no object', () => {
    for (const problems of [null, [], 'off', 3]) {
      const { checks, faults } = read(problems);
      assert.deepEqual(checks, { ...defaultCheckSettings, reading: checks.reading });
      assert.deepEqual(
        faults.map(({ path }) => fieldName(path)),
        ['problems'],
      );
    }
  });
});
