import * as vscode from 'vscode';
import { agreementPanelType } from '../../contributions';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { askForArchive } from '../../workspace/annotations/askForArchive';
import type { AgreementPanels } from './agreementPanels';

/** How far people agree who annotated the same articles. All of it is loaded when somebody asks. */
export function registerAgreement(services: Services): vscode.Disposable {
  let panels: AgreementPanels | undefined;
  const open = async (): Promise<AgreementPanels> => {
    const { AgreementPanels: Panels } = await import('./agreementPanels');
    panels ??= new Panels(services);
    return panels;
  };
  return vscode.Disposable.from(
    registerCommand('showAgreement', async () => {
      const own = await askForArchive(services);
      if (own !== undefined) (await open()).show(own);
    }),
    vscode.window.registerWebviewPanelSerializer(agreementPanelType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        await services.archives.whenRead();
        (await open()).restore(panel, state);
      },
    }),
    registerCommand('nextDisagreement', () => panels?.step('next')),
    registerCommand('previousDisagreement', () => panels?.step('previous')),
    { dispose: () => panels?.dispose() },
  );
}
