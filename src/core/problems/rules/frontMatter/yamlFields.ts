import { type KeyForm, type KeyHead, type KeyLine, keyLines } from '../../../article/keyLines';
import type { TextRange } from '../../../text/textRange';

/** One top-level field of YAML that may be malformed: its key's line and all below that go with it. */
export interface YamlField {
  /** Empty where the first line is no field. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** From the colon to the value, white space included. */
  readonly colon: TextRange;
  readonly form: KeyForm;
  /** How far the key is from the margin of the others. */
  readonly inset: number;
  readonly lines: readonly KeyLine[];
}

interface Open {
  readonly head: KeyHead | undefined;
  readonly lines: KeyLine[];
}

/** Cuts YAML at the lines that start a field at its margin. Lines end in LF or CRLF. Takes linear time. */
export function yamlFields(content: string): readonly YamlField[] {
  const lines = keyLines(content, { start: 0, end: content.length }, 'yaml');
  const margin = marginOf(lines);
  const fields: YamlField[] = [];
  let open: Open | undefined;
  for (const line of lines) {
    const { meant, isBare } = line;
    const startsField = meant !== undefined && (line.indent === margin || open === undefined);
    if (startsField || (open === undefined && !isBare)) {
      if (open !== undefined) fields.push(fieldOf(open, line.start, margin));
      open = { head: startsField ? meant : undefined, lines: [line] };
    } else {
      open?.lines.push(line);
    }
  }
  if (open !== undefined) fields.push(fieldOf(open, content.length, margin));
  return fields;
}

/** A field that is all of a text, its lines counted anew. */
export function fieldAlone(source: string): YamlField | undefined {
  return yamlFields(source)[0];
}

function fieldOf({ head, lines }: Open, end: number, margin: number): YamlField {
  const start = lines[0]?.start ?? end;
  const colon = head?.separator ?? { start, end: start };
  const inset = (lines[0]?.indent ?? 0) - margin;
  return { key: head?.key ?? '', start, end, colon, form: head?.form ?? 'exact', inset, lines };
}

/** The indentation of the field that stands furthest to the left. */
function marginOf(lines: readonly KeyLine[]): number {
  let margin = Number.POSITIVE_INFINITY;
  for (const { indent, meant } of lines) if (meant !== undefined && indent < margin) margin = indent;
  return margin === Number.POSITIVE_INFINITY ? 0 : margin;
}
