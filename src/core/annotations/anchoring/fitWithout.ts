import { fitsAfter, fitsBefore, near, next } from './contextFit';
import type { Gone } from './judgePlace';
import type { Home } from './pieceEvidence';

/** What took the place of a passage is sought up to this length. */
const mostReplaced = 64;

interface InContext {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/**
 * How well what stood before and after a passage fits where it may have been, first with nothing between, as it is where the
 * passage was deleted, then with other text between, as where it was replaced.
 */
export function fitWithout(
  { quote, before, after }: InContext,
  text: string,
  gaps: readonly Home[],
): Pick<Gone, 'closed' | 'replaced'> {
  const longest = Math.min(mostReplaced, 2 * quote.length + next);
  let closed = 0;
  let replaced = { start: 0, end: 0, fit: 0 };
  for (const gap of gaps) {
    const from = Math.max(0, gap.start - 2 * near);
    const to = Math.min(text.length, gap.start + 2 * near + longest);
    if (from >= to) continue;
    const fitBefore = fitsBefore(before, text, from, to);
    const fitAfter = fitsAfter(after, text, from, to);
    const fit = (start: number, end: number): number => ((fitBefore[start] ?? 0) + (fitAfter[end] ?? 0)) / 2;
    for (let start = 0; start < fitBefore.length; start++) {
      closed = Math.max(closed, fit(start, start));
      // Beyond the gap stand others, twins of the passage among them.
      if (from + start < gap.from) continue;
      const last = Math.min(fitAfter.length - 1, start + longest, gap.to - from);
      for (let end = start + 1; end <= last; end++) {
        const found = fit(start, end);
        if (found > replaced.fit) replaced = { start: from + start, end: from + end, fit: found };
      }
    }
  }
  return { closed, replaced };
}
