import * as vscode from 'vscode';
import { askForArchive } from '../../annotations/askForArchive';
import { registerCommand } from '../../contribute';
import type { Services } from '../../services';
import type { AgreementPanels } from './agreementPanels';

/** How far people agree who annotated the same articles. All of it is loaded when somebody asks. */
export function registerAgreement(services: Services): vscode.Disposable {
  let panels: AgreementPanels | undefined;
  return vscode.Disposable.from(
    registerCommand('showAgreement', async () => {
      const own = await askForArchive(services);
      if (own === undefined) return;
      const { AgreementPanels: Panels } = await services.loadAskedTools();
      panels ??= new Panels(services);
      panels.show(own);
    }),
    registerCommand('nextDisagreement', () => panels?.step('next')),
    registerCommand('previousDisagreement', () => panels?.step('previous')),
    { dispose: () => panels?.dispose() },
  );
}
