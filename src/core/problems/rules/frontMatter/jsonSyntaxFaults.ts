import { withBraces } from '../../../article/readFrontMatter';
import { tryParseJson } from '../../../text/json/parseJson';
import { type Message, say } from '../../../text/message';
import { readJsonLoosely } from './jsonScan';
import { doubtful, mendedText, type SyntaxFault } from './syntaxFault';

/** What keeps JSON from being read: each fault where it is. Brackets that are never closed only where that is asked. */
export function jsonSyntaxFaults(content: string, tellsUnclosed: boolean): readonly SyntaxFault[] {
  if (isReadable(content)) return [];
  const { faults, unclosed } = readJsonLoosely(content);
  const all = unclosed === undefined ? faults : [...faults, unclosed];
  const told = tellsUnclosed ? all : faults;
  // Where the fixes lead nowhere, what comes after the first fault only follows from it.
  const mends = tellsUnclosed && all.length > 0 && isReadable(mendedText(content, all));
  if (told.length > 0 || !tellsUnclosed) return mends ? told : told.slice(0, 1).map(doubtful);
  const start = content.length - content.trimStart().length;
  const end = Math.max(start + 1, start + (/^[^\r\n]*/.exec(content.slice(start))?.[0].trimEnd().length ?? 0));
  return [{ range: { start, end: Math.min(end, content.length) }, message: unreadable, fixes: [] }];
}

const unreadable: Message = say('This is not JSON. Write fields as "key": "value", with commas between them.');

function isReadable(content: string): boolean {
  return tryParseJson(withBraces(content)) !== undefined;
}
