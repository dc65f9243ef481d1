import * as vscode from 'vscode';
import { type WebviewShell, webviewShell } from '../../core/preview/webviewShell';
import type { PageData } from '../../protocol/pageData';

type Message = { readonly kind: string };

export interface SecureWebviewParts<From extends Message, To extends Message> {
  /** Of its script and styles in `dist`. */
  readonly name: string;
  /** Undefined for what is no message of the page. */
  readonly read: (value: unknown) => From | undefined;
  readonly onMessage: (message: From) => void;
  /** Every text of the page's own in the person's language. */
  readonly strings: object;
  /** What the page begins with, as it is now. */
  readonly first: () => readonly To[];
}

/** What a page may load beside its own script and styles. */
export interface SecureWebviewLoad {
  readonly title: string;
  readonly images?: WebviewShell['images'];
  readonly roots?: readonly vscode.Uri[];
}

/**
 * A page of ours: locked up in a strict policy, and heard only in messages of ours. It has its texts and what it begins with in its
 * HTML, and tells by `ready` when it listens: then what has changed of that meanwhile is sent.
 */
export class SecureWebview<From extends Message, To extends Message> implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #dist: vscode.Uri;
  readonly #parts: SecureWebviewParts<From, To>;
  readonly #log: vscode.LogOutputChannel;
  readonly #receiving: vscode.Disposable;
  /** What the page begins with as its HTML has it, each as JSON. */
  #inPage: ReadonlySet<string> = new Set();
  #isReady = false;

  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    log: vscode.LogOutputChannel,
    parts: SecureWebviewParts<From, To>,
  ) {
    const { name, read, onMessage } = parts;
    this.#webview = webview;
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#parts = parts;
    this.#log = log;
    this.#receiving = webview.onDidReceiveMessage((value: unknown) => {
      const message = read(value);
      if (message === undefined) {
        log.warn(`A message from the page ${name} is none that it sends, and was passed over.`);
        return;
      }
      if (message.kind === 'ready') this.#begin();
      onMessage(message);
    });
  }

  /** Whether the page listens. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Loads the page anew; it then tells that it is ready. */
  load({ title, images = 'none', roots = [] }: SecureWebviewLoad): void {
    this.#isReady = false;
    const { name, strings, first } = this.#parts;
    const data = { strings, first: first() } satisfies PageData<To, object>;
    this.#inPage = new Set(data.first.map((message) => JSON.stringify(message)));
    this.#webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [this.#dist, ...roots] };
    this.#webview.html = webviewShell({
      cspSource: this.#webview.cspSource,
      nonce: freshNonce(),
      scriptUri: this.address(vscode.Uri.joinPath(this.#dist, `${name}.js`)),
      styleUri: this.address(vscode.Uri.joinPath(this.#dist, `${name}.css`)),
      images,
      language: vscode.env.language,
      title,
      data,
    });
  }

  /** What is hidden has no page: it is made anew of the same HTML, and tells when it is ready. */
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

  #begin(): void {
    this.#isReady = true;
    for (const message of this.#parts.first()) if (!this.#inPage.has(JSON.stringify(message))) this.send(message);
  }

  dispose(): void {
    this.#isReady = false;
    this.#receiving.dispose();
  }
}

function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
