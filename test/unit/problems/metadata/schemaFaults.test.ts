import assert from 'node:assert/strict';
import { readArchiveConfig } from '../../../../src/core/config/archiveConfig';
import { schemaFaults } from '../../../../src/core/config/schemaFaults';
import { faultPlace, fieldName } from '../../../../src/core/text/json/jsonFault';
import { shanghai } from '../../../support/builders';

describe('schema faults', () => {
  it('name each schema that cannot be used, and say where', () => {
    const text = `{ "problems": {
      "schema": { "type": "strnig" },
      "sourceSchemas": { "港口报": { "$ref": "#/none" }, "Ledger": { "required": ["a"] } }
    } }`;
    const { config, faults } = readArchiveConfig(text, shanghai);
    assert.deepEqual(faults, []);
    const told = schemaFaults(config.checks).map((fault) => {
      const place = faultPlace(text, fault);
      return [fieldName(fault.path), text.slice(place.start, place.end)];
    });
    assert.deepEqual(told, [
      ['problems.schema', '{ "type": "strnig" }'],
      ['problems.sourceSchemas.港口报', '{ "$ref": "#/none" }'],
    ]);
  });

  it('are none where there is no schema, or only good ones', () => {
    for (const problems of [{}, { schema: true }, { schema: { required: ['a'] } }]) {
      const { config } = readArchiveConfig(JSON.stringify({ problems }), shanghai);
      assert.deepEqual(schemaFaults(config.checks), []);
    }
  });

  it('name each regular expression that cannot be used, and say where', () => {
    const text = `{ "problems": {
      "schema": {
        "properties": { "title": { "pattern": "^(?!Ad)" }, "pattern": { "pattern": "^a" } },
        "patternProperties": { "(x)\\\\1": true, "^y": true },
        "not": { "properties": { "title": { "pattern": "(?<=a)b" } } },
        "default": { "pattern": "(?=not a pattern)" }
      }
    } }`;
    const { config } = readArchiveConfig(text, shanghai);
    const told = schemaFaults(config.checks).map((fault) => {
      const place = faultPlace(text, fault);
      assert.equal(fault.kind, 'unusablePattern');
      return [fieldName(fault.path), 'value' in fault && fault.value, text.slice(place.start, place.end)];
    });
    assert.deepEqual(told, [
      ['problems.schema.properties.title.pattern', '^(?!Ad)', '"^(?!Ad)"'],
      ['problems.schema.patternProperties.(x)\\1', '(x)\\1', 'true'],
      ['problems.schema.not.properties.title.pattern', '(?<=a)b', '"(?<=a)b"'],
    ]);
  });
});
