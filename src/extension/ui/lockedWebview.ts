import * as vscode from 'vscode';
import { type WebviewShell, webviewShell } from '../../core/preview/webviewShell';

type Message = { readonly kind: string };

export interface LockedWebviewParts<From extends Message> {
  /** Of its script and styles in `dist`. */
  readonly name: string;
  /** Undefined for what is no message of the page. */
  readonly read: (value: unknown) => From | undefined;
  readonly onMessage: (message: From) => void;
}

/** What a page may load beside its own script and styles. */
export interface LockedWebviewLoad {
  readonly title: string;
  readonly images?: WebviewShell['images'];
  readonly roots?: readonly vscode.Uri[];
}

/** A page of ours: locked up in a strict policy, and heard only in messages of ours. It tells by `ready` when it listens. */
export class LockedWebview<From extends Message, To extends Message> implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #dist: vscode.Uri;
  readonly #name: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #receiving: vscode.Disposable;
  #isReady = false;

  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    log: vscode.LogOutputChannel,
    { name, read, onMessage }: LockedWebviewParts<From>,
  ) {
    this.#webview = webview;
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#name = name;
    this.#log = log;
    this.#receiving = webview.onDidReceiveMessage((value: unknown) => {
      const message = read(value);
      if (message === undefined) {
        log.warn(`A message from the page ${name} is none that it sends, and was passed over.`);
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

  /** Loads the page anew; it then tells that it is ready. */
  load({ title, images = 'none', roots = [] }: LockedWebviewLoad): void {
    this.#isReady = false;
    this.#webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [this.#dist, ...roots] };
    this.#webview.html = webviewShell({
      cspSource: this.#webview.cspSource,
      nonce: freshNonce(),
      scriptUri: this.address(vscode.Uri.joinPath(this.#dist, `${this.#name}.js`)),
      styleUri: this.address(vscode.Uri.joinPath(this.#dist, `${this.#name}.css`)),
      images,
      language: vscode.env.language,
      title,
    });
  }

  /** What is hidden has no page: it is made anew, and tells when it is ready. */
  hidden(): void {
    this.#isReady = false;
  }

  address(file: vscode.Uri): string {
    return this.#webview.asWebviewUri(file).toString();
  }

  send(message: To): void {
    if (!this.#isReady) return;
    // A page that is gone by now asks again for all when it is back.
    this.#webview.postMessage(message).then(undefined, (error: unknown) => this.#log.debug(String(error)));
  }

  dispose(): void {
    this.#isReady = false;
    this.#receiving.dispose();
  }
}

function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
