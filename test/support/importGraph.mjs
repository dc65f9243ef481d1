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
    .filter((file) => file !== undefined && !file.startsWith('src/core/'));
  await writeFile(path, JSON.stringify({ imports, product: [...new Set(product)] }));
}

function isOurs(file) {
  return /^(src|test)\//.test(file);
}

/** A file that is bundled on its own is external to the one that imports it. */
function fileOf(importer, { path, external }) {
  if (!external) return path;
  if (!path.startsWith('.')) return undefined;
  const file = `${posix.join(posix.dirname(importer), path)}.ts`;
  return existsSync(file) ? file : undefined;
}
