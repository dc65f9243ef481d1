import type { CheckSettings } from '../problems/checkSettings';
import { compiledSchema } from '../problems/rules/metadata/frontMatterSchema';
import { type ConfigFault, fieldName } from './configFault';

/**
 * The schemas of a configuration that cannot be used, and the regular expressions in them. No article is told of them, so whoever checks an archive tells
 * this once. Makes every schema ready, which takes its time: not for when settings are merely read.
 */
export function schemaFaults({ schema, sourceSchemas }: CheckSettings): readonly ConfigFault[] {
  const all: readonly (readonly [readonly string[], unknown])[] = [
    ...(schema === undefined ? [] : [[['problems', 'schema'], schema] as const]),
    ...Object.entries(sourceSchemas).map(([name, one]) => [['problems', 'sourceSchemas', name], one] as const),
  ];
  return all.flatMap(([path, one]): readonly ConfigFault[] => {
    const compiled = compiledSchema(one);
    if (compiled.kind === 'broken') {
      return [{ kind: 'brokenSchema', field: fieldName(path), path, detail: compiled.detail }];
    }
    return compiled.unusable.map(({ path: within, pattern, detail }) => {
      const whole = [...path, ...within];
      return { kind: 'unusablePattern', field: fieldName(whole), value: pattern, path: whole, detail };
    });
  });
}
