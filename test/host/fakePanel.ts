import * as vscode from 'vscode';
import type { FromPreview, RenderMessage, ToPreview } from '../../src/protocol/previewMessages';
import { readToPreview } from '../../src/protocol/readPreviewMessage';
import { eventually } from '../support/eventually';

type Kind = ToPreview['kind'];

/** A panel without a page: it keeps what it is sent and says what a page would say. */
export class FakePanel {
  readonly sent: ToPreview[] = [];
  /** What was sent and is no message. */
  readonly malformed: unknown[] = [];
  readonly shells: string[] = [];
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly #viewState = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly panel: vscode.WebviewPanel & { visible: boolean };
  isDisposed = false;
  options: vscode.WebviewOptions = {};

  constructor(viewColumn = vscode.ViewColumn.One) {
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
        const read = readToPreview(JSON.parse(JSON.stringify(message)));
        if (read === undefined) this.malformed.push(message);
        else this.sent.push(read);
        return true;
      },
      asWebviewUri: (uri) => uri.with({ scheme: 'https', authority: 'webview.test' }),
      cspSource: 'https://webview.test',
    };
    this.panel = {
      viewType: 'marginalia.articlePreview',
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
  say(message: FromPreview | { readonly kind: string; readonly [key: string]: unknown }): void {
    this.#received.fire(message);
  }

  hide(): void {
    this.panel.visible = false;
    this.#viewState.fire({ webviewPanel: this.panel });
  }

  /** Of what the page shows last. */
  get version(): number {
    return this.of('render').at(-1)?.version ?? -1;
  }

  of<K extends Kind>(kind: K): readonly Extract<ToPreview, { kind: K }>[] {
    return this.sent.filter((message): message is Extract<ToPreview, { kind: K }> => message.kind === kind);
  }

  /** The last message of a kind, once it is as wanted. */
  async last<K extends Kind>(
    what: string,
    kind: K,
    isWanted: (message: Extract<ToPreview, { kind: K }>) => boolean = () => true,
    milliseconds?: number,
  ): Promise<Extract<ToPreview, { kind: K }>> {
    return eventually(
      what,
      () => {
        const message = this.of(kind).at(-1);
        return message !== undefined && isWanted(message) ? message : undefined;
      },
      milliseconds,
    );
  }

  render(what: string, isWanted?: (message: RenderMessage) => boolean, milliseconds?: number): Promise<RenderMessage> {
    return this.last(what, 'render', isWanted, milliseconds);
  }
}
