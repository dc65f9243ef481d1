import * as vscode from 'vscode';
import { eventually } from '../support/eventually';

/** A panel without a page: it keeps what it is sent and says what a page would say. */
export class FakeWebview<To extends { readonly kind: string }> {
  readonly sent: To[] = [];
  /** What was sent and is no message. */
  readonly malformed: unknown[] = [];
  readonly shells: string[] = [];
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly #viewState = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly panel: vscode.WebviewPanel & { visible: boolean };
  isDisposed = false;
  options: vscode.WebviewOptions = {};

  constructor(read: (value: unknown) => To | undefined, viewType: string, viewColumn = vscode.ViewColumn.One) {
    const fake = this;
    const webview: vscode.Webview = {
      get options() {
        return fake.options;
      },
      set options(value) {
        fake.options = value;
      },
      get html() {
        return fake.shells.at(-1) ?? '';
      },
      set html(value) {
        fake.shells.push(value);
      },
      onDidReceiveMessage: this.#received.event,
      postMessage: async (message: unknown) => {
        const known = read(JSON.parse(JSON.stringify(message)));
        if (known === undefined) this.malformed.push(message);
        else this.sent.push(known);
        return true;
      },
      asWebviewUri: (uri) => uri.with({ scheme: 'https', authority: 'webview.test' }),
      cspSource: 'https://webview.test',
    };
    this.panel = {
      viewType,
      title: '',
      options: {},
      active: true,
      visible: true,
      viewColumn,
      webview,
      onDidChangeViewState: this.#viewState.event,
      onDidDispose: this.#disposed.event,
      reveal: () => undefined,
      dispose: () => {
        this.isDisposed = true;
        this.#disposed.fire();
      },
    };
  }

  /** Says what the page says, well formed or not. */
  say(message: { readonly kind: string; readonly [key: string]: unknown }): void {
    this.#received.fire(message);
  }

  hide(): void {
    this.panel.visible = false;
    this.#viewState.fire({ webviewPanel: this.panel });
  }

  of<K extends To['kind']>(kind: K): readonly Extract<To, { kind: K }>[] {
    return this.sent.filter((message): message is Extract<To, { kind: K }> => message.kind === kind);
  }

  /** The last message of a kind, once it is as wanted. */
  async last<K extends To['kind']>(
    what: string,
    kind: K,
    isWanted: (message: Extract<To, { kind: K }>) => boolean = () => true,
  ): Promise<Extract<To, { kind: K }>> {
    return eventually(what, () => {
      const message = this.of(kind).at(-1);
      return message !== undefined && isWanted(message) ? message : undefined;
    });
  }
}
