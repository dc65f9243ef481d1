import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** What the unit tests need built below dist/test. */
export function unitBuilds({ node, filesIn }) {
  const plain = plainBuild(node);
  return [
    // Few files: what the tests share is loaded once in each and not for every test. More of them than processes that run
    // them: one that is done early takes what is left.
    ...dealt(filesIn('test/unit', /\.test\.ts$/), 6).map((files, index) => ({
      ...plain,
      ...allOf(files),
      outfile: `dist/test/unit/${index + 1}.test.js`,
    })),
    // A process of its own, for a test that kills it, and a thread that counts its steps.
    {
      ...plain,
      entryPoints: ['test/support/annotationWriter.ts', 'test/support/work/countingWorker.ts'],
      entryNames: '[name]',
      outdir: 'dist/test/support',
    },
    // What runs all of them but those in extension hosts; a unit test tries it.
    { ...plain, packages: 'external', entryPoints: ['test/support/mochaWorker.ts'], outdir: 'dist/test' },
  ];
}

/** Everything the tests need built, below dist/test: see each entry for what it is. */
export function testBuilds({ node, shared, extension, filesIn }) {
  const testsIn = (folder, pattern = /\.test\.ts$/) => (existsSync(folder) ? filesIn(folder, pattern) : []);
  const plain = plainBuild(node);
  const inWeb = testsIn('test/host/web');
  const inHost = testsIn('test/host').filter((file) => !inWeb.includes(file));

  return [
    ...unitBuilds({ node, filesIn }),
    {
      ...plain,
      packages: 'external',
      entryPoints: testsIn('test/webview'),
      outdir: 'dist/test/webview',
      outbase: 'test/webview',
    },
    {
      ...plain,
      packages: 'external',
      // One copy of the workbench driver: all files of a run share its server and its browser.
      external: ['*/support/workbench'],
      entryPoints: testsIn('test/ui'),
      outdir: 'dist/test/ui',
      outbase: 'test/ui',
    },
    {
      ...plain,
      packages: 'external',
      entryPoints: {
        runAll: 'test/support/runAll.ts',
        start: 'test/support/start.ts',
        'support/workbench': 'test/support/workbench.ts',
      },
      outdir: 'dist/test',
    },
    { ...plain, ...extension, ...hostEntry(inHost), platform: 'node', outfile: 'dist/test/host/index.js' },
    {
      ...shared,
      ...extension,
      ...hostEntry(inWeb),
      minify: false,
      sourcemap: 'inline',
      platform: 'browser',
      outfile: 'dist/test/web/index.js',
    },
  ].filter((options) => options.stdin || Object.keys(options.entryPoints).length > 0);
}

function plainBuild(node) {
  // Maps beside the code, and without the sources, which are here: read by debuggers only, and not with every start.
  return { ...node, minify: false, sourcemap: 'linked', sourcesContent: false };
}

function dealt(files, hands) {
  return Array.from({ length: hands }, (_, hand) => [...files].sort().filter((_, index) => index % hands === hand));
}

function allOf(files) {
  return { stdin: { contents: [wants, ...requiresOf(files)].join('\n'), loader: 'js', resolveDir: resolve('.') } };
}

function requiresOf(files) {
  return [...files]
    .sort()
    .map((file) => relative('.', file).replaceAll('\\', '/'))
    .map((file) => `if (wants('${file}')) require('./${file}');`);
}

/** What each bundle of many test files starts with: see wantedSources.ts. */
const wants = 'const wants = (file) => globalThis.marginaliaWantedTests?.includes(file) ?? true;';

/** A module whose `run` sets mocha up first and only then loads the tests, whose `describe` must find it.
 * It assigns its exports as a whole, at the end: mocha's own build puts itself there when it is loaded. */
function hostEntry(files) {
  return {
    stdin: {
      contents: `
        ${wants}
        const { runInHost } = require('./test/support/runInHost.ts');
        module.exports = { run: () => runInHost(() => { ${requiresOf(files).join('\n')} }) };
      `,
      loader: 'js',
      resolveDir: resolve('.'),
      sourcefile: 'host-entry.js',
    },
  };
}
