import { join } from 'node:path';
import { findDesktop } from '../support/hosts/findDesktop';
import { runInServer } from '../support/hosts/runInServer';
import { runOnDesktop } from '../support/hosts/runOnDesktop';
import { projectRoot } from '../support/projectRoot';
import type { Measured } from './figures';
import { hostFiguresMark } from './hostFigures';

/** The figures of the extension in a real extension host that has an archive open. */
export async function hostBench(root: string): Promise<Measured> {
  const lines: string[] = [];
  const run = {
    extension: projectRoot,
    tests: join(projectRoot, 'dist', 'test', 'bench', 'hostMeasure.js'),
    folder: root,
    settings: {},
    web: false,
    onLine: (line: string) => lines.push(line),
    timeoutMilliseconds: 15 * 60_000,
  };
  const desktop = await findDesktop({ visible: false });
  const code = await (desktop ? runOnDesktop(desktop, run) : runInServer(run));
  const line = lines.find((text) => text.includes(hostFiguresMark));
  if (line === undefined) throw new Error(`The host ended with code ${code} and no figures:\n${lines.join('\n')}`);
  const start = line.indexOf(hostFiguresMark) + hostFiguresMark.length;
  return JSON.parse(line.slice(start, line.lastIndexOf('}') + 1)) as Measured;
}
