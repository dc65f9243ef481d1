import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: bundles lie at different depths below it. */
export const projectRoot = rootAbove(__dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${__dirname}: run the tests from a checkout.`);
  return rootAbove(parent);
}
