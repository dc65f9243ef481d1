import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { projectRoot } from '../../support/projectRoot';
import { folderWith } from '../node/archiveFolder';
import { runInMemory } from './runInMemory';

const schemaPath = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly locations: readonly [
      { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object } },
    ];
  }[];
}

describe('marginalia check --format sarif', () => {
  let isValid: ValidateFunction;
  before(() => {
    const text = readFileSync(join(projectRoot, 'node_modules', schemaPath), 'utf8');
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(text) as Record<string, unknown>;
    const reader = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
    isValid = reader.compile(schema);
  });

  it('keeps to the schema of SARIF', async () => {
    const link = 'link: https://ledger.example/1';
    const root = await folderWith({
      'a b.md': '<div></div>',
      'c.md': `---\ntitle: 'it's'\n${link}\n---\n\n<p onclick="go()">Six</p>`,
      'd.md': `---\ntitle: One\n${link}\n---\n\nSix.\n`,
      'e.md': `---\ntitle: Two\n${link}\n---\n\nSix.\n`,
    });
    const { out } = await runInMemory('check', root, '--format', 'sarif');
    const log: { readonly runs: readonly [SarifRun] } = JSON.parse(out);
    assert.ok(isValid(log), JSON.stringify(isValid.errors, undefined, 2));
    const [{ results, tool }] = log.runs;
    assert.ok(results.length > 3);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    const empty = results.find(({ ruleId }) => ruleId === 'body/empty');
    assert.ok(empty !== undefined);
    assert.deepEqual(empty.locations[0].physicalLocation.region, {
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 12,
    });
    assert.match(empty.locations[0].physicalLocation.artifactLocation.uri, /\/a%20b\.md$/);
  });

  it('would not keep to it with another level', async () => {
    const root = await folderWith({ 'a.md': '' });
    const log = JSON.parse((await runInMemory('check', root, '--format', 'sarif')).out);
    log.runs[0].results[0].level = 'hint';
    assert.equal(isValid(log), false);
  });
});
