import { parse, TomlError } from 'smol-toml';
import type { Fix } from '../../../text/fix';
import { lineEnd, nextLine } from '../../../text/lineScan';
import { type Message, say } from '../../../text/message';
import { applyEdits, insert, remove, type TextEdit } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import { writeTitle } from './fieldRepair';
import { innerEdits } from './quotedText';
import { doubtful, movedEdits, movedFault, type SyntaxFault } from './syntaxFault';

/** The parser tells one at a time, so that each costs a reading of the whole. */
const mostFaults = 20;

/** What keeps TOML from being read. Fields that are there twice are told by a rule of their own. */
export function tomlSyntaxFaults(content: string): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  let text = content;
  let grown = 0;
  let last = -1;
  for (let round = 0; round < mostFaults; round++) {
    const error = errorOf(text);
    if (error === undefined) break;
    if (error.message.includes('redefine')) return faults;
    // A line that is broken still after its fix was broken in another way.
    if (error.line <= last) return [...faults.slice(0, -1), ...faults.slice(-1).map(doubtful)];
    last = error.line;
    const line = lineAt(text, error.line);
    const written = text.slice(line.start, line.end);
    const fault = lineFault(written) ?? { range: trimmed(written), message: messageOf(error.message), fixes: [] };
    faults.push(movedFault(fault, line.start - grown));
    const edits = movedEdits(fault.fixes[0]?.edits ?? [], line.start);
    if (edits.length === 0) break;
    const mended = applyEdits(text, edits);
    grown += mended.length - text.length;
    text = mended;
  }
  return faults;
}

interface Fault {
  /** From zero. */
  readonly line: number;
  readonly message: string;
}

function errorOf(text: string): Fault | undefined {
  try {
    parse(text.replace(/\r(?!\n)/g, '\n'), { integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop' });
    return undefined;
  } catch (error) {
    if (!(error instanceof TomlError)) return { line: 0, message: String(error) };
    // The place behind a line break is on the line before it.
    const line = error.line - 1;
    return {
      line: error.column <= 1 && !error.message.includes('redefine') ? Math.max(0, line - 1) : line,
      message: error.message,
    };
  }
}

const pair = /^([ \t]*)([\w.-]+|"[^"]*"|'[^']*')([ \t]*)([=:])([ \t]*)(.*?)[ \t]*$/;

function lineFault(line: string): SyntaxFault | undefined {
  const match = pair.exec(line);
  if (match === null) return undefined;
  const [, indent = '', key = '', gap = '', sign = '', space = '', value = ''] = match;
  const signAt = indent.length + key.length + gap.length;
  const valueAt = signAt + 1 + space.length;
  const colon: readonly TextEdit[] =
    sign === ':' ? [{ range: { start: signAt, end: signAt + 1 }, text: gap === '' ? ' =' : '=' }] : [];
  const plain = value === '' || isReadable(value) ? undefined : valueEdits(value);
  if (colon.length === 0 && plain === undefined) return undefined;
  const edits = [...colon, ...movedEdits(plain?.edits ?? [], valueAt)];
  const mended = applyEdits(line, edits);
  if (!isReadable(mended.slice(mended.indexOf('=') + 1))) return undefined;
  const meaning =
    plain === undefined ? undefined : (textOf(mended.slice(mended.indexOf('=') + 1)) ?? applyEdits(value, plain.edits));
  const title = meaning === undefined ? say('Write = between key and value') : writeTitle(key, meaning);
  const fix: Fix = { title, edits, ...(plain?.isGuess === true ? { isGuess: true } : {}) };
  if (plain === undefined || colon.length > 0) {
    const range = { start: signAt, end: signAt + 1 };
    return { range, message: say('In TOML = stands between a key and its value.'), fixes: [fix] };
  }
  return { range: { start: valueAt, end: valueAt + value.length }, message: plain.message, fixes: [fix] };
}

interface ValueEdits {
  readonly edits: readonly TextEdit[];
  readonly message: Message;
  readonly isGuess: boolean;
}

function valueEdits(value: string): ValueEdits | undefined {
  const first = value[0] ?? '';
  const last = value.at(-1) ?? '';
  if (/^["'“]/.test(first) && value.length > 2 && (last === first || (/["“”]/.test(first) && /["”]/.test(last)))) {
    const quote = first === "'" && value.slice(1, -1).includes("'") ? '"' : first === "'" ? "'" : '"';
    const inner = innerEdits(value.slice(1, -1), '"');
    const message = /[“”]/.test(first + last)
      ? say('Curly quotes do not hold a text. Use straight ones.')
      : say('This text cannot be read as it stands between its quotes. Mind quotes and backslashes in it.');
    return {
      edits: [
        ...(first === quote ? [] : [{ range: { start: 0, end: 1 }, text: quote }]),
        ...movedEdits(inner.edits, 1),
        ...(last === quote ? [] : [{ range: { start: value.length - 1, end: value.length }, text: quote }]),
      ],
      message,
      isGuess: inner.isGuess,
    };
  }
  if (/^["']/.test(first) && !value.slice(1).includes(first)) {
    return {
      edits: [insert(value.length, first)],
      message: say('The quote before this text is never closed. Write {0} at its end too.', first),
      isGuess: false,
    };
  }
  if (first === '[') {
    const commas = [...value.matchAll(/(?<=[[,]\s*),/g)].map(({ index }) => remove(index, index + 1));
    return { edits: commas, message: say('There is nothing before a comma here. Remove the comma.'), isGuess: false };
  }
  if (/^[{"']/.test(first)) return undefined;
  const inner = innerEdits(value, '"');
  const escapes = [...value.matchAll(/\\/g)].map(({ index }) => insert(index, '\\'));
  const edits =
    escapes.length > 0 ? [...escapes, ...inner.edits.filter(({ range }) => value[range.start] === '"')] : inner.edits;
  return {
    edits: [insert(0, '"'), ...edits, insert(value.length, '"')],
    message: say('In TOML a text stands in quotes. Put it in quotes.'),
    isGuess: false,
  };
}

function isReadable(value: string): boolean {
  return errorOf(`k = ${value.trim()}\n`) === undefined;
}

/** What a text says; undefined for all else. */
function textOf(value: string): string | undefined {
  const { k } = parse(`k = ${value.trim()}\n`);
  return typeof k === 'string' ? k : undefined;
}

function messageOf(message: string): Message {
  if (message.includes('key')) return say('This line is no field. Write it as key = "value".');
  if (message.includes('string')) return say('This text is never closed. Write a quote at its end.');
  return say('This value cannot be read. Put texts in quotes, and commas between the items of a list.');
}

/** The line of that number, or the nearest one above it that holds anything. */
function lineAt(text: string, wanted: number): TextRange {
  let found: TextRange | undefined;
  for (let line = 0, start = 0; (line <= wanted || found === undefined) && start < text.length; line++) {
    const end = lineEnd(text, start);
    if (text.slice(start, end).trim() !== '') found = { start, end };
    start = nextLine(text, end);
  }
  return found ?? { start: 0, end: text.length };
}

function trimmed(line: string): TextRange {
  const start = /^\s*/.exec(line)?.[0].length ?? 0;
  return { start: start === line.length ? 0 : start, end: Math.max(line.trimEnd().length, Math.min(1, line.length)) };
}
