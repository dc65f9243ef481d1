import { isBlank, lineEnd, nextLine } from '../text/lineScan';
import type { TextRange } from '../text/textRange';
import { holdsKeys, startsMarkup, unclosedEnd } from './yamlLines';

/** `unsafe` is a language that would have to be run, `unknown` one that nobody here reads. Neither is ever read. */
export type FrontMatterLanguage = 'yaml' | 'json' | 'toml' | 'unsafe' | 'unknown';

/** Where a document's front matter is. */
export interface FrontMatterBlock {
  readonly kind: 'block';
  readonly language: FrontMatterLanguage;
  /** The language as the opening fence names it; empty where it does not. */
  readonly word: string;
  /** A byte order mark and blank lines before the front matter. */
  readonly leading: TextRange;
  /** The opening fence without its line break. Empty for a bare JSON object. */
  readonly open: TextRange;
  /** What stands between the fences, its last line break included. */
  readonly content: TextRange;
  /** The closing fence without its line break. Empty for a bare JSON object and where there is none. */
  readonly close: TextRange;
  readonly closed: boolean;
  readonly bodyStart: number;
}

/** A document without front matter. */
export interface NoFrontMatter {
  readonly kind: 'none';
  readonly leading: TextRange;
  readonly bodyStart: number;
}

export type FrontMatter = FrontMatterBlock | NoFrontMatter;

const byteOrderMark = 0xfeff;
const languages: ReadonlyMap<string, FrontMatterLanguage> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['toml', 'toml'],
  ['js', 'unsafe'],
  ['javascript', 'unsafe'],
  ['ts', 'unsafe'],
  ['typescript', 'unsafe'],
  ['coffee', 'unsafe'],
  ['coffeescript', 'unsafe'],
  ['cson', 'unsafe'],
]);

/** Finds the front matter that a document starts with, blank lines before it allowed. Takes time linear in the text. */
export function findFrontMatter(text: string): FrontMatter {
  const start = skipBlankLines(text);
  const leading: TextRange = { start: 0, end: start };
  switch (text.charCodeAt(start)) {
    case 45:
      return fenced(text, leading, '---') ?? none(text, leading);
    case 59:
      return fenced(text, leading, ';;;') ?? none(text, leading);
    case 43:
      return fenced(text, leading, '+++') ?? none(text, leading);
    case 123:
      return bareJson(text, leading) ?? none(text, leading);
    default:
      return none(text, leading);
  }
}

function skipBlankLines(text: string): number {
  let start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) start = at + 1;
    else if (code !== 32 && code !== 9) return start;
  }
  return start;
}

function none(text: string, leading: TextRange): NoFrontMatter {
  return { kind: 'none', leading, bodyStart: text.charCodeAt(0) === byteOrderMark ? 1 : 0 };
}

function fenced(text: string, leading: TextRange, fence: string): FrontMatterBlock | undefined {
  const openStart = leading.end;
  if (!text.startsWith(fence, openStart)) return undefined;
  const openLineEnd = lineEnd(text, openStart);
  const word = openLineEnd === openStart + 3 ? '' : text.slice(openStart + 3, openLineEnd).trim();
  if (word !== '' && (fence !== '---' || !/^[a-z][\w+-]*$/i.test(word))) return undefined;
  const language = languageOf(fence, word);
  const contentStart = nextLine(text, openLineEnd);
  const open: TextRange = { start: openStart, end: openStart + 3 + (word === '' ? 0 : openLineEnd - openStart - 3) };

  const close = findPlainFence(text, contentStart, fence) ?? findClosingFence(text, contentStart, fence, language);
  if (close !== undefined) {
    if (language === 'yaml' && word === '' && !holdsKeys(text, contentStart, close.start, true)) return undefined;
    const content: TextRange = { start: contentStart, end: close.start };
    const bodyStart = nextLine(text, lineEnd(text, close.end));
    return { kind: 'block', language, word, leading, open, content, close, closed: true, bodyStart };
  }
  if (language === 'unsafe' || language === 'unknown') return undefined;
  const end = language === 'yaml' ? unclosedEnd(text, contentStart) : firstBlankLine(text, contentStart);
  if (language === 'yaml' && !holdsKeys(text, contentStart, end, false)) return undefined;
  const content: TextRange = { start: contentStart, end };
  const none: TextRange = { start: end, end };
  return { kind: 'block', language, word, leading, open, content, close: none, closed: false, bodyStart: end };
}

function languageOf(fence: string, word: string): FrontMatterLanguage {
  if (fence === ';;;') return 'json';
  if (fence === '+++') return 'toml';
  return languages.get(word.toLowerCase()) ?? 'unknown';
}

/** Finds the closing fence of nearly all articles without a look at each line; undefined where that is not enough. */
function findPlainFence(text: string, from: number, fence: string): TextRange | undefined {
  const at = text.indexOf(`\n${fence}`, from - 1);
  if (at < 0 || !isBlank(text, at + 4, lineEnd(text, at + 4))) return undefined;
  const before = text.slice(from, at);
  if (before.includes('\r') || before.includes('\n...') || before.startsWith('...') || before.includes('\n<')) {
    return undefined;
  }
  return { start: at + 1, end: at + 4 };
}

function findClosingFence(
  text: string,
  from: number,
  fence: string,
  language: FrontMatterLanguage,
): TextRange | undefined {
  const first = fence.charCodeAt(0);
  let afterBlank = false;
  for (let start = from; start < text.length; ) {
    const code = text.charCodeAt(start);
    const end = lineEnd(text, start);
    if (code === first && text.startsWith(fence, start) && isBlank(text, start + 3, end)) {
      return { start, end: start + 3 };
    }
    if (language === 'yaml') {
      if (code === 46 && text.startsWith('...', start) && isBlank(text, start + 3, end)) {
        return { start, end: start + 3 };
      }
      // No YAML line looks like a tag after a blank line: the body began, and a fence below is a rule of its own.
      if (afterBlank && code === 60 && startsMarkup(text, start)) return undefined;
    }
    afterBlank = isBlank(text, start, end);
    start = nextLine(text, end);
  }
  return undefined;
}

function firstBlankLine(text: string, from: number): number {
  for (let start = from; start < text.length; ) {
    const end = lineEnd(text, start);
    if (isBlank(text, start, end)) return start;
    start = nextLine(text, end);
  }
  return text.length;
}

function bareJson(text: string, leading: TextRange): FrontMatterBlock | undefined {
  const start = leading.end;
  // `{%` and `{{` start a template tag of the body.
  let inside = start + 1;
  while (/\s/.test(text.charAt(inside))) inside++;
  const next = text.charCodeAt(inside);
  if (next !== 34 && next !== 125) return undefined;
  const objectEnd = jsonObjectEnd(text, start);
  const closed = objectEnd !== undefined;
  const end = objectEnd ?? firstBlankLine(text, start);
  const restEnd = lineEnd(text, end);
  return {
    kind: 'block',
    language: 'json',
    word: '',
    leading,
    open: { start, end: start },
    content: { start, end },
    close: { start: end, end },
    closed,
    bodyStart: closed && isBlank(text, end, restEnd) ? nextLine(text, restEnd) : end,
  };
}

/** Where the JSON object that starts at `start` ends, found by its braces; undefined when they never close. */
function jsonObjectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at++;
      else if (code === 34) inString = false;
    } else if (code === 34) {
      inString = true;
    } else if (code === 123) {
      depth++;
    } else if (code === 125 && --depth === 0) {
      return at + 1;
    }
  }
  return undefined;
}
