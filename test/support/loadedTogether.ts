import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A built file and all that comes with it, without what is imported on demand: paths below the folder, with `/`. */
export function loadedTogether(folder: string, entry: string): readonly string[] {
  const files = new Set([entry]);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, imported = ''] of text.matchAll(/\b(?:from|import)\s*"(\.[^"]+\.mjs)"/g)) {
      files.add(join(dirname(file), imported).replaceAll('\\', '/'));
    }
  }
  return [...files];
}
