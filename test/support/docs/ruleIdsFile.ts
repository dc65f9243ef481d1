import type { AnyRule } from '../../../src/core/problems/rule';

/** The ids of all rules as a module of their own, for those who do not need the rules. */
export function ruleIdsFile(rules: readonly AnyRule[]): string {
  return `/** Made from the rules by \`npm run docs\`: whoever only reads settings need not load the rules. */
export const ruleIds: readonly string[] = [
${rules.map(({ id }) => `  '${id}',\n`).join('')}];
`;
}
