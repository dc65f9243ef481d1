import { lineEnd, nextLine } from '../text/lineScan';
import type { TextRange } from '../text/textRange';

/** The front matter field that lists rules which are not to fire in its article. */
export const suppressionField = 'marginalia-disable';

/** What a comment begins with that keeps rules from firing in the line after it. */
export const suppressionWord = 'marginalia-disable-next-line';

/** One place where an article says that a rule is not to fire. */
export interface Suppression {
  readonly rule: string;
  /** Where the rule's id stands. */
  readonly range: TextRange;
  /** The line it holds for. */
  readonly line: TextRange;
}

const opening = /(?:<!--|#)[ \t]*marginalia-disable-next-line(?=[ \t])/g;

/** The suppressions of single lines: in comments of HTML in the body, in those of YAML and TOML before it. */
export function lineSuppressions(text: string, bodyStart: number): readonly Suppression[] {
  if (!text.includes(suppressionWord)) return [];
  const found: Suppression[] = [];
  for (const match of text.matchAll(opening)) {
    const isOfBody = match.index >= bodyStart;
    if (isOfBody !== match[0].startsWith('<')) continue;
    const namesStart = match.index + match[0].length;
    const end = lineEnd(text, namesStart);
    const line = lineAt(text, nextLine(text, end));
    const names = text.slice(namesStart, end);
    for (const name of beforeReason(isOfBody ? beforeClose(names) : names).matchAll(/[^\s,]+/g)) {
      const start = namesStart + name.index;
      found.push({ rule: name[0], range: { start, end: start + name[0].length }, line });
    }
  }
  return found;
}

function beforeClose(names: string): string {
  const close = names.indexOf('-->');
  return close === -1 ? names : names.slice(0, close);
}

/** After a colon stands why, for a person. */
function beforeReason(names: string): string {
  const colon = names.indexOf(':');
  return colon === -1 ? names : names.slice(0, colon);
}

function lineAt(text: string, start: number): TextRange {
  return { start, end: lineEnd(text, start) };
}
