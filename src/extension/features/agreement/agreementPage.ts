import * as vscode from 'vscode';
import { previewShell } from '../../../core/preview/previewShell';
import type { FromAgreement, ToAgreement } from '../../../protocol/agreementMessages';
import { readFromAgreement } from '../../../protocol/readAgreementMessage';

/** The page of a report: locked up in a strict policy, and heard only in messages of ours. */
export class AgreementPage implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #log: vscode.LogOutputChannel;
  readonly #receiving: vscode.Disposable;
  #isReady = false;

  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    log: vscode.LogOutputChannel,
    onMessage: (message: FromAgreement) => void,
  ) {
    this.#webview = webview;
    this.#log = log;
    this.#receiving = webview.onDidReceiveMessage((value: unknown) => {
      const message = readFromAgreement(value);
      if (message === undefined) {
        log.warn('A message from the agreement page is none that it sends, and was passed over.');
        return;
      }
      if (message.kind === 'ready') this.#isReady = true;
      onMessage(message);
    });
    const dist = vscode.Uri.joinPath(extension, 'dist');
    const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [dist] };
    webview.html = previewShell({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      scriptUri: address('agreement.js'),
      styleUri: address('agreement.css'),
      remoteImages: 'off',
      language: vscode.env.language,
      title: vscode.l10n.t('Agreement Between People'),
    });
  }

  /** What is hidden has no page: it is made anew, and tells when it is ready. */
  hidden(): void {
    this.#isReady = false;
  }

  send(message: ToAgreement): void {
    if (!this.#isReady) return;
    // A page that is gone by now asks again for all when it is back.
    this.#webview.postMessage(message).then(undefined, (error: unknown) => this.#log.debug(String(error)));
  }

  dispose(): void {
    this.#receiving.dispose();
  }
}
