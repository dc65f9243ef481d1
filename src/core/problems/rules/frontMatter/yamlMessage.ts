import { type Message, say } from '../../../text/message';
import type { YamlFault } from './safeYaml';

/** What a fault of YAML means to somebody who has never heard of YAML. */
export function yamlMessage({ code, message }: Pick<YamlFault, 'code' | 'message'>): Message {
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return say('In double quotes a backslash changes what follows it. Write it twice to have one.');
    case 'BAD_SCALAR_START':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return say('This value cannot be read as it stands. Put it in quotes.');
    case 'TAB_AS_INDENT':
      return say('Tabs cannot indent a field. Use spaces.');
    case 'BAD_INDENT':
      return say('This line is indented in another way than those around it. Bring it in line with them.');
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return say('This line is no field, as it has no colon. Write it as "key: value", or remove it.');
    case 'MISSING_CHAR':
      if (message.includes('closing')) return say('A quote is opened here and never closed. Close it.');
      return message.includes('flow')
        ? say('A comma is missing before this item.')
        : say('This line is no field, as it has no colon. Write it as "key: value", or remove it.');
    case 'DUPLICATE_KEY':
      return say('This field is there twice. Keep one.');
    case 'BAD_ALIAS':
      return say('A value that starts with * or & is read as something else. Put it in quotes.');
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_PROP_ORDER':
      return say('A value that starts with ! or & is read as something else. Put it in quotes.');
    default:
      return say('This cannot be read. Put the value in quotes, or bring the line into the form "key: value".');
  }
}
