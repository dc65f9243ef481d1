import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import { LineIndex } from '../lineIndex';
import type { TextRange } from '../textRange';
import { childOf, type JsonPath, jsonTree, rangeOf } from './jsonTree';
import { parseJson } from './parseJson';

/** One thing in a JSON file of the archive that cannot be used; a default, or nothing, stands in for it. */
export type JsonFault =
  | SyntaxFault
  | { readonly kind: 'wrongType'; readonly path: JsonPath; readonly expected: FieldType }
  | { readonly kind: 'missing'; readonly path: JsonPath; readonly field: string }
  | { readonly kind: 'duplicate'; readonly path: JsonPath; readonly value: string }
  | {
      readonly kind: 'unknownValue';
      readonly path: JsonPath;
      readonly value: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'unknownTimeZone'; readonly path: JsonPath; readonly value: string }
  /** With the rule that is probably meant. */
  | { readonly kind: 'unknownRule'; readonly path: JsonPath; readonly value: string; readonly closest?: string }
  /** A glob that fits nothing. */
  | { readonly kind: 'unusableGlob'; readonly path: JsonPath; readonly value: string }
  /** A regular expression of a schema that is left out of it. */
  | { readonly kind: 'unusablePattern'; readonly path: JsonPath; readonly value: string; readonly detail: string }
  | { readonly kind: 'unusableSchema'; readonly path: JsonPath; readonly detail: string };

/** The text is not JSON, from a place on. */
export interface SyntaxFault {
  readonly kind: 'notJson';
  readonly path: readonly [];
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: SyntaxReason;
}

export type SyntaxReason =
  | 'key'
  | 'value'
  | 'colon'
  | 'comma'
  | 'brace'
  | 'bracket'
  | 'end'
  | 'comment'
  | 'text'
  | 'other';

export type FieldType = 'object' | 'list' | 'text' | 'texts' | 'number' | 'positiveNumber' | 'version';

/** What a JSON text holds, or why it is none. */
export type ReadJson =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: SyntaxFault };

export function readJson(text: string): ReadJson {
  try {
    return { value: parseJson(text) };
  } catch {
    return { fault: syntaxFault(text) };
  }
}

const reasons: Readonly<Record<string, SyntaxReason>> = {
  PropertyNameExpected: 'key',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'brace',
  CloseBracketExpected: 'bracket',
  EndOfFileExpected: 'end',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'text',
  InvalidUnicode: 'text',
  InvalidEscapeCharacter: 'text',
  InvalidCharacter: 'text',
};
const gaps: ReadonlySet<SyntaxReason> = new Set(['key', 'value', 'colon', 'comma', 'brace', 'bracket']);

function syntaxFault(text: string): SyntaxFault {
  const errors: ParseError[] = [];
  jsonTree(text, errors);
  const [first] = errors;
  const reason = first === undefined ? 'other' : (reasons[printParseErrorCode(first.error)] ?? 'other');
  const at = first?.offset ?? 0;
  // What is missing is so behind what stands before it, not where the next thing begins.
  const offset = gaps.has(reason) ? text.slice(0, at).trimEnd().length : at;
  return { kind: 'notJson', path: [], offset, line: new LineIndex(text).positionOf(offset).line + 1, reason };
}

/** Where in the text a fault is; of a part that is not there (any more), what would hold it. */
export function faultPlace(text: string, fault: JsonFault): TextRange {
  if (fault.kind === 'notJson') {
    const offset = Math.min(fault.offset, text.length);
    return { start: offset, end: offset };
  }
  // In the rules of a configuration the name is a key.
  const isKey = fault.kind === 'unknownRule' && fault.path.at(-1) === fault.value;
  return placeOf(text, fault.path, isKey);
}

/** Where a part of a JSON text stands, or its key; of a part that is not there, what would hold it. */
export function placeOf(text: string, path: JsonPath, isKey = false): TextRange {
  let node = jsonTree(text);
  let depth = 0;
  for (; depth < path.length && node !== undefined; depth++) {
    const child = childOf(node, path[depth] ?? '');
    if (child === undefined) break;
    node = child;
  }
  if (node === undefined) return { start: 0, end: 0 };
  const key = isKey && depth === path.length ? node.parent?.children?.[0] : undefined;
  return rangeOf(key ?? node);
}

/** How a person would name a part of the file: `problems.overrides[0].rules`. */
export function fieldName(path: JsonPath): string {
  return path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
    '',
  );
}
