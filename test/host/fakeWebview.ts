import * as vscode from 'vscode';
import type { PageData } from '../../src/protocol/pageData';
import { eventually } from '../support/eventually';

/** A panel without a page: it keeps what it is sent and says what a page would say. */
export class FakeWebview<To extends { readonly kind: string }> {
  /** What the page is told, in its HTML or by message. */
  readonly sent: To[] = [];
  readonly shells: string[] = [];
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly #viewState = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly panel: vscode.WebviewPanel & { visible: boolean };
  isDisposed = false;
  options: vscode.WebviewOptions = {};

  constructor(viewType: string, viewColumn = vscode.ViewColumn.One) {
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
        fake.sent.push(...fake.data.first);
      },
      onDidReceiveMessage: this.#received.event,
      postMessage: async (message: unknown) => {
        this.sent.push(JSON.parse(JSON.stringify(message)));
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

  /** What is in the HTML for the page's script. */
  get data(): PageData<To, Readonly<Record<string, unknown>>> {
    const [, json = ''] =
      /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(this.shells.at(-1) ?? '') ?? [];
    return JSON.parse(json);
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
