import { lineEnd, linesOf } from '../text/lineScan';
import type { TextRange } from '../text/textRange';

/** How a key is set apart from its value; all but the first are slips that a reader sees through and a parser does not. */
export type KeyForm = 'exact' | 'noSpace' | 'wideColon' | 'wideSpace';

/** A key at the start of a line, with its value on that line or below. */
export interface KeyHead {
  readonly key: string;
  /** As written, quotes included. */
  readonly keyRange: TextRange;
  /** From the colon or equals sign to the value, white space included. */
  readonly separator: TextRange;
  readonly form: KeyForm;
}

/** One line; its end does not count the line break. */
export interface KeyLine extends TextRange {
  /** Spaces and tabs that it starts with. */
  readonly indent: number;
  /** It is blank, or holds a comment alone. */
  readonly isBare: boolean;
  /** The key as the language has it. */
  readonly head: KeyHead | undefined;
  /** The key as a person means it, in front matter that cannot be read: `标题：港口` and `title:港口` have one too. */
  readonly meant: KeyHead | undefined;
}

export type KeyLanguage = 'yaml' | 'json' | 'toml';

/** What stands before a colon further from the margin than this is prose. */
const longestKey = 200;
/** A key without a space behind its colon is shorter than this. */
const longestLooseKey = 40;

const exactKeys: Readonly<Record<KeyLanguage, RegExp>> = {
  yaml: new RegExp(
    `(?:"((?:[^"\\\\\\r\\n]|\\\\.)*)"|'((?:[^'\\r\\n]|'')*)'|([^\\s#"'\\-[\\]{},&*!|>%@\`:][^\\r\\n]{0,${longestKey}}?))[ \\t]{0,64}:(?=[ \\t\\r\\n]|$)[ \\t]*`,
    'y',
  ),
  json: /(?:"([\p{L}_][\p{L}\p{N}_.-]*)"|'([\p{L}_][\p{L}\p{N}_.-]*)'|([\p{L}_][\p{L}\p{N}_.-]*))[ \t]*:[ \t]*/uy,
  toml: /(?:"((?:[^"\\\r\n]|\\.)*)"|'([^'\r\n]*)'|([\p{L}\p{N}_.-]+))[ \t]*=[ \t]*/uy,
};
const looseKey = new RegExp(
  `(["']?)([\\p{L}_][\\p{L}\\p{N}_.-]{0,${longestLooseKey}})\\1[ \\t]*([:：])([\\u00a0\\u2000-\\u200b\\u3000\\ufeff \\t]*)(?=\\S|[\\r\\n]|$)`,
  'uy',
);
/** Keys that are known by name may lack what others need to be told from prose. */
const knownKey =
  /^(?:title|headline|subtitle|date|published|created|updated|source|publisher|site|author|link|url|from|original|categor(?:y|ies)|tags?|layout|description|summary|excerpt|headimg|thumbnail|image|cover|comments|permalink|lang)$/i;
const wordKey = /^[\p{L}_][\p{L}\p{N}_.-]{0,62}$/u;

export function isKnownKey(key: string): boolean {
  return knownKey.test(key);
}

/** Whether a key is one word: a line that starts with several before a colon may be prose. */
export function isWordKey({ key }: KeyHead): boolean {
  return wordKey.test(key);
}

/**
 * The lines of front matter with the keys that they start with, whatever their indentation: the one scan that data, places and
 * slips of front matter are read from. Takes linear time.
 */
export function keyLines(text: string, range: TextRange, language: KeyLanguage): readonly KeyLine[] {
  return linesOf(text, range).map((line) => keyLine(text, line, language));
}

function keyLine(text: string, { start, end }: TextRange, language: KeyLanguage): KeyLine {
  let first = start;
  while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first++;
  const isBare = first === end || text.charCodeAt(first) === 35;
  const head = isBare ? undefined : keyAt(text, first, end, language);
  const meant = isBare || language === 'toml' ? head : meantKey(text, first, end, head);
  return { start, end, indent: first - start, isBare, head, meant };
}

/** The key that stands at a place of a line, as the language has it. */
export function keyAt(text: string, start: number, end: number, language: KeyLanguage): KeyHead | undefined {
  const pattern = exactKeys[language];
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null || pattern.lastIndex > end) return undefined;
  const [whole, double, single, plain] = match;
  // Behind ` #` all is a comment, the colon as well.
  if (plain !== undefined && /[ \t]#/.test(plain)) return undefined;
  const key = double ?? single?.replaceAll("''", "'") ?? plain ?? '';
  const sign = whole.lastIndexOf(language === 'toml' ? '=' : ':');
  const keyRange = { start, end: start + whole.slice(0, sign).trimEnd().length };
  return { key, keyRange, separator: { start: start + sign, end: pattern.lastIndex }, form: 'exact' };
}

/** A full-width colon before the one that was found, or a known key before it, is far likelier the one that was meant. */
function meantKey(text: string, start: number, end: number, exact: KeyHead | undefined): KeyHead | undefined {
  if (exact !== undefined && !exact.key.includes(':') && !exact.key.includes('：')) return exact;
  const loose = looseKeyAt(text, start, end);
  if (exact === undefined || exact.key.includes('：')) return loose;
  return loose !== undefined && knownKey.test(loose.key) ? loose : exact;
}

function looseKeyAt(text: string, start: number, end: number): KeyHead | undefined {
  looseKey.lastIndex = start;
  const match = looseKey.exec(text);
  if (match === null || looseKey.lastIndex > end) return undefined;
  const [whole, , key = '', sign, space = ''] = match;
  const isWide = sign === '：';
  const isKey = knownKey.test(key) || (!isWide && /^[a-z_][a-z\d_-]*$/.test(key));
  if (!isKey || text.startsWith('//', looseKey.lastIndex)) return undefined;
  const at = start + whole.length - space.length - 1;
  const keyRange = { start, end: start + text.slice(start, at).trimEnd().length };
  const form = isWide ? 'wideColon' : space === '' ? 'noSpace' : 'wideSpace';
  return { key, keyRange, separator: { start: at, end: looseKey.lastIndex }, form };
}

/** Nearly all letters beyond ASCII, and no punctuation of full width. */
const strictWord = /^[\w\u00c0-\u1fff\u2070-\u2fff\u3040-\ufeff][\w.\-\u00c0-\u1fff\u2070-\u2fff\u3040-\ufeff]*$/;
/** A key that tells front matter from prose reaches no further than this. */
const longestStrictKey = 64;

/** Whether the line that starts here is `key:` at its margin, in YAML that is not taken for prose. */
export function startsKey(text: string, start: number): boolean {
  const head = keyAt(text, start, lineEnd(text, start), 'yaml');
  if (head === undefined || head.keyRange.end - start > longestStrictKey) return false;
  // A key in quotes may hold spaces; a bare one may not, or any sentence with a colon would be a key.
  return /["']/.test(text.charAt(start)) || strictWord.test(head.key);
}
