/** The one of some texts that a person who wrote this one most likely meant; undefined where none is near. */
export function closestText(written: string, known: Iterable<string>): string | undefined {
  const text = written.toLowerCase();
  const most = Math.min(3, Math.floor(text.length / 3));
  let closest: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - text.length) >= least) continue;
    const edits = editsBetween(text, candidate.toLowerCase(), least);
    if (edits < least) {
      least = edits;
      closest = candidate;
    }
  }
  return closest;
}

/** How many characters have to be put in, taken out, changed or swapped with their neighbour; `limit` when as many or more. */
export function editsBetween(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let edits = Math.min(
        (last[column] ?? limit) + 1,
        (next[column - 1] ?? limit) + 1,
        (last[column - 1] ?? limit) + Number(!isSame),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) edits = Math.min(edits, (beforeLast[column - 2] ?? limit) + 1);
      next.push(edits);
      least = Math.min(least, edits);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = next;
  }
  return Math.min(limit, last[b.length] ?? limit);
}
