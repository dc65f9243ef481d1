import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { ReadingDepth, UnreadableFile } from '../core/article/articleReader';
import { readArticle, readArticleHead } from '../core/article/readArticle';
import type { ReadingRules } from '../core/article/readingRules';
import type { FileStamp } from '../core/host/archiveFiles';
import { errorText } from '../core/text/errorText';
import { containedPathSync } from './containedPath';
import { largestArticle } from './largestArticle';

/** Holds the front matter of all but the strangest articles, and costs no more to read than less. */
const headBytes = 4096;
/** Most front matter is shorter still, and making text of bytes costs more than reading them. */
const firstLookBytes = 1024;

/** A link is followed only after a look at where it leads; a pipe must not keep the thread waiting. Windows has neither. */
const plainFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const head = Buffer.allocUnsafeSlow(headBytes);
const short = Buffer.allocUnsafeSlow(128 * 1024);

/** Reads one file of an archive as an article. Synchronous, for worker threads. */
export function readArticleFile(
  root: string,
  stamp: FileStamp,
  depth: ReadingDepth,
  rules: ReadingRules,
): ArticleEntry | UnreadableFile {
  try {
    const file = open(root, stamp.path);
    try {
      return (depth === 'head' ? readHead(file, stamp, rules) : undefined) ?? readWhole(file, stamp, depth, rules);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const detail = errorText(error);
    return { path: stamp.path, reason: 'cannotRead', detail };
  }
}

/** Reads the text of one file of an archive, or says why there is none. Synchronous, for worker threads. */
export function readArticleText(root: string, path: string): string | UnreadableFile {
  try {
    const file = open(root, path);
    try {
      const bytes = readAll(file, path);
      if (!(bytes instanceof Uint8Array)) return bytes;
      return isUtf8(bytes) ? bytes.toString('utf8') : notUtf8(path);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { path, reason: 'cannotRead', detail: errorText(error) };
  }
}

function open(root: string, path: string): number {
  try {
    return openSync(`${root}/${path}`, plainFile);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'EMLINK')) {
      return openSync(containedPathSync(root, path), plainFile);
    }
    throw error;
  }
}

function readHead(file: number, stamp: FileStamp, rules: ReadingRules): ArticleEntry | UnreadableFile | undefined {
  const length = readSync(file, head, 0, headBytes, 0);
  if (length < headBytes) return readBytes(head.subarray(0, length), stamp, 'head', rules);
  const bytes = wholeCharacters(head);
  if (!isUtf8(bytes)) return undefined;
  const firstLook = wholeCharacters(bytes.subarray(0, firstLookBytes));
  return (
    readArticleHead(firstLook.toString('utf8'), stamp, rules) ?? readArticleHead(bytes.toString('utf8'), stamp, rules)
  );
}

function readWhole(
  file: number,
  stamp: FileStamp,
  depth: ReadingDepth,
  rules: ReadingRules,
): ArticleEntry | UnreadableFile {
  const bytes = readAll(file, stamp.path);
  return bytes instanceof Uint8Array ? readBytes(bytes, stamp, depth, rules) : bytes;
}

function readAll(file: number, path: string): Buffer | UnreadableFile {
  const stats = fstatSync(file);
  const refuse = (detail: string): UnreadableFile => ({ path, reason: 'cannotRead', detail });
  if (!stats.isFile()) return refuse('not a file');
  if (stats.size > largestArticle) return refuse(`larger than ${largestArticle / 1024 / 1024} MB: no article is`);
  return readShort(file, stats.size) ?? readFileSync(file);
}

/** All of a file that is no larger than most articles. It is there until the next one is read. */
function readShort(file: number, size: number): Buffer | undefined {
  if (size >= short.length) return undefined;
  let length = 0;
  for (;;) {
    const read = readSync(file, short, length, short.length - length, length);
    if (read === 0) return short.subarray(0, length);
    length += read;
    // It grew meanwhile.
    if (length === short.length) return undefined;
  }
}

function readBytes(
  bytes: Buffer,
  stamp: FileStamp,
  depth: ReadingDepth,
  rules: ReadingRules,
): ArticleEntry | UnreadableFile {
  if (isUtf8(bytes)) return readArticle(bytes.toString('utf8'), stamp, depth, rules);
  return notUtf8(stamp.path);
}

function notUtf8(path: string): UnreadableFile {
  return { path, reason: 'notUtf8', detail: 'not UTF-8: save it as UTF-8 to have it read' };
}

function wholeCharacters(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - bytesOfCutCharacter(bytes));
}

/** How many of the last bytes belong to a character whose other bytes come after them. */
function bytesOfCutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= 4; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

function sequenceLength(firstByte: number): number {
  return firstByte >= 0xf0 ? 4 : firstByte >= 0xe0 ? 3 : 2;
}
