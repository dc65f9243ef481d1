import { readDoubleQuoted, readFlowList, readPlain, readSingleQuoted, type ScalarEnd } from './plainScalars';

export type PlainValue = string | null | readonly (string | null)[];

const longestKey = 200;
const space = 32;
const lineFeed = 10;
const hash = 35;
const dash = 45;

/**
 * Reads the flat YAML that nearly all articles have: keys at the margin with scalars on one line, block lists and
 * flow lists of them. Undefined as soon as anything is less than plainly simple; whatever it does read, an exact YAML
 * parser that keeps scalars as text reads the same. Lines end in LF.
 */
export function readPlainYaml(content: string): Record<string, PlainValue> | undefined {
  const data: Record<string, PlainValue> = Object.create(null);
  const at: ScalarEnd = { end: 0 };
  let start = 0;
  while (start < content.length) {
    const first = content.charCodeAt(start);
    if (first === lineFeed) {
      start++;
      continue;
    }
    if (first === hash) {
      start = afterLine(content, start);
      continue;
    }
    // An indented line, which may go on with the value above, is no key either.
    const keyEnd = readKey(content, start);
    if (keyEnd === undefined) return undefined;
    const key = content.slice(start, keyEnd);
    let valueStart = keyEnd + 1;
    while (content.charCodeAt(valueStart) === space) valueStart++;
    const code = content.charCodeAt(valueStart);
    if (valueStart < content.length && code !== lineFeed) {
      if (valueStart === keyEnd + 1) return undefined;
      // A comment takes the place of the value, which then may stand on the lines below.
      if (code === hash) return undefined;
      const value = readValue(content, valueStart, code, at);
      if (value === undefined) return undefined;
      // Of a key that is there twice the first counts that says something.
      data[key] ??= value;
      start = at.end;
      continue;
    }
    start = skipBlankLines(content, valueStart + 1);
    const listed = readList(content, start, at);
    if (listed === undefined) return undefined;
    if (listed.length === 0) {
      data[key] ??= null;
    } else {
      data[key] ??= listed;
      start = at.end;
    }
  }
  return data;
}

/** Where the key at `start` ends, which is where its colon is. */
function readKey(content: string, start: number): number | undefined {
  if (!isLetter(content.charCodeAt(start))) return undefined;
  for (let at = start + 1; at < start + longestKey; at++) {
    const code = content.charCodeAt(at);
    if (code === 58) return at;
    if (!isLetter(code) && !(code >= 48 && code <= 57) && code !== dash && code !== 46) return undefined;
  }
  return undefined;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 0x3400 && code <= 0x9fff);
}

/** Reads the value and leaves in `at` where the next line starts. */
function readValue(
  content: string,
  start: number,
  code: number,
  at: ScalarEnd,
): string | readonly string[] | undefined {
  if (code === 91) return readFlowList(content, start, at);
  return readScalar(content, start, code, at);
}

function readScalar(content: string, start: number, code: number, at: ScalarEnd): string | undefined {
  if (code === 39) return readSingleQuoted(content, start, at);
  if (code === 34) return readDoubleQuoted(content, start, at);
  return readPlain(content, start, at);
}

/** The items of the block list that starts here; none where there is no list; undefined where it is not simple. */
function readList(content: string, from: number, at: ScalarEnd): string[] | undefined {
  const items: string[] = [];
  let indent = 0;
  for (let start = from; start < content.length; ) {
    let dashAt = start;
    while (content.charCodeAt(dashAt) === space) dashAt++;
    if (content.charCodeAt(dashAt) !== dash) {
      if (dashAt !== start) return undefined;
      break;
    }
    if (items.length === 0) indent = dashAt - start;
    else if (indent !== dashAt - start) return undefined;
    if (content.charCodeAt(dashAt + 1) !== space) return undefined;
    let valueStart = dashAt + 2;
    while (content.charCodeAt(valueStart) === space) valueStart++;
    const value = readScalar(content, valueStart, content.charCodeAt(valueStart), at);
    if (value === undefined) return undefined;
    items.push(value);
    start = skipBlankLines(content, at.end);
    at.end = start;
  }
  return items;
}

function afterLine(content: string, start: number): number {
  const end = content.indexOf('\n', start);
  return end < 0 ? content.length : end + 1;
}

/** The start of the first line from here that holds anything but spaces. */
function skipBlankLines(content: string, from: number): number {
  let start = from;
  for (let at = from; at < content.length; at++) {
    const code = content.charCodeAt(at);
    if (code === lineFeed) start = at + 1;
    else if (code !== space) return start;
  }
  return content.length;
}
