import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../../src/core/problems/rules/allRules';
import { projectRoot } from '../projectRoot';
import { withArrangements, withTicks } from './arrangementContributions';
import { withProblems } from './problemsSchema';
import { ruleIdsFile } from './ruleIdsFile';
import { rulesPage } from './rulesPage';

export const schemaFile = join(projectRoot, 'media', 'schemas', 'config.schema.json');

/** The files that are made from the rules and the choices of the menus, each with what it has to hold. */
export function docFiles(): readonly { readonly path: string; readonly text: string }[] {
  const schema: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
  const [manifest, ...texts] = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json'].map((name) => {
    const path = join(projectRoot, name);
    return { path, value: JSON.parse(readFileSync(path, 'utf8')) };
  });
  return [
    { path: join(projectRoot, 'media', 'rules.md'), text: rulesPage(allRules) },
    { path: join(projectRoot, 'src', 'core', 'problems', 'ruleIds.ts'), text: ruleIdsFile(allRules) },
    { path: schemaFile, text: json(withProblems(schema, allRules)) },
    ...(manifest === undefined ? [] : [{ path: manifest.path, text: json(withArrangements(manifest.value)) }]),
    ...texts.map(({ path, value }) => ({ path, text: json(withTicks(value)) })),
  ];
}
