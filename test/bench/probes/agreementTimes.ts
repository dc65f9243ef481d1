import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/activate';
import { type AgreementResult, AgreementRun } from '../../../src/extension/features/agreement/agreementRun';
import { eventually } from '../../support/eventually';
import { hostFiguresMark } from './hostFiguresMark';

const patience = 600_000;

/** Runs in a real extension host: the report on agreement in an archive whose annotations nobody has asked for yet. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  const { services } = await extension.activate();
  await services.archives.whenRead();
  const [archive] = services.archives.all;
  const own = archive && services.annotations.of(archive);
  if (archive === undefined || own === undefined) throw new Error('No archive is open.');
  const checks = services.problems.checksOf(archive);
  await eventually('every article is checked', () => checks?.progress === undefined, patience);
  const start = performance.now();
  const work = process.cpuUsage();
  const result = await new Promise<AgreementResult>((resolve, reject) => {
    const agreement = new AgreementRun(own, {
      onReport: resolve,
      onProgress: () => undefined,
      onFault: reject,
    });
    agreement.choose({ people: [] });
  });
  const shown = performance.now() - start;
  const { user, system } = process.cpuUsage(work);
  const figures = {
    annotations: own.index.size,
    places: result.report.disagreements.length,
    shown,
    processor: (user + system) / 1000,
  };
  console.log(hostFiguresMark + JSON.stringify(figures));
}
