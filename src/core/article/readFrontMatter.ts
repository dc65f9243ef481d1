import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { parseJson } from '../text/json/parseJson';
import type { FrontMatterFault } from './articleEntry';
import { NotAMappingError, readExactYaml } from './exactYaml';
import type { FrontMatter } from './frontMatterBlock';
import { readPlainYaml } from './plainYaml';
import { tolerantFields } from './tolerantFields';

export interface FrontMatterData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly fault?: FrontMatterFault;
}

class UnsafeLanguageError extends Error {}

/** Front matter above this many characters is no front matter of an article. */
export const longestContent = 256 * 1024;
/** gray-matter looks at each run of blank lines once from each of its lines. */
const longestBlankRun = 1000;
/** Of what cannot be parsed so much is read line by line: more than any article has, and read in milliseconds. */
const longestTolerant = 64 * 1024;

const refuse = (): never => {
  throw new UnsafeLanguageError('Front matter is data. This language would have to be run.');
};

// A closing fence that no text holds: the block is cut out already, and `----` must not end it.
const delimiters: [string, string] = ['---', '\u0000---\u0000'];
const engines = {
  yaml: (text: string): object => readPlainYaml(text) ?? readExactYaml(text),
  json: readJson,
  toml: (text: string): object => parseToml(text, { integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop' }),
  javascript: refuse,
  coffee: refuse,
};

/** Reads front matter as data; what cannot be parsed is read line by line as far as it goes, and the fault named. */
export function readFrontMatter(text: string, block: FrontMatter): FrontMatterData {
  if (block.kind === 'none') return { data: Object.create(null), fault: 'missing' };
  if (block.language === 'unsafe' || block.language === 'unknown') {
    return { data: Object.create(null), fault: 'unsafeLanguage' };
  }
  const content = withLineFeeds(text.slice(block.content.start, block.content.end));
  if (content.length > longestContent || hasLongBlankRun(content)) {
    return { data: tolerantFields(content.slice(0, longestTolerant), block.language), fault: 'tooLarge' };
  }
  try {
    const data = parse(content, block.language);
    return block.closed ? { data } : { data, fault: 'unclosed' };
  } catch (error) {
    return {
      data: tolerantFields(content.slice(0, longestTolerant), block.language),
      fault: faultOf(error, block.closed),
    };
  }
}

function parse(content: string, language: string): Readonly<Record<string, unknown>> {
  // Options turn its cache off, which answers `{}` the second time it is asked about the same broken text.
  const { data } = matter(asInput(`---\n${content}`), { language, delimiters, engines });
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new NotAMappingError('The front matter is not a mapping of keys to values.');
  }
  return data;
}

/**
 * gray-matter copies a string into a Node `Buffer`, which a web worker does not have. What says that it is a buffer is
 * not copied.
 */
function asInput(text: string): { content: string } {
  return { content: new BufferLike(text) as unknown as string };
}

class BufferLike {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  static isBuffer(): boolean {
    return true;
  }

  toString(): string {
    return this.#text;
  }
}

function faultOf(error: unknown, closed: boolean): FrontMatterFault {
  if (!closed) return 'unclosed';
  if (error instanceof NotAMappingError) return 'notAMapping';
  if (error instanceof UnsafeLanguageError) return 'unsafeLanguage';
  return 'syntax';
}

function withLineFeeds(content: string): string {
  return content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content;
}

function hasLongBlankRun(content: string): boolean {
  if (content.length <= longestBlankRun) return false;
  let run = 0;
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at);
    const white = code <= 32 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x3000);
    run = white ? run + 1 : 0;
    if (run > longestBlankRun) return true;
  }
  return false;
}

function readJson(text: string): object {
  const data = parseJson(withBraces(text));
  return typeof data === 'object' && data !== null ? data : {};
}

/** Between `;;;` fences the outermost braces of JSON may be left out. */
export function withBraces(text: string): string {
  return /^\s*[{[]/.test(text) ? text : `{${text}}`;
}
