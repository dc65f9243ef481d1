import type { TextRange } from '../article/textRange';

/** The front matter field that lists rules which are not to fire in its article. */
export const suppressionField = 'marginalia-disable';

/** One place where an article says that a rule is not to fire. */
export interface Suppression {
  readonly rule: string;
  /** Where the rule's id stands. */
  readonly range: TextRange;
  /** The line it holds for. */
  readonly line: TextRange;
}

const comment = /(?:<!--|#)[ \t]*marginalia-disable-next-line[ \t]+([^\r\n]*?)[ \t]*(?:-->|\r?\n|$)/g;

/** The suppressions of single lines: in comments of HTML, and in those of YAML. */
export function lineSuppressions(text: string): readonly Suppression[] {
  if (!text.includes('marginalia-disable-next-line')) return [];
  const found: Suppression[] = [];
  for (const match of text.matchAll(comment)) {
    const names = match[1] ?? '';
    const namesStart = match.index + match[0].indexOf(names, match[0].indexOf('next-line') + 'next-line'.length);
    const line = lineAfter(text, namesStart + names.length);
    for (const name of names.matchAll(/[^\s,]+/g)) {
      const start = namesStart + name.index;
      found.push({ rule: name[0], range: { start, end: start + name[0].length }, line });
    }
  }
  return found;
}

function lineAfter(text: string, at: number): TextRange {
  const start = endOfLine(text, at) + 1;
  return { start, end: endOfLine(text, start) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
