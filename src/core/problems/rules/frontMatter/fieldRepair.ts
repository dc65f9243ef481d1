import { type Message, say } from '../../../text/message';
import { inTitle, type SyntaxFault } from './syntaxFault';
import type { YamlField } from './yamlFields';

/** Finds faults in a field whose text starts at zero. Undefined where it is not a case for this repair. */
export type FieldRepair = (source: string, field: YamlField) => readonly SyntaxFault[] | undefined;

const textKey =
  /^(?:title|headline|subtitle|description|summary|excerpt|abstract|source|publisher|site|author|name|editor|alt|caption)$/i;

/** Whether a field holds a text for people, in which signs of YAML are no signs of YAML. */
export function holdsText(key: string): boolean {
  return textKey.test(key);
}

export function writeTitle(key: string, meaning: string): Message {
  return say('Write the {0} as "{1}"', key, inTitle(meaning));
}

/** What stands on the key's own line behind the colon. */
export function firstValue(source: string, field: YamlField): string {
  return source.slice(field.colon.end, field.lines[0]?.end ?? field.colon.end).trimEnd();
}
