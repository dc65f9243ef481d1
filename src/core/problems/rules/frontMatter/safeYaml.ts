import type { Document, YAMLParseError } from 'yaml';
import { parseYaml } from '../../../article/exactYaml';

export type YamlFault = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Parses YAML; undefined where that ends in a throw, as brackets in brackets by the thousand do. */
export function parseSafely(content: string): Document.Parsed | undefined {
  try {
    return parseYaml(content);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** What the parser complains of, in its order. */
export function yamlFaults(content: string): readonly YamlFault[] {
  return parseSafely(content)?.errors ?? [{ code: 'IMPOSSIBLE', message: '', pos: [0, 1] }];
}

export function isReadable(content: string): boolean {
  return yamlFaults(content).length === 0;
}
