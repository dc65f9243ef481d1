import { isBlank, lineEnd, nextLine } from '../../../text/lineScan';
import type { TextRange } from '../../../text/textRange';

/** One line; its end does not count the line break. */
export type YamlLine = TextRange;

/** What is wrong with the sign between a key and its value. */
export type ColonSlip = 'noSpace' | 'wideColon' | 'wideSpace';

/** One top-level field of YAML that may be malformed: its key's line and all below that go with it. */
export interface YamlField {
  /** Empty where the first line is no field. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** From the colon to the value, white space included. */
  readonly colon: TextRange;
  readonly colonSlip?: ColonSlip;
  /** How far the key is from the margin of the others. */
  readonly inset: number;
  readonly lines: readonly YamlLine[];
}

const strictKey =
  /(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\n]|'')*)'|([^\s#"'\-[\]{},&*!|>%@`:][^\n]{0,200}?))[ \t]*:(?=[ \t\r\n]|$)[ \t]*/y;
const looseKey = /([\p{L}_][\p{L}\p{N}_.-]{0,40})[ \t]*([:：])([\u00a0\u2000-\u200b\u3000\ufeff \t]*)(?=[^\s])/uy;
/** Keys that are known by name may lack what others need to be told from prose. */
const knownKey =
  /^(?:title|headline|subtitle|date|published|created|updated|source|publisher|site|author|link|url|from|original|categor(?:y|ies)|tags?|layout|description|summary|excerpt|headimg|thumbnail|image|cover|comments|permalink|lang)$/i;

export function isKnownKey(key: string): boolean {
  return knownKey.test(key);
}

/** Cuts YAML at the lines that start a field at its margin. Lines end in LF or CRLF. Takes linear time. */
export function yamlFields(content: string): readonly YamlField[] {
  const lines = linesOf(content);
  const margin = marginOf(content, lines);
  const fields: YamlField[] = [];
  let open: { head: KeyHead; lines: YamlLine[] } | undefined;
  const close = (end: number): void => {
    if (open !== undefined) fields.push(fieldOf(open.head, open.lines, end, margin));
  };
  for (const line of lines) {
    const indent = indentOf(content, line);
    const isBare = isBlank(content, line.start, line.end) || content[line.start + indent] === '#';
    const head = isBare ? undefined : keyAt(content, line, indent);
    const startsField = head !== undefined && (indent === margin || open === undefined);
    if (startsField || (open === undefined && !isBare)) {
      close(line.start);
      const none = { start: line.start, end: line.start };
      open = { head: startsField ? head : { key: '', colon: none, indent }, lines: [line] };
    } else {
      open?.lines.push(line);
    }
  }
  close(content.length);
  return fields;
}

/** A field that is all of a text, its lines counted anew. */
export function fieldAlone(source: string): YamlField | undefined {
  return yamlFields(source)[0];
}

interface KeyHead {
  readonly key: string;
  readonly colon: TextRange;
  readonly colonSlip?: ColonSlip;
  readonly indent: number;
}

function fieldOf(head: KeyHead, lines: readonly YamlLine[], end: number, margin: number): YamlField {
  const { indent, ...parts } = head;
  return { ...parts, start: lines[0]?.start ?? end, end, lines, inset: indent - margin };
}

function keyAt(content: string, line: YamlLine, indent: number): KeyHead | undefined {
  const start = line.start + indent;
  strictKey.lastIndex = start;
  const strict = strictKey.exec(content);
  if (strict !== null && strictKey.lastIndex <= line.end) {
    const end = strictKey.lastIndex;
    const colon = { start: content.lastIndexOf(':', end - 1), end };
    const key = strict[1] ?? strict[2] ?? strict[3] ?? '';
    // A full-width colon before the one that was found is far likelier the one that was meant.
    // Behind ` #` all is a comment, the colon as well.
    if (/[ \t]#/.test(key)) return undefined;
    if (!key.includes('：')) return { key, colon, indent };
  }
  looseKey.lastIndex = start;
  const loose = looseKey.exec(content);
  if (loose === null || looseKey.lastIndex > line.end) return undefined;
  const [written, key = '', sign, space = ''] = loose;
  const isWide = sign === '：';
  const known = knownKey.test(key) || (!isWide && /^[a-z_][a-z\d_-]*$/.test(key));
  if (!known || content.startsWith('//', looseKey.lastIndex)) return undefined;
  const colon = { start: start + written.length - space.length - 1, end: looseKey.lastIndex };
  const colonSlip = isWide ? 'wideColon' : space === '' ? 'noSpace' : 'wideSpace';
  return { key, colon, colonSlip, indent };
}

/** The indentation of the field that stands furthest to the left. */
function marginOf(content: string, lines: readonly YamlLine[]): number {
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const indent = indentOf(content, line);
    if (indent >= margin || content[line.start + indent] === '#') continue;
    if (keyAt(content, line, indent) !== undefined) margin = indent;
    if (margin === 0) return 0;
  }
  return margin === Number.POSITIVE_INFINITY ? 0 : margin;
}

/** Spaces and tabs that a line starts with. */
export function indentOf(content: string, line: YamlLine): number {
  let at = line.start;
  while (at < line.end && (content.charCodeAt(at) === 32 || content.charCodeAt(at) === 9)) at++;
  return at - line.start;
}

export function linesOf(content: string): readonly YamlLine[] {
  const lines: YamlLine[] = [];
  for (let start = 0; start < content.length; ) {
    const end = lineEnd(content, start);
    lines.push({ start, end });
    start = nextLine(content, end);
  }
  return lines;
}
