import * as vscode from 'vscode';
import { labelsPath } from '../../../core/annotations/codebook/codebook';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { askForArchive } from '../../workspace/annotations/askForArchive';
import { setUpLabels } from '../../workspace/annotations/setUpLabels';

/** What is done with the annotations of a whole archive: labels set up, annotations taken elsewhere and back. */
export function registerAnnotationExchange(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('setUpLabels', async () => {
      const own = await askForArchive(services);
      if (own === undefined || !(await setUpLabels(own))) return;
      await vscode.window.showTextDocument(own.archive.uri({ path: labelsPath }));
    }),
    registerCommand('exportAnnotations', async () => {
      const own = await askForArchive(services);
      if (own !== undefined) await (await import('./exportArchive')).exportArchive(own);
    }),
    registerCommand('importAnnotations', async () => {
      const own = await askForArchive(services);
      if (own !== undefined) await (await import('./importFiles')).importFiles(own, services);
    }),
  );
}
