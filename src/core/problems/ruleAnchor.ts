/** Where a rule stands on the rules page: `rules.md#` and this. It never changes, as ids never do. */
export function ruleAnchor(id: string): string {
  return id.replaceAll('/', '-');
}
