import { isKnownKey } from '../../../article/keyLines';
import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import { applyEdits } from '../../../text/textEdit';
import { colonSlips } from './colonRepair';
import type { FieldRepair } from './fieldRepair';
import { flowSlips } from './flowRepair';
import { listSlips, nestedKeySlips, tabSlips } from './indentationRepair';
import { lineSlips } from './lineRepair';
import { isReadable, yamlFaults } from './safeYaml';
import { doubtful, editBetween, mendedText, type Slip } from './slip';
import { joinedSlips, strayLineSlips } from './spreadValue';
import { fieldAlone, type YamlField } from './yamlFields';
import { yamlMessage } from './yamlMessage';

/** Those that only bring the others into play: what they leave may be broken still. */
const layoutRepairs: readonly FieldRepair[] = [colonSlips, tabSlips];
const valueRepairs: readonly FieldRepair[] = [lineSlips, flowSlips, listSlips, nestedKeySlips, joinedSlips];

/** All that is wrong with one field, each thing once. */
export function fieldSlips(source: string): readonly Slip[] {
  const field = fieldAlone(source);
  if (field === undefined) return [];
  const layout = firstOf(layoutRepairs, source, field);
  if (layout !== undefined) return withValueMended(source, layout);
  const [error] = yamlFaults(source);
  if (error === undefined) return field.key === '' ? [noColonSlip(source, field)] : [];
  let partial: readonly Slip[] = [];
  for (const repair of valueRepairs) {
    const slips = repair(source, field) ?? [];
    if (slips.length > 0 && isReadable(mendedText(source, slips))) return slips;
    if (partial.length === 0) partial = slips;
  }
  const stray = strayLineSlips(source, field);
  if (stray !== undefined) return stray;
  if (partial.length > 0) return partial.map(doubtful);
  if (field.key === '') return [noColonSlip(source, field)];
  return [{ range: errorRange(source, field, error.pos), message: yamlMessage(error), fixes: [] }];
}

/** The first thing that is wrong with a field, without a fix: for one that is too large to try any. */
export function firstSlip(source: string): Slip | undefined {
  const field = fieldAlone(source);
  const [error] = field === undefined ? [] : yamlFaults(source);
  if (field === undefined || error === undefined) return undefined;
  return { range: errorRange(source, field, error.pos), message: yamlMessage(error), fixes: [] };
}

function firstOf(repairs: readonly FieldRepair[], source: string, field: YamlField): readonly Slip[] | undefined {
  for (const repair of repairs) {
    const slips = repair(source, field);
    if (slips !== undefined && slips.length > 0) return slips;
  }
  return undefined;
}

/** A slip in the layout hides what is wrong behind it: its fix mends both, or it would only show the next error. */
function withValueMended(source: string, slips: readonly Slip[]): readonly Slip[] {
  const [slip] = slips;
  const fix = slip?.fixes[0];
  const once = mendedText(source, slips);
  if (slip === undefined || fix === undefined || once === source || isReadable(once)) return slips;
  const behind = fieldSlips(once);
  const twice = mendedText(once, behind);
  if (!isReadable(twice)) return slips.map(doubtful);
  const isGuess = fix.isGuess === true || behind.some(({ fixes }) => fixes[0]?.isGuess === true);
  const whole: Fix = { title: fix.title, edits: [editBetween(source, twice)], ...(isGuess ? { isGuess } : {}) };
  return [{ ...slip, fixes: [whole] }];
}

const noColon: Message = say('This line is no field, as it has no colon. Write it as "key: value", or remove it.');

function noColonSlip(source: string, field: YamlField): Slip {
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
function errorRange(source: string, field: YamlField, [at]: readonly [number, number]): Slip['range'] {
  const last = field.lines.findLast((line) => source.slice(line.start, line.end).trim() !== '');
  const line = field.lines.findLast((one) => one.start <= at && source.slice(one.start, one.end).trim() !== '') ??
    last ?? { start: 0, end: source.length };
  const inside = Math.min(at, line.end);
  const value = line === field.lines[0] && field.colon.end < line.end ? field.colon.end : line.start;
  const rest = source.slice(inside, line.end).trim() === '' ? value : inside;
  const start = rest + (/^\s*/.exec(source.slice(rest, line.end))?.[0].length ?? 0);
  return { start, end: line.start + source.slice(line.start, line.end).trimEnd().length };
}
