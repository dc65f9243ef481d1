import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/activate';
import { hostFiguresMark } from './hostFiguresMark';

/** Runs in a real extension host in which nobody has used the extension yet. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  const { activationMilliseconds: activating } = await extension.activate();
  const loading = loadingTime(join(extension.extensionPath, extension.packageJSON.main));
  console.log(hostFiguresMark + JSON.stringify({ loading, activating, own: loading + activating }));
}

/** The processor time that loading takes, at least: of several goes, since other work on the machine only ever adds to it. */
function loadingTime(main: string): number {
  const require = createRequire(main);
  const script = require.resolve(main);
  const cached = require.cache[script];
  const times = Array.from({ length: 10 }, () => {
    delete require.cache[script];
    const before = process.cpuUsage();
    require(script);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  if (cached !== undefined) require.cache[script] = cached;
  return Math.min(...times);
}
