import { say } from '../../../text/message';
import { remove } from '../../../text/textEdit';
import { fieldSyntaxFaults, firstSyntaxFault } from './fieldSyntaxFaults';
import { isReadable, yamlFaults } from './safeYaml';
import { doubtful, movedFault, type SyntaxFault } from './syntaxFault';
import { type YamlField, yamlFields } from './yamlFields';
import { yamlMessage } from './yamlMessage';

/** What keeps YAML from being read: each fault once, where it is, and not what follows from it. */
export function yamlSyntaxFaults(content: string): readonly SyntaxFault[] {
  // To the YAML standard a lone CR ends a line; the parser does not know it.
  const text = content.replace(/\r(?!\n)/g, '\n');
  const [error] = yamlFaults(text);
  if (error === undefined) return [];
  const conflict = mergeConflict(text);
  if (conflict !== undefined) return [conflict];
  const faults = /^\s*[[{]/.test(text) || text.length > mostRead ? [] : faultsOfFields(text, yamlFields(text));
  if (faults.length > 0) return faults;
  const start = Math.min(error.pos[0], Math.max(text.trimEnd().length - 1, 0));
  const lineStop = text.indexOf('\n', start);
  const end = Math.max(start + 1, text.slice(start, lineStop < 0 ? text.length : lineStop).trimEnd().length + start);
  return [{ range: { start, end: Math.min(end, text.length) }, message: yamlMessage(error), fixes: [] }];
}

/** Nobody mends more than this one by one. */
const mostFaults = 100;
/** To find a fix a field is read again and again: what is larger than any real one only gets its first fault told. */
const longestField = 8 * 1024;
const mostMended = 32 * 1024;
/** Of even larger front matter only the first fault is told. */
const mostRead = 64 * 1024;

function faultsOfFields(text: string, fields: readonly YamlField[]): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  let mended = 0;
  for (const field of fields) {
    if (faults.length >= mostFaults) break;
    const source = text.slice(field.start, field.end);
    const isSmall = source.length <= longestField && mended <= mostMended;
    const found =
      field.inset > 0
        ? []
        : isSmall
          ? fieldSyntaxFaults(source)
          : [firstSyntaxFault(source)].flatMap((fault) => fault ?? []);
    if (found.length > 0) mended += source.length;
    faults.push(
      ...(field.inset > 0 ? [insetFault(text, field)] : found.map((fault) => movedFault(fault, field.start))),
    );
  }
  return faults;
}

/** A field before all others that is indented while they are not. */
function insetFault(text: string, field: YamlField): SyntaxFault {
  const edits = field.lines
    .map((line) => remove(line.start, line.start + Math.min(field.inset, line.indent)))
    .filter(({ range }) => range.end > range.start);
  const line = text.slice(field.start, field.lines[0]?.end);
  const fault = {
    range: { start: field.start + (/^[ \t]*/.exec(line)?.[0].length ?? 0), end: field.start + line.trimEnd().length },
    message: say('This field is indented, while the others are not. Start it where the others start.'),
    fixes: [{ title: say('Start the field where the others start'), edits }],
  };
  return isReadable(text.slice(field.start, field.end)) ? fault : doubtful(fault);
}

function mergeConflict(text: string): SyntaxFault | undefined {
  const match = /^<{7}(?: .*)?$/m.exec(text);
  if (match === null || !/^={7}\s*$/m.test(text)) return undefined;
  const end = /^>{7}(?: .*)?$/m.exec(text.slice(match.index));
  const stop = end === null ? match.index + match[0].length : match.index + end.index + end[0].length;
  return {
    range: { start: match.index, end: stop },
    message: say('A merge left two versions here. Keep one, and remove the lines with <<<<<<<, ======= and >>>>>>>.'),
    fixes: [],
  };
}
