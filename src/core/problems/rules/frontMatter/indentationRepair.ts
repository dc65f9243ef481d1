import { isKnownKey } from '../../../article/keyLines';
import { lineBreakOf } from '../../../text/lineBreak';
import { say } from '../../../text/message';
import { applyEdits, insert, remove, type TextEdit } from '../../../text/textEdit';
import { type FieldRepair, firstValue, holdsText } from './fieldRepair';
import { isReadable } from './safeYaml';

/** Lines that are indented with tabs. */
export const tabFaults: FieldRepair = (source, field) => {
  const indents = field.lines
    .map((line) => ({ start: line.start, end: line.start + line.indent }))
    .filter(({ start, end }) => source.slice(start, end).includes('\t') && !/^[\r\n]?$/.test(source.charAt(end)));
  const [first] = indents;
  if (first === undefined || isReadable(source)) return undefined;
  const widths = [2, 4, 8].map((width) =>
    indents.map(
      (range): TextEdit => ({ range, text: source.slice(range.start, range.end).replaceAll('\t', ' '.repeat(width)) }),
    ),
  );
  const edits = widths.find((tried) => isReadable(applyEdits(source, tried))) ?? widths[0] ?? [];
  return [
    {
      range: first,
      message: say('Tabs cannot indent a field. Use spaces.'),
      fixes: [{ title: say('Indent with spaces'), edits }],
    },
  ];
};

const item = /^[ \t]*-(?=[ \t]|$)/;
const itemWithoutSpace = /^([ \t]*-)[^\s-]/;

/** Items of one list that do not stand in line, or lack the space after their dash. */
export const listFaults: FieldRepair = (source, field) => {
  const rest = field.lines.slice(1).map((line) => ({ line, text: source.slice(line.start, line.end) }));
  const value = firstValue(source, field);
  if (value !== '' && !value.startsWith('#')) return dashOnKeyLine(source, field, value, rest);
  const edits: TextEdit[] = [];
  let range: { start: number; end: number } | undefined;
  let target: number | undefined;
  let shift = 0;
  for (const { line, text } of rest) {
    if (text.trim() === '' || /^[ \t]*#/.test(text)) continue;
    const indent = line.indent;
    const dash = itemWithoutSpace.exec(text)?.[1];
    const isItem = dash !== undefined || item.test(text);
    // A list in a list is laid out in more ways than one.
    if (isItem && /^[ \t]*-[ \t]+-[ \t]|:[ \t]*$/.test(text)) return undefined;
    if (isItem) {
      target ??= indent;
      shift = target - indent;
    } else if (target === undefined) return undefined;
    if (shift !== 0 || dash !== undefined)
      range ??= { start: line.start + indent, end: line.start + text.trimEnd().length };
    if (shift > 0) edits.push(insert(line.start, ' '.repeat(shift)));
    if (shift < 0) edits.push(remove(line.start, line.start + Math.min(-shift, indent)));
    if (dash !== undefined) edits.push(insert(line.start + dash.length, ' '));
  }
  if (range === undefined) return undefined;
  return [
    {
      range,
      message: say('This item is not in line with the others. Start all items alike, each with a dash and a space.'),
      fixes: [{ title: say('Put the items in line'), edits }],
    },
  ];
};

function dashOnKeyLine(
  source: string,
  field: Parameters<FieldRepair>[1],
  value: string,
  rest: readonly { readonly text: string }[],
): ReturnType<FieldRepair> {
  if (!/^-[ \t]/.test(value)) return undefined;
  const indent = /^[ \t]*(?=-[ \t])/.exec(rest.find(({ text }) => text.trim() !== '')?.text ?? '')?.[0] ?? '  ';
  const lineBreak = lineBreakOf(source);
  const start = field.colon.end;
  return [
    {
      range: { start, end: start + value.length },
      message: say('A list starts on the line below its key.'),
      fixes: [
        {
          title: say('Start the list on the line below'),
          edits: [{ range: { start: field.colon.start + 1, end: start }, text: lineBreak + indent }],
        },
      ],
    },
  ];
}

const nestedKey = /^[ \t]+([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*:(?:[ \t]|$)/u;

/** A field that is indented below one that has a value already. */
export const nestedKeyFaults: FieldRepair = (source, field) => {
  const value = firstValue(source, field);
  if (value === '' || /^[|>[{#&!]/.test(value)) return undefined;
  const texts = field.lines.map(({ start, end }) => source.slice(start, end));
  const index = texts.findIndex((text, at) => at > 0 && nestedKey.test(text));
  const line = field.lines[index];
  if (line === undefined) return undefined;
  const key = nestedKey.exec(texts[index] ?? '')?.[1] ?? '';
  // In the lines of a text a word with a colon is no field.
  if (holdsText(field.key) && !isKnownKey(key)) return undefined;
  const indent = line.indent;
  const edits = field.lines
    .slice(index)
    .map((one) => remove(one.start, one.start + Math.min(indent, one.indent)))
    .filter(({ range }) => range.end > range.start);
  const end = line.start + (texts[index] ?? '').trimEnd().length;
  return [
    {
      range: { start: line.start + indent, end },
      message: say(
        'This field is indented, so that it reads as part of the one above. Start it where the others start.',
      ),
      fixes: [{ title: say('Start the field where the others start'), edits }],
    },
  ];
};
