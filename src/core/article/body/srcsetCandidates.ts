import type { TextRange } from '../../text/textRange';

/** The range of each address of a `srcset` value as written, found by the rules of the HTML standard. */
export function srcsetCandidates(text: string, value: TextRange): readonly TextRange[] {
  const found: TextRange[] = [];
  let at = value.start;
  for (;;) {
    while (at < value.end && (isSpace(text, at) || text[at] === ',')) at++;
    if (at >= value.end) return found;
    const start = at;
    while (at < value.end && !isSpace(text, at)) at++;
    let end = at;
    while (text[end - 1] === ',') end--;
    if (end === at) at = afterDescriptors(text, at, value.end);
    found.push({ start, end });
  }
}

function afterDescriptors(text: string, start: number, end: number): number {
  let inParentheses = false;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '(') inParentheses = true;
    else if (character === ')') inParentheses = false;
    else if (character === ',' && !inParentheses) return at;
  }
  return end;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
}
