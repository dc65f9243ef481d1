import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultReadingRules, type ReadingRules } from '../../../src/core/article/readingRules';
import type { Log } from '../../../src/core/host/log';
import { projectRoot } from '../../support/projectRoot';
import { temporaryFolder } from '../../support/temporaryFolder';

export const workerScript = join(projectRoot, 'dist', 'parseWorker.mjs');
export const rules: ReadingRules = { ...defaultReadingRules, timeZone: 'Asia/Shanghai' };
export const unstopped = new AbortController().signal;

/** A real folder with these files, by their paths. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const { path } = await temporaryFolder('node');
  await addFiles(path, files);
  return path;
}

export async function addFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const folders = new Set(Object.keys(files).map((path) => dirname(join(root, path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([path, contents]) => writeFile(join(root, path), contents)));
}

export function articleText(title: string, body = '<div>Text.</div>'): string {
  return `---\ntitle: '${title}'\ndate: 2021-11-27 22:34:00\nsource: Harbour Ledger\n---\n\n${body}\n`;
}

/** The real worker, which dies over files named poison, or the first time over those named hiccup, and hangs in tar. */
export async function mortalWorker(): Promise<string> {
  const source = `
    const fs = require('node:fs');
    const open = fs.openSync;
    fs.openSync = (path, ...rest) => {
      if (/poison/.test(path)) process.exit(3);
      if (/tar/.test(path)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      if (/hiccup/.test(path) && !fs.existsSync(path + '.seen')) { fs.writeFileSync(path + '.seen', ''); throw process.exit(4); }
      return open(path, ...rest);
    };
    require('node:module').syncBuiltinESMExports();
    import(${JSON.stringify(pathToFileURL(workerScript).href)});`;
  return join(await folderWith({ 'mortalWorker.cjs': source }), 'mortalWorker.cjs');
}

export class MemoryLog implements Log {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(message);
  }

  warn(message: string): void {
    this.lines.push(message);
  }

  error(message: string): void {
    this.lines.push(message);
  }
}

/** Waits until something holds that other threads bring about. The test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

export async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
