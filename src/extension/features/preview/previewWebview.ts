import * as vscode from 'vscode';
import { previewShell } from '../../../core/preview/previewShell';
import type { RemoteImages } from '../../../core/preview/shownImage';
import type { FromPreview, ToPreview } from '../../../protocol/previewMessages';
import { readFromPreview } from '../../../protocol/readPreviewMessage';

/** The page of a preview: locked up in a strict policy, and heard only in messages of ours. */
export class PreviewWebview implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #dist: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #receiving: vscode.Disposable;
  #loaded = '';
  #isReady = false;

  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    log: vscode.LogOutputChannel,
    onMessage: (message: FromPreview) => void,
  ) {
    this.#webview = webview;
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#log = log;
    this.#receiving = webview.onDidReceiveMessage((value: unknown) => {
      const message = readFromPreview(value);
      if (message === undefined) {
        this.#log.warn('A message from the preview is none that it sends, and was passed over.');
        return;
      }
      if (message.kind === 'ready') this.#isReady = true;
      onMessage(message);
    });
  }

  /** Whether the page listens. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Loads the page anew where what it may load has changed; it then tells that it is ready. */
  load(root: vscode.Uri, remoteImages: RemoteImages): void {
    const mayLoad = JSON.stringify([root.toString(), remoteImages === 'load']);
    if (mayLoad === this.#loaded) return;
    this.#loaded = mayLoad;
    this.#isReady = false;
    this.#webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [this.#dist, root] };
    this.#webview.html = previewShell({
      cspSource: this.#webview.cspSource,
      nonce: freshNonce(),
      scriptUri: this.address(vscode.Uri.joinPath(this.#dist, 'preview.js')),
      styleUri: this.address(vscode.Uri.joinPath(this.#dist, 'preview.css')),
      remoteImages,
      language: vscode.env.language,
      title: vscode.l10n.t('Article Preview'),
    });
  }

  /** What is hidden has no page: it is made anew, and tells when it is ready. */
  hidden(): void {
    this.#isReady = false;
  }

  address(file: vscode.Uri): string {
    return this.#webview.asWebviewUri(file).toString();
  }

  send(message: ToPreview): void {
    if (!this.#isReady) return;
    // A page that is gone by now asks again for all when it is back.
    this.#webview.postMessage(message).then(undefined, (error: unknown) => this.#log.debug(String(error)));
  }

  dispose(): void {
    this.#receiving.dispose();
  }
}

function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
