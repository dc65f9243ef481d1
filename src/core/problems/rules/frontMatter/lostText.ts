import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import { applyEdits } from '../../../text/textEdit';
import { holdsText, writeTitle } from './fieldRepair';
import { wrapEdits } from './quotedText';
import { readAsText } from './scalarRepair';
import { movedFault, type SyntaxFault } from './syntaxFault';
import { type YamlField, yamlFields } from './yamlFields';

/** Whether a look at the fields is worth it. */
const suspicious = /:[ \t]+[#!&*]|[ \t]#[^\s#]/;

/**
 * Texts of which YAML reads only a part, without any error: `title: #1 again`, `title: Gate #4`, `title: !Now`,
 * `title: *Note`.
 */
export function lostTextFaults(content: string): readonly SyntaxFault[] {
  if (!suspicious.test(content)) return [];
  return yamlFields(content.replace(/\r(?!\n)/g, '\n')).flatMap((field) => lostIn(content, field) ?? []);
}

function lostIn(content: string, field: YamlField): SyntaxFault | undefined {
  const [line, next] = field.lines;
  if (line === undefined || field.form !== 'exact' || !holdsText(field.key)) return undefined;
  // A value that goes on below is another matter.
  if (next !== undefined && /^[ \t]+\S/.test(content.slice(next.start, next.end))) return undefined;
  const value = content.slice(field.colon.end, line.end).trimEnd();
  const lost = lossOf(content, value);
  if (lost === undefined) return undefined;
  const edits = wrapEdits(value);
  if (readAsText(applyEdits(value, edits)) !== value) return undefined;
  const fix: Fix = { title: writeTitle(field.key, value), edits, ...(lost.isGuess ? { isGuess: true } : {}) };
  const range = { start: lost.at, end: value.length };
  return movedFault({ range, message: lost.message, fixes: [fix] }, field.colon.end);
}

interface Loss {
  readonly at: number;
  readonly message: Message;
  readonly isGuess: boolean;
}

function lossOf(content: string, value: string): Loss | undefined {
  switch (value[0]) {
    case '#':
      // With a space behind it, or a second `#`, it is how people write comments.
      return /^#[^\s#]/.test(value)
        ? {
            at: 0,
            message: say('This is read as a comment, and the field as empty. Put the text in quotes.'),
            isGuess: false,
          }
        : undefined;
    case '!':
      return /^!(?:[!<]|$)/.test(value) ? undefined : signLoss('!');
    case '&':
      return isUsed(content, value, '*') ? undefined : signLoss('&');
    case '*':
      return isUsed(content, value, '&') ? undefined : signLoss('*');
    case '"':
    case "'":
    case '|':
    case '>':
    case '[':
    case '{':
      return undefined;
  }
  const hash = value.search(/[ \t]#[^\s#]/);
  if (hash < 0) return undefined;
  return { at: hash + 1, message: say('From # on this is read as a comment. Put the text in quotes.'), isGuess: true };
}

function signLoss(sign: string): Loss {
  return {
    at: 0,
    message: say('A text that starts with {0} is read as something else. Put it in quotes.', sign),
    isGuess: false,
  };
}

/** Whether the other half of an anchor is there, so that it is truly one. */
function isUsed(content: string, value: string, other: string): boolean {
  const name = /^.([^\s,[\]{}]+)/.exec(value)?.[1];
  return name !== undefined && new RegExp(`[\\s,[]\\${other}${escaped(name)}(?=[\\s,\\]]|$)`).test(content);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
