import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../../src/core/problems/rules/allRules';
import { projectRoot } from '../projectRoot';
import { withProblems } from './problemsSchema';
import { ruleIdsFile } from './ruleIdsFile';
import { rulesPage } from './rulesPage';

export const schemaFile = join(projectRoot, 'media', 'schemas', 'config.schema.json');

/** The files that are made from the rules, each with what it has to hold. */
export function docFiles(): readonly { readonly path: string; readonly text: string }[] {
  const schema: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(schemaFile, 'utf8'));
  return [
    { path: join(projectRoot, 'media', 'rules.md'), text: rulesPage(allRules) },
    { path: join(projectRoot, 'src', 'core', 'problems', 'ruleIds.ts'), text: ruleIdsFile(allRules) },
    { path: schemaFile, text: `${JSON.stringify(withProblems(schema, allRules), undefined, 2)}\n` },
  ];
}
