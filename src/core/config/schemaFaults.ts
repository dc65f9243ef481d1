import type { CheckSettings } from '../problems/checkSettings';
import { compiledSchema } from '../problems/rules/metadata/frontMatterSchema';
import type { JsonFault } from '../text/json/jsonFault';

/**
 * The schemas of a configuration that cannot be used, and the regular expressions in them. No article is told of them, so whoever checks an archive tells
 * this once. Makes every schema ready, which takes its time: not for when settings are merely read.
 */
export function schemaFaults({ schema, sourceSchemas }: CheckSettings): readonly JsonFault[] {
  const all: readonly (readonly [readonly string[], unknown])[] = [
    ...(schema === undefined ? [] : [[['problems', 'schema'], schema] as const]),
    ...Object.entries(sourceSchemas).map(([name, one]) => [['problems', 'sourceSchemas', name], one] as const),
  ];
  return all.flatMap(([path, one]): readonly JsonFault[] => {
    const compiled = compiledSchema(one);
    if (compiled.kind === 'broken') {
      return [{ kind: 'unusableSchema', path, detail: compiled.detail }];
    }
    return compiled.unusable.map(({ path: within, pattern, detail }) => ({
      kind: 'unusablePattern',
      path: [...path, ...within],
      value: pattern,
      detail,
    }));
  });
}
