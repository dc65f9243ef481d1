/** Where the line after a value starts, filled in by whoever reads the value. */
export interface ScalarEnd {
  end: number;
}

const space = 32;
const lineFeed = 10;
const hash = 35;
const singleQuote = 39;
const doubleQuote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
const closingBracket = 93;

/** What a plain scalar must not start with, or means something by (`~`); `-`, `?` and `:` are left to the exact parser. */
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`~'].map((sign) => sign.charCodeAt(0)));
const flowSigns = new Set([...'[]{}:#\\\'"'].map((sign) => sign.charCodeAt(0)));

/** A plain scalar on one line. It must not be empty. */
export function readPlain(text: string, start: number, at: ScalarEnd): string | undefined {
  const first = text.charCodeAt(start);
  if (Number.isNaN(first) || first <= space || indicators.has(first)) return undefined;
  let end = start + 1;
  let index = start + 1;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === lineFeed) break;
    if (code < space) return undefined;
    if (code === space) continue;
    if (code === hash && text.charCodeAt(index - 1) === space) return undefined;
    if (code === colon) {
      const after = text.charCodeAt(index + 1);
      if (after === space || after === lineFeed || Number.isNaN(after)) return undefined;
    }
    end = index + 1;
  }
  at.end = index + 1;
  return text.slice(start, end);
}

/** A scalar in single quotes on one line. */
export function readSingleQuoted(text: string, start: number, at: ScalarEnd): string | undefined {
  const close = closeSingle(text, start);
  if (close === undefined || !endsLine(text, close + 1, at)) return undefined;
  return unescapeSingle(text.slice(start + 1, close));
}

/** A scalar in double quotes on one line, without escapes. */
export function readDoubleQuoted(text: string, start: number, at: ScalarEnd): string | undefined {
  const close = closeDouble(text, start);
  if (close === undefined || !endsLine(text, close + 1, at)) return undefined;
  return text.slice(start + 1, close);
}

/** A flow list of scalars on one line. */
export function readFlowList(text: string, start: number, at: ScalarEnd): readonly string[] | undefined {
  const items: string[] = [];
  let index = start + 1;
  for (;;) {
    while (text.charCodeAt(index) === space) index++;
    const first = text.charCodeAt(index);
    if (first === closingBracket && items.length === 0) break;
    if (first === singleQuote || first === doubleQuote) {
      const close = first === singleQuote ? closeSingle(text, index) : closeDouble(text, index);
      if (close === undefined) return undefined;
      const inside = text.slice(index + 1, close);
      items.push(first === singleQuote ? unescapeSingle(inside) : inside);
      index = close + 1;
      while (text.charCodeAt(index) === space) index++;
    } else {
      const end = flowPlainEnd(text, index);
      if (end === undefined) return undefined;
      let last = end;
      while (text.charCodeAt(last - 1) === space) last--;
      items.push(text.slice(index, last));
      index = end;
    }
    const after = text.charCodeAt(index);
    if (after === closingBracket) break;
    if (after !== comma) return undefined;
    index++;
  }
  return endsLine(text, index + 1, at) ? items : undefined;
}

function flowPlainEnd(text: string, start: number): number | undefined {
  const first = text.charCodeAt(start);
  if (Number.isNaN(first) || first <= space || indicators.has(first)) return undefined;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === comma || code === closingBracket) return index;
    if (code < space || flowSigns.has(code)) return undefined;
  }
  return undefined;
}

function closeSingle(text: string, open: number): number | undefined {
  for (let index = open + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < space) return undefined;
    if (code !== singleQuote) continue;
    if (text.charCodeAt(index + 1) !== singleQuote) return index;
    index++;
  }
  return undefined;
}

function closeDouble(text: string, open: number): number | undefined {
  for (let index = open + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === doubleQuote) return index;
    if (code < space || code === backslash) return undefined;
  }
  return undefined;
}

function unescapeSingle(inside: string): string {
  return inside.includes("''") ? inside.replaceAll("''", "'") : inside;
}

/** Whether only spaces are left on the line. */
function endsLine(text: string, from: number, at: ScalarEnd): boolean {
  let index = from;
  while (text.charCodeAt(index) === space) index++;
  if (index < text.length && text.charCodeAt(index) !== lineFeed) return false;
  at.end = index + 1;
  return true;
}
