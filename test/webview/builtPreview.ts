import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../support/projectRoot';

/** The files of the preview as they are shipped. */
export interface BuiltPreview {
  readonly script: string;
  readonly style: string;
}

let built: Promise<BuiltPreview> | undefined;

/** Builds the preview once, minified, without touching dist. */
export function builtPreview(): Promise<BuiltPreview> {
  built ??= buildPreview();
  return built;
}

async function buildPreview(): Promise<BuiltPreview> {
  const folder = join(projectRoot, 'src', 'webview', 'preview');
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(folder, 'main.ts'), out: 'preview' },
      { in: join(folder, 'preview.css'), out: 'preview' },
    ],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: projectRoot,
    logLevel: 'warning',
  });
  const textOf = (ending: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`esbuild wrote no ${ending} file.`);
    return file.text;
  };
  return { script: textOf('.js'), style: textOf('.css') };
}
