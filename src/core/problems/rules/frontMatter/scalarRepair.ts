import { isMap, isScalar } from 'yaml';
import { type Message, say } from '../../../text/message';
import { applyEdits, insert, remove, type TextEdit } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import { endsInPhrases, innerEdits, isUnclear, type Quote, wrapEdits } from './quotedText';
import { parseSafely } from './safeYaml';
import { movedEdits } from './syntaxFault';

/** How a value that YAML cannot read becomes the text that a person sees in it. Places are in the value as written. */
export interface ScalarRepair {
  readonly range: TextRange;
  readonly message: Message;
  readonly edits: readonly TextEdit[];
  /** What the value says afterwards. */
  readonly meaning: string;
  readonly isGuess: boolean;
}

type Attempt = Omit<ScalarRepair, 'meaning'>;

/** The ways to mend a value on one line, the best first. None where it cannot be told what is meant. */
export function scalarRepairs(written: string): readonly ScalarRepair[] {
  const value = withoutComment(written);
  if (value === '') return [];
  const repairs: ScalarRepair[] = [];
  for (const attempt of attempts) {
    const repair = attempt(value);
    const meaning = repair && readAsText(applyEdits(value, repair.edits));
    if (repair === undefined || meaning === undefined) continue;
    repairs.push({ ...repair, meaning });
    // Curly quotes can be the text's own or stand for straight ones: both are offered.
    if (attempt === curlyQuotes || !isCurly(value)) break;
  }
  return repairs;
}

/** What a value is read as, if it is one text. */
export function readAsText(value: string): string | undefined {
  const document = parseSafely(`k: ${value}\n`);
  if (document === undefined) return undefined;
  const { contents, errors } = document;
  if (errors.length > 0 || !isMap(contents) || contents.items.length !== 1) return undefined;
  const read = contents.items[0]?.value;
  return isScalar(read) && typeof read.value === 'string' && read.value !== '' ? read.value : undefined;
}

/** The value without a comment behind it; a `#` that stands right before a word is more often meant as text. */
export function withoutComment(written: string): string {
  const text = written.trimEnd();
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const comment =
      /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(?=[ \t]+#)/.exec(text) ?? /^(["']).*\1(?=[ \t]+#[ \t])/.exec(text);
    return comment?.[0] ?? text;
  }
  const comment = text.search(/[ \t]+#(?:[ \t]|$)/);
  return comment <= 0 ? text : text.slice(0, comment);
}

function commaBehind(value: string): Attempt | undefined {
  const match = /^(["']).*\1([ \t]*[,;])$/.exec(value);
  if (match === null || readAsText(value.slice(0, -(match[2]?.length ?? 0))) === undefined) return undefined;
  const range = { start: value.length - (match[2]?.length ?? 0), end: value.length };
  return {
    range,
    message: say('Nothing may follow the closing quote. Remove this character.'),
    edits: [remove(range.start, range.end)],
    isGuess: false,
  };
}

const attempts: readonly ((value: string) => Attempt | undefined)[] = [
  commaBehind,
  quoteRun,
  mixedQuotes,
  pairOfQuotes,
  unclosedQuote,
  wrapped,
  curlyQuotes,
];

/** More than one pair of quotes around the whole: `"""'Text'"""`. */
function quoteRun(value: string): Attempt | undefined {
  let start = 0;
  let end = value.length;
  while (end - start > 2 && isQuote(value[start]) && value[start] === value[end - 1]) {
    const inner = value.slice(start + 1, end - 1);
    if (start > 0 && endsInPhrases(inner, value[start] as Quote)) break;
    start++;
    end--;
  }
  const quote = value[start - 1];
  if (!isQuote(quote)) return undefined;
  let isGuess = false;
  const uneven = /^["']*/.exec(value.slice(start, end))?.[0].length ?? 0;
  if (uneven > 0 && !/["']/.test(value.slice(start + uneven, end))) {
    start += uneven;
    isGuess = true;
  }
  if (start < 2) return undefined;
  const inner = innerEdits(value.slice(start, end), quote);
  const behind = value.length - end - 1;
  return {
    range: whole(value),
    message: say('Too many quotes stand around this text. Keep one pair.'),
    edits: [
      remove(0, start - 1),
      ...movedEdits(inner.edits, start),
      ...(behind > 0 ? [remove(end + 1, value.length)] : []),
    ],
    isGuess: isGuess || inner.isGuess,
  };
}

/** Opened by a straight quote and closed by a curly one, or the other way about. */
function mixedQuotes(value: string): Attempt | undefined {
  const first = value[0] ?? '';
  const last = value.at(-1) ?? '';
  if (value.length < 3 || isQuote(first) === isQuote(last)) return undefined;
  const pair: Quote | undefined =
    '"“”„'.includes(first) && '"“”'.includes(last)
      ? '"'
      : "'‘’".includes(first) && "'‘’".includes(last)
        ? "'"
        : undefined;
  const inside = value.slice(1, -1);
  if (pair === undefined || (pair === '"' ? /["“”]/ : /['‘’]/).test(inside)) return undefined;
  return {
    range: isQuote(first) ? { start: value.length - 1, end: value.length } : { start: 0, end: 1 },
    message: say('A curly quote does not go with a straight one. Use straight quotes on both sides.'),
    edits: straightened(value, pair),
    isGuess: false,
  };
}

function curlyQuotes(value: string): Attempt | undefined {
  if (!isCurly(value)) return undefined;
  return {
    range: whole(value),
    message: say('Put the text in straight quotes.'),
    edits: straightened(value, '"'),
    isGuess: true,
  };
}

function isCurly(value: string): boolean {
  return /^[“‘][^“”‘]*[”’]$/.test(value);
}

function straightened(value: string, quote: Quote): readonly TextEdit[] {
  const end = value.length - 1;
  return [
    ...(value[0] === quote ? [] : [{ range: { start: 0, end: 1 }, text: quote }]),
    ...movedEdits(innerEdits(value.slice(1, end), quote).edits, 1),
    ...(value[end] === quote ? [] : [{ range: { start: end, end: end + 1 }, text: quote }]),
  ];
}

/** One pair around the whole, with something in it that ends it early or that double quotes cannot hold. */
function pairOfQuotes(value: string): Attempt | undefined {
  const quote = value[0];
  if (!isQuote(quote) || value.length < 3 || value.at(-1) !== quote) return undefined;
  const inner = value.slice(1, -1);
  if (endsInPhrases(inner, quote)) return undefined;
  const { edits, isGuess } = innerEdits(inner, quote);
  const [first] = edits;
  if (first === undefined) return undefined;
  const at = Math.min(...edits.map(({ range }) => range.start)) + 1;
  return { ...innerFault(value, at, quote), edits: movedEdits(edits, 1), isGuess: isGuess || isUnclear(inner, quote) };
}

function innerFault(value: string, at: number, quote: Quote): Pick<Attempt, 'range' | 'message'> {
  if (value[at] === '\\') {
    const end = at + String.fromCodePoint(value.codePointAt(at + 1) ?? 0x20).length + 1;
    return {
      range: { start: at, end: Math.min(end, value.length) },
      message: say('In double quotes a backslash changes what follows it. Write it twice to have one.'),
    };
  }
  const range = { start: at, end: at + 1 };
  return quote === "'"
    ? {
        range,
        message: say('The text ends at this apostrophe, and the rest cannot be read. Write the apostrophe twice.'),
      }
    : { range, message: say('The text ends at this quote, and the rest cannot be read. Write a backslash before it.') };
}

const wordsWithApostrophe = /^'(?:tis|twas|til|cause|em|n|bout|round|\d0s)\b/i;

/** Opened, and never closed. */
function unclosedQuote(value: string): Attempt | undefined {
  const quote = value[0];
  if (!isQuote(quote) || (quote === "'" && wordsWithApostrophe.test(value))) return undefined;
  const inner = value.slice(1);
  const others = quote === '"' ? /(?:^|[^\\])"/ : /'(?!\p{L})|(?:^|\P{L})'/u;
  if (others.test(inner)) return undefined;
  const { edits, isGuess } = innerEdits(inner, quote);
  return {
    range: whole(value),
    message: say('The quote before this text is never closed. Write {0} at its end too.', quote),
    edits: [...movedEdits(edits, 1), insert(value.length, quote)],
    isGuess,
  };
}

function wrapped(value: string): Attempt {
  return { range: whole(value), message: wrapMessage(value), edits: wrapEdits(value), isGuess: value.length === 1 };
}

function wrapMessage(value: string): Message {
  const first = value[0] ?? '';
  if (isQuote(first) && !value.slice(1).includes(first)) {
    return say('This {0} is read as a quote that is never closed. Put the text in quotes.', first);
  }
  if (isQuote(first)) return say('The quotes close before the text ends. Put the whole text in quotes.');
  if ('@%`&*!|>{}[],#'.includes(first) || /^[-?:](?:\s|$)/.test(value)) {
    return say('A text that starts with {0} is read as something else. Put it in quotes.', first);
  }
  if (/:(?:\s|$)/.test(value)) {
    return say('A colon with a space behind it makes a field of what is before it. Put the text in quotes.');
  }
  return say('This text cannot be read as it stands. Put it in quotes.');
}

function isQuote(sign: string | undefined): sign is Quote {
  return sign === '"' || sign === "'";
}

function whole(value: string): TextRange {
  return { start: 0, end: value.length };
}
