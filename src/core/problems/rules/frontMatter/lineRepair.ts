import type { Fix } from '../../../text/fix';
import { lineEnd } from '../../../text/lineScan';
import { say } from '../../../text/message';
import { applyEdits } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import { type FieldRepair, holdsText, writeTitle } from './fieldRepair';
import { yamlFaults } from './safeYaml';
import { readAsText, scalarRepairs, withoutComment } from './scalarRepair';
import { inTitle, movedFault, type SyntaxFault } from './syntaxFault';
import type { YamlField } from './yamlFields';

/** More broken lines than this in one field are not mended one by one. */
const mostLines = 20;

/** Mends the values that stand on a line of their own: that of the key, those of a list, those of nested keys. */
export const lineFaults: FieldRepair = (source, field) => {
  const found: SyntaxFault[] = [];
  let text = source;
  let mended = -1;
  for (let round = 0; round < mostLines; round++) {
    const [error] = yamlFaults(text);
    if (error === undefined) return found;
    const step = nextStep(source, field, text, error.pos[0], mended);
    if (step === undefined) break;
    found.push(step.fault);
    text = step.text;
    mended = step.index;
  }
  return found;
};

interface Step {
  readonly fault: SyntaxFault;
  readonly index: number;
  readonly text: string;
}

/** Mends the line that an error is on, or the one above it: an open quote is noticed only where the next line starts. */
function nextStep(source: string, field: YamlField, text: string, at: number, mended: number): Step | undefined {
  const last = field.lines.findLastIndex(({ start, end }) => source.slice(start, end).trim() !== '');
  const index = Math.min(lineOf(text, at), last);
  for (const tried of [index, index - 1]) {
    const fault = tried <= mended ? undefined : lineFault(source, field, tried);
    if (fault === undefined) continue;
    const better = applyEdits(text, movedTo(text, source, field, tried, fault));
    const [next] = yamlFaults(better);
    const isBetter =
      next === undefined || (lineOf(better, next.pos[0]) > tried && better.length - next.pos[0] < text.length - at);
    if (isBetter) return { fault, index: tried, text: better };
  }
  return undefined;
}

/** The best fix of a fault of one line, in a text in which only lines above it have changed. */
function movedTo(
  text: string,
  source: string,
  field: YamlField,
  index: number,
  fault: SyntaxFault,
): readonly Fix['edits'][number][] {
  const before = field.lines[index]?.end ?? source.length;
  // What follows the line is still the same in both.
  const by = text.length - source.length;
  const [fix] = before > source.length ? [] : fault.fixes;
  return movedFault({ ...fault, fixes: fix === undefined ? [] : [fix] }, by).fixes[0]?.edits ?? [];
}

function lineFault(source: string, field: YamlField, index: number): SyntaxFault | undefined {
  const line = field.lines[index];
  if (line === undefined) return undefined;
  const key = index === 0 ? field.key : '';
  const place =
    index === 0 ? { start: field.colon.end, end: line.end } : valuePlace(line, source.slice(line.start, line.end));
  if (place === undefined) return undefined;
  const written = source.slice(place.start, place.end);
  // What can be read by itself is not what is wrong.
  if (!isScalar(written, key, index) || readAsText(withoutComment(written)) !== undefined) return undefined;
  const repairs = scalarRepairs(written);
  const [best] = repairs;
  if (best === undefined) return undefined;
  const fixes = repairs.map(
    ({ edits, meaning, isGuess }): Fix => ({
      title: index === 0 ? writeTitle(key, meaning) : say('Write it as "{0}"', inTitle(meaning)),
      edits,
      ...(isGuess ? { isGuess } : {}),
    }),
  );
  return movedFault({ range: best.range, message: best.message, fixes }, place.start);
}

/** Lists and mappings are read as such, but in a title. */
function isScalar(written: string, key: string, index: number): boolean {
  if (index === 0 && key === '') return false;
  return holdsText(key) || !/^(?:[[{]|-(?:\s|$))/.test(written);
}

const valueLine = /^[ \t]*(?:-[ \t]+)*(?:[\p{L}_][\p{L}\p{N}_.-]*[ \t]*:[ \t]+)?(?=\S)/u;
const itemLine = /^[ \t]*-[ \t]+/;

function valuePlace(line: TextRange, text: string): TextRange | undefined {
  const before = (valueLine.exec(text) ?? itemLine.exec(text))?.[0];
  if (before === undefined || before.trim() === '') return undefined;
  return { start: line.start + before.length, end: line.end };
}

function lineOf(text: string, at: number): number {
  let line = 0;
  for (let end = lineEnd(text, 0); end < at && end < text.length; end = lineEnd(text, end + 1)) {
    // CRLF is one line break.
    if (!(text[end] === '\r' && text[end + 1] === '\n')) line++;
  }
  return line;
}
