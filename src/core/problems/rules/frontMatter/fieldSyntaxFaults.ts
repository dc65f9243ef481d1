import { isKnownKey } from '../../../article/keyLines';
import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import { applyEdits } from '../../../text/textEdit';
import { colonFaults } from './colonRepair';
import type { FieldRepair } from './fieldRepair';
import { flowFaults } from './flowRepair';
import { listFaults, nestedKeyFaults, tabFaults } from './indentationRepair';
import { lineFaults } from './lineRepair';
import { isReadable, yamlFaults } from './safeYaml';
import { joinedFaults, strayLineFaults } from './spreadValue';
import { doubtful, editBetween, mendedText, type SyntaxFault } from './syntaxFault';
import { fieldAlone, type YamlField } from './yamlFields';
import { yamlMessage } from './yamlMessage';

/** Those that only bring the others into play: what they leave may be broken still. */
const layoutRepairs: readonly FieldRepair[] = [colonFaults, tabFaults];
const valueRepairs: readonly FieldRepair[] = [lineFaults, flowFaults, listFaults, nestedKeyFaults, joinedFaults];

/** All that is wrong with one field, each thing once. */
export function fieldSyntaxFaults(source: string): readonly SyntaxFault[] {
  const field = fieldAlone(source);
  if (field === undefined) return [];
  const layout = firstOf(layoutRepairs, source, field);
  if (layout !== undefined) return withValueMended(source, layout);
  const [error] = yamlFaults(source);
  if (error === undefined) return field.key === '' ? [noColonFault(source, field)] : [];
  let partial: readonly SyntaxFault[] = [];
  for (const repair of valueRepairs) {
    const faults = repair(source, field) ?? [];
    if (faults.length > 0 && isReadable(mendedText(source, faults))) return faults;
    if (partial.length === 0) partial = faults;
  }
  const stray = strayLineFaults(source, field);
  if (stray !== undefined) return stray;
  if (partial.length > 0) return partial.map(doubtful);
  if (field.key === '') return [noColonFault(source, field)];
  return [{ range: errorRange(source, field, error.pos), message: yamlMessage(error), fixes: [] }];
}

/** The first thing that is wrong with a field, without a fix: for one that is too large to try any. */
export function firstSyntaxFault(source: string): SyntaxFault | undefined {
  const field = fieldAlone(source);
  const [error] = field === undefined ? [] : yamlFaults(source);
  if (field === undefined || error === undefined) return undefined;
  return { range: errorRange(source, field, error.pos), message: yamlMessage(error), fixes: [] };
}

function firstOf(
  repairs: readonly FieldRepair[],
  source: string,
  field: YamlField,
): readonly SyntaxFault[] | undefined {
  for (const repair of repairs) {
    const faults = repair(source, field);
    if (faults !== undefined && faults.length > 0) return faults;
  }
  return undefined;
}

/** A fault in the layout hides what is wrong behind it: its fix mends both, or it would only show the next error. */
function withValueMended(source: string, faults: readonly SyntaxFault[]): readonly SyntaxFault[] {
  const [fault] = faults;
  const fix = fault?.fixes[0];
  const once = mendedText(source, faults);
  if (fault === undefined || fix === undefined || once === source || isReadable(once)) return faults;
  const behind = fieldSyntaxFaults(once);
  const twice = mendedText(once, behind);
  if (!isReadable(twice)) return faults.map(doubtful);
  const isGuess = fix.isGuess === true || behind.some(({ fixes }) => fixes[0]?.isGuess === true);
  const whole: Fix = { title: fix.title, edits: [editBetween(source, twice)], ...(isGuess ? { isGuess } : {}) };
  return [{ ...fault, fixes: [whole] }];
}

const noColon: Message = say('This line is no field, as it has no colon. Write it as "key: value", or remove it.');

function noColonFault(source: string, field: YamlField): SyntaxFault {
  const [line = { start: 0, end: source.length }] = field.lines;
  const text = source.slice(line.start, line.end);
  const start = line.start + (/^\s*/.exec(text)?.[0].length ?? 0);
  const range = { start, end: line.start + text.trimEnd().length };
  const match = /^(\s*)([\p{L}_]+)([ \t]+)\S/u.exec(text);
  const [, indent = '', key = '', space = ''] = match ?? [];
  if (!isKnownKey(key)) return { range, message: noColon, fixes: [] };
  const gap = line.start + indent.length + key.length;
  const edits = [{ range: { start: gap, end: gap + space.length }, text: ': ' }];
  const fix: Fix = { title: say('Write a colon behind "{0}"', key), edits, isGuess: true };
  return { range, message: noColon, fixes: isReadable(applyEdits(source, edits)) ? [fix] : [] };
}

/** The rest of the line that an error is on; the key's line where the parser only notices later. */
function errorRange(source: string, field: YamlField, [at]: readonly [number, number]): SyntaxFault['range'] {
  const last = field.lines.findLast((line) => source.slice(line.start, line.end).trim() !== '');
  const line = field.lines.findLast((one) => one.start <= at && source.slice(one.start, one.end).trim() !== '') ??
    last ?? { start: 0, end: source.length };
  const inside = Math.min(at, line.end);
  const value = line === field.lines[0] && field.colon.end < line.end ? field.colon.end : line.start;
  const rest = source.slice(inside, line.end).trim() === '' ? value : inside;
  const start = rest + (/^\s*/.exec(source.slice(rest, line.end))?.[0].length ?? 0);
  return { start, end: line.start + source.slice(line.start, line.end).trimEnd().length };
}
