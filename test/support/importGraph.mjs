import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { posix } from 'node:path';

/** Writes what the bundler has seen, for `npm run test:changed`: see runner/affectedTests.ts for what is in it. */
export async function writeImportGraph(path, metafiles, productMetafiles) {
  const imports = {};
  for (const { inputs } of metafiles) {
    for (const [file, input] of Object.entries(inputs)) {
      if (!isOurs(file)) continue;
      const imported = input.imports.map((one) => fileOf(file, one)).filter((one) => one !== undefined && isOurs(one));
      imports[file] = [...new Set([...(imports[file] ?? []), ...imported])];
    }
  }
  const product = productMetafiles
    .flatMap(({ outputs }) => Object.values(outputs).map(({ entryPoint }) => entryPoint))
    // Every file of core starts a bundle in the check that core is pure.
    .filter((file) => file !== undefined && isOurs(file) && !file.startsWith('src/core/'));
  await writeFile(path, JSON.stringify({ imports, product: [...new Set(product)] }));
}

function isOurs(file) {
  return /^(src|test)\//.test(file);
}

/** A file that is bundled on its own is external to the one that imports it, and one that is loaded late has another name. */
function fileOf(importer, { path, external, original }) {
  const written = external ? path : path.startsWith('late:') ? original : undefined;
  if (written === undefined) return path;
  if (!written.startsWith('.')) return undefined;
  const file = `${posix.join(posix.dirname(importer), written)}.ts`;
  return existsSync(file) ? file : undefined;
}
