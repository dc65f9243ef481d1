import { isKnownKey } from '../../../article/keyLines';
import type { Fix } from '../../../text/fix';
import { lineBreakOf } from '../../../text/lineBreak';
import { nextLine } from '../../../text/lineScan';
import { say } from '../../../text/message';
import { applyEdits, insert, remove } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import { type FieldRepair, firstValue, holdsText, writeTitle } from './fieldRepair';
import { isReadable } from './safeYaml';
import { readAsText, scalarRepairs } from './scalarRepair';
import { editBetween, movedEdits, type SyntaxFault } from './syntaxFault';

/** As many as front matter that cannot be parsed is read over; what is longer has swallowed something else. */
const mostLines = 8;
/** A title that is longer once it is joined may hold the first paragraph too: the fix is a guess. */
const longestPlain = 300;

/** A text whose lines YAML does not put together. */
export const joinedFaults: FieldRepair = (source, field) => {
  const first = firstValue(source, field);
  const rest = field.lines.slice(1).filter(({ start, end }) => source.slice(start, end).trim() !== '');
  const [next] = rest;
  const last = rest.at(-1);
  if (next === undefined || last === undefined || first === '' || rest.length > mostLines) return undefined;
  const opened = /^["'“]/.test(first);
  if (!(opened || holdsText(field.key))) return undefined;
  const lines = rest.map(({ start, end }) => source.slice(start, end).trim());
  if (lines.some((line) => /^(?:#|<|-{2,}|-\s|={3,}|!\[)/.test(line))) return undefined;
  const joined = lines.reduce(join, first);
  const [repair] = readAsText(joined) === undefined ? scalarRepairs(joined) : [undefined];
  const value = repair === undefined ? joined : applyEdits(joined, repair.edits);
  const meaning = readAsText(value);
  if (meaning === undefined) return undefined;
  const place = { start: field.colon.end, end: last.start + source.slice(last.start, last.end).trimEnd().length };
  const isGuess = repair?.isGuess === true || joined.length > longestPlain || /^[|>&*!]/.test(first);
  const fix: Fix = {
    title: writeTitle(field.key, meaning),
    edits: movedEdits([editBetween(source.slice(place.start, place.end), value)], place.start),
    ...(isGuess ? { isGuess } : {}),
  };
  return [
    {
      range: { start: next.start + next.indent, end: place.end },
      message: say('This is cut off from the text above. Write the text on one line.'),
      fixes: missingColon(source, next, fix),
    },
  ];
};

/** A line that starts with the name of a field rather lacks its colon. */
function missingColon(source: string, line: TextRange, joined: Fix): readonly Fix[] {
  const [, key = '', space = ''] = /^([a-z]+)([ \t]+)\S/.exec(source.slice(line.start, line.end)) ?? [];
  if (!isKnownKey(key)) return [joined];
  const start = line.start + key.length;
  const edits = [{ range: { start, end: start + space.length }, text: ': ' }];
  const guess: Fix = { title: say('Write a colon behind "{0}"', key), edits, isGuess: true };
  const doubtful: Fix = { ...joined, isGuess: true };
  return isReadable(applyEdits(source, edits)) ? [guess, doubtful] : [doubtful];
}

function join(text: string, line: string): string {
  return isWide(text.at(-1)) && isWide(line[0]) ? text + line : `${text} ${line}`;
}

function isWide(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '\u2e80' && sign <= '\uffef';
}

/** Lines at the margin that are no part of any field. */
export const strayLineFaults: FieldRepair = (source, field) => {
  const index = field.lines.findIndex((line, at) => at > 0 && isStray(source, line));
  const line = field.lines[index];
  if (line === undefined) return undefined;
  const text = source.slice(line.start, line.end).trimEnd();
  const range = { start: line.start, end: line.start + text.length };
  return [
    isRule(text) ? ruleFault(range, nextLine(source, line.end)) : noFieldFault(source, range, field.lines[index - 1]),
  ];
};

export function isRule(text: string): boolean {
  return /^(?:-{2,}|={3,}|\*{3,}|—+|–{2,})$/.test(text);
}

function isStray(source: string, line: TextRange): boolean {
  return (
    /^[^\s#\]}]/.test(source.slice(line.start, line.end)) && !/^-(?:\s|$)/.test(source.slice(line.start, line.end))
  );
}

function ruleFault(range: TextRange, next: number): SyntaxFault {
  const fix = { title: say('Remove this line'), edits: [remove(range.start, next)] };
  return { range, message: say('This line neither ends the front matter nor is it a field. Remove it.'), fixes: [fix] };
}

function noFieldFault(source: string, range: TextRange, above: TextRange | undefined): SyntaxFault {
  const isBody =
    (above !== undefined && source.slice(above.start, above.end).trim() === '') ||
    /^[<#]/.test(source.slice(range.start));
  const lineBreak = lineBreakOf(source);
  const close: Fix = {
    title: say('End the front matter above this line'),
    edits: [insert(range.start, `---${lineBreak}`)],
    isGuess: true,
  };
  return {
    range,
    message: say('This line is no field, as it has no colon. Write it as "key: value", or remove it.'),
    fixes: isBody ? [close] : [],
  };
}
