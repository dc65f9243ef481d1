/**
 * Fleiss' kappa: how far several people agree beyond chance, each thing rated by as many of them (Fleiss 1971). Each row holds
 * what was said of one thing. Rows with another number of ratings than the first are left out.
 */
export function fleissKappa(rows: readonly (readonly string[])[]): number {
  const raters = rows[0]?.length ?? 0;
  const full = rows.filter((row) => row.length === raters);
  const totals = new Map<string, number>();
  let agreement = 0;
  for (const row of full) {
    const counts = new Map<string, number>();
    for (const value of row) counts.set(value, (counts.get(value) ?? 0) + 1);
    let squares = 0;
    for (const [value, count] of counts) {
      squares += count * count;
      totals.set(value, (totals.get(value) ?? 0) + count);
    }
    agreement += (squares - raters) / (raters * (raters - 1));
  }
  const observed = agreement / full.length;
  let byChance = 0;
  for (const count of totals.values()) byChance += (count / (full.length * raters)) ** 2;
  return (observed - byChance) / (1 - byChance);
}
