import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import Ajv from 'ajv';
import { readArchiveConfig } from '../../../src/core/config/archiveConfig';
import { ruleAnchor } from '../../../src/core/problems/ruleAnchor';
import { allRules } from '../../../src/core/problems/rules/allRules';
import { docFiles, schemaFile } from '../../support/docs/docFiles';
import { projectRoot } from '../../support/projectRoot';

describe('what is made from the rules and the choices of menus', () => {
  for (const { path, text } of docFiles()) {
    it(`${relative(projectRoot, path)} is up to date`, () => {
      assert.ok(readFileSync(path, 'utf8') === text, 'Run `npm run docs` and commit what it writes.');
    });
  }
});

describe('each rule', () => {
  it('has an id and an anchor of its own', () => {
    assert.equal(new Set(allRules.map(({ id }) => ruleAnchor(id))).size, allRules.length);
    for (const { id } of allRules) assert.match(id, /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
  });

  for (const { id, summary, documentation } of allRules) {
    it(`${id} says in one line what it finds, and more on the page`, () => {
      assert.match(summary, /^[A-Z“][^\n]{10,110}$/);
      assert.ok(documentation.trim().split('\n').length >= 4, 'The documentation is too short.');
      assert.doesNotMatch(documentation.replace(/^```[\s\S]*?^```/gm, ''), /^#/m, 'The page writes the heading.');
      assert.equal((documentation.match(/^```/gm)?.length ?? 0) % 2, 0, 'A code block is not closed.');
    });
  }
});

describe('the schema of config.json', () => {
  const validate = () => {
    const schema: object = JSON.parse(readFileSync(schemaFile, 'utf8'));
    return new Ajv({ strict: false, allErrors: true }).compile(schema);
  };

  const agree = (problems: unknown, isFine: boolean) => {
    const isValid = validate()({ version: 1, problems });
    const { faults } = readArchiveConfig(JSON.stringify({ problems }), 'UTC');
    assert.deepEqual([isValid, faults.length === 0], [isFine, isFine], JSON.stringify(problems));
  };

  it('takes what is read without a fault', () => {
    for (const problems of [
      {},
      { rules: Object.fromEntries(allRules.map(({ id, level }) => [id, level])) },
      {
        overrides: [
          { sources: ['A'], rules: { 'body/empty': 'off' } },
          { paths: ['a/**'], rules: {} },
        ],
      },
      { ignore: [{ rule: 'body/empty', paths: ['a/**'], reason: 'lost' }] },
      { requiredFields: [], knownFields: ['a'], imageFields: ['b'], imageRoots: ['', 'c'], standInImages: ['*'] },
      { dateFormat: 'space', longestDataUri: 1, schema: true, sourceSchemas: { A: { type: 'object' } } },
    ]) {
      agree(problems, true);
    }
  });

  it('refuses what has a fault', () => {
    for (const problems of [
      [],
      { rules: { 'body/emtpy': 'off' } },
      { rules: { 'body/empty': 'warn' } },
      { overrides: {} },
      { overrides: [{ paths: 'a', rules: {} }] },
      { ignore: [{ rule: 'nothing', paths: ['a'] }] },
      { ignore: [{ rule: 'body/empty' }] },
      { requiredFields: [''] },
      { dateFormat: 'american' },
      { longestDataUri: 0 },
      { schema: 'a' },
    ]) {
      agree(problems, false);
    }
  });
});
