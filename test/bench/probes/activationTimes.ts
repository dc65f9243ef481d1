import { cpSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/activate';
import { loadedTogether } from '../../support/loadedTogether';
import { hostFiguresMark } from './hostFiguresMark';

/** Runs in a real extension host in which nobody has used the extension yet. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  const { activationMilliseconds: activating } = await extension.activate();
  const loading = await loadingTime(join(extension.extensionPath, extension.packageJSON.main));
  console.log(hostFiguresMark + JSON.stringify({ loading, activating, own: loading + activating }));
}

/** The processor time that loading takes, at least: of several goes, since other work on the machine only ever adds to it. */
async function loadingTime(main: string): Promise<number> {
  const built = dirname(main);
  const files = loadedTogether(built, relative(built, main));
  const times: number[] = [];
  for (let go = 0; go < 10; go++) {
    // What is loaded stays loaded: each goes with files of its own, which have to be the extension's for it to get `vscode`.
    const copy = join(built, 'test', 'loading', `${process.pid}-${go}`);
    for (const file of files) cpSync(join(built, file), join(copy, file));
    const url = pathToFileURL(join(copy, relative(built, main))).href;
    const before = process.cpuUsage();
    await import(url);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    rmSync(copy, { recursive: true });
  }
  return Math.min(...times);
}
