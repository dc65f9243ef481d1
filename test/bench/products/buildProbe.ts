import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '../../support/projectRoot';

/** Whether a probe is that of this checkout or that of the one it measures. */
export type ProbeSource = 'today' | 'own';

/** Bundles a probe with the sources of the checkout in `root`, below its `dist`, and gives the path of the script. */
export async function buildProbe(root: string, name: string, source: ProbeSource): Promise<string> {
  const outfile = join(root, 'dist', 'test', 'bench', source, `${name}.js`);
  const home = source === 'today' ? projectRoot : root;
  const { warnings } = await build({
    entryPoints: [join(home, 'test', 'bench', 'probes', `${name}.ts`)],
    outfile,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    conditions: ['worker', 'browser'],
    mainFields: ['module', 'main'],
    // What runs in VS Code, and what only drives a browser or a build, is not part of what is measured.
    external: ['vscode', 'playwright-core', 'esbuild', '@vscode/*'],
    logLevel: 'silent',
    plugins: home === root ? [] : [sourcesOf(root)],
  });
  const missing = warnings.find(({ id }) => id === 'import-is-undefined');
  if (missing !== undefined) throw new Error(missing.text);
  return outfile;
}

/** What in a probe knows how the sources are put together; a commit's own fits its sources. */
const inside = join('test', 'bench', 'probes', 'inside') + sep;
const bench = join('test', 'bench') + sep;

/** Takes everything but the bench itself from another checkout: its sources, and the test support that fits them. */
function sourcesOf(root: string): Plugin {
  return {
    name: 'sources-of-another-checkout',
    setup(plugin) {
      plugin.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const wanted = relative(projectRoot, resolve(resolveDir, path));
        const isOfBench = wanted.startsWith(bench) && !wanted.startsWith(inside);
        if (!/^(src|test)[\\/]/.test(wanted) || isOfBench) return undefined;
        // Before there were probes, what is inside them lay in the folder of the bench.
        const places = [wanted, ...(wanted.startsWith(inside) ? [wanted.replace(inside, bench)] : [])];
        const found = places
          .flatMap((place) => ['.ts', '.json', ''].map((ending) => join(root, place + ending)))
          .find((file) => existsSync(file));
        if (found !== undefined) return { path: found };
        // Test support that the other checkout lacks does no harm; sources that it lacks are what cannot be measured.
        return wanted.startsWith('test') ? undefined : { errors: [{ text: `it has no ${wanted}` }] };
      });
    },
  };
}
