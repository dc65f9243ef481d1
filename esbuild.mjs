import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, context } from 'esbuild';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/**
 * YAML is read and never written: files are changed where they must be and nowhere else. So the half of the package that
 * writes is left out too.
 *
 * gray-matter reaches for a file system, a YAML engine and, in that, a JavaScript parser. It is given texts and engines
 * of our own, so these are left out; whoever called one all the same would hear of it.
 */
const neverUsed = {
  name: 'never-used',
  setup(plugin) {
    plugin.onResolve({ filter: /^(fs|js-yaml)$/ }, ({ path, importer }) =>
      importer.includes('gray-matter') ? { path, namespace: 'never-used' } : undefined,
    );
    plugin.onResolve({ filter: /\/stringify(Collection|Document|Pair|String)?\.js$/ }, ({ path, importer }) =>
      /[\\/]yaml[\\/]/.test(importer) ? { path, namespace: 'never-used' } : undefined,
    );
    plugin.onLoad({ filter: /.*/, namespace: 'never-used' }, ({ path }) => ({
      contents: `const refuse = () => { throw new Error('${path} is never to be used'); };
        module.exports = {
          readFileSync: refuse, safeLoad: refuse, safeDump: refuse,
          createStringifyContext: refuse, stringify: refuse, stringifyCollection: refuse,
          stringifyDocument: refuse, stringifyPair: refuse, stringifyString: refuse,
        };`,
    }));
  },
};

/** Reading HTML brings the names of all characters along; reading Markdown takes them from there. */
const oneTableOfNames = {
  name: 'one-table-of-names',
  setup(plugin) {
    plugin.onResolve({ filter: /^decode-named-character-reference$/ }, ({ path }) => ({
      path,
      namespace: 'one-table',
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'one-table' }, () => ({
      contents: `import { decodeHTMLStrict } from 'entities/decode';
        export function decodeNamedCharacterReference(name) {
          const written = '&' + name + ';';
          const meant = decodeHTMLStrict(written);
          return meant !== written && meant;
        }`,
      resolveDir: resolve('node_modules/htmlparser2'),
    }));
  },
};

const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  // Letters as themselves: shorter than as escapes.
  charset: 'utf8',
  // The small build of a package where it has one, and of those the one that needs no page (`document`).
  conditions: ['worker', 'browser'],
  plugins: [neverUsed, oneTableOfNames],
};
const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  // What packages offer to Node by itself is older: it requires modules, which ES modules cannot.
  alias: {
    yaml: resolve('node_modules/yaml/browser/index.js'),
    'jsonc-parser': resolve('node_modules/jsonc-parser/lib/esm/main.js'),
  },
};
const extension = { external: ['vscode'] };

/** Core runs everywhere: bundled for no platform at all, it shows that it leans on none. */
const corePurity = {
  ...shared,
  entryPoints: filesIn('src/core', /\.ts$/),
  platform: 'neutral',
  mainFields: ['browser', 'module', 'main'],
  outdir: 'dist/core',
  write: false,
};

/**
 * What the extension imports on demand finds all that it has loaded by then: said so, or esbuild would cut that into a chunk
 * for each set of those that share a module, and a window would open with a hundred files instead of a handful.
 */
const afterActivation = {
  name: 'after-activation',
  setup(plugin) {
    plugin.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir, importer }) =>
      kind === 'dynamic-import' && /[\\/]src[\\/]extension[\\/]/.test(importer)
        ? { path: resolve(resolveDir, path), namespace: 'late' }
        : undefined,
    );
    plugin.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: `import './src/extension/extension.node'; export * from ${JSON.stringify(path)};`,
      resolveDir: resolve('.'),
    }));
  },
};

/**
 * All that runs in Node, as ES modules: the extension, its threads and the command line share chunks, and what one of them
 * imports on demand is a chunk that is loaded then. The unit tests run threads and command line as they are built here.
 */
const inNode = {
  ...node,
  ...extension,
  format: 'esm',
  splitting: true,
  entryPoints: {
    extension: 'src/extension/extension.node.ts',
    parseWorker: 'src/node/parseWorker.ts',
    cli: 'src/cli/main.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [...node.plugins, afterActivation],
};

const product = [
  corePurity,
  inNode,
  {
    // One CommonJS file: the web extension host of VS Code takes nothing else.
    ...shared,
    ...extension,
    platform: 'browser',
    entryPoints: { 'extension.web': 'src/extension/extension.browser.ts' },
    outdir: 'dist',
  },
  {
    ...shared,
    format: 'iife',
    platform: 'browser',
    // A page of its own: nothing of it is shared with the extension.
    entryPoints: [
      { in: 'src/webview/preview/main.ts', out: 'preview' },
      { in: 'src/webview/preview/preview.css', out: 'preview' },
      { in: 'src/webview/sourceProfile/main.ts', out: 'sourceProfile' },
      { in: 'src/webview/sourceProfile/sourceProfile.css', out: 'sourceProfile' },
      { in: 'src/webview/agreement/main.ts', out: 'agreement' },
      { in: 'src/webview/agreement/agreement.css', out: 'agreement' },
    ],
    outdir: 'dist',
  },
];

function filesIn(folder, pattern) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function wanted() {
  if (!flags.has('--tests') && !flags.has('--unit')) return product;
  const { testBuilds, unitBuilds } = await import('./test/support/testBuilds.mjs');
  if (flags.has('--unit')) return [inNode, ...unitBuilds({ node, filesIn })];
  return [...product, ...testBuilds({ node, shared, extension, filesIn })];
}

// Tests that are no longer there must not run on.
const rebuilt = flags.has('--tests') ? ['unit', 'webview', 'ui'] : flags.has('--unit') ? ['unit'] : [];
for (const suite of rebuilt) rmSync(`dist/test/${suite}`, { recursive: true, force: true });

// Nor what has another name by now be packaged.
rmSync('dist/chunks', { recursive: true, force: true });
const earlier = production && existsSync('dist') ? readdirSync('dist', { withFileTypes: true }) : [];
for (const entry of earlier) if (entry.isFile()) rmSync(join('dist', entry.name));

const builds = await wanted();

// What is offered to whoever has no archive yet.
if (!flags.has('--unit')) cpSync('test/fixtures/sample', 'dist/sample', { recursive: true });

if (flags.has('--watch')) {
  for (const options of builds) await (await context(options)).watch();
} else {
  const withTests = flags.has('--tests');
  const results = await Promise.all(builds.map((options) => build({ ...options, metafile: withTests })));
  if (withTests) {
    const { writeImportGraph } = await import('./test/support/importGraph.mjs');
    const metafiles = results.map(({ metafile }) => metafile);
    await writeImportGraph('dist/test/imports.json', metafiles, metafiles.slice(0, product.length));
  }
}
