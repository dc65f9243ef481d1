import * as vscode from 'vscode';
import type { RenderMessage, ToPreview } from '../../src/protocol/previewMessages';
import { eventually } from '../support/eventually';
import { FakeWebview } from './fakeWebview';

/** The panel of a preview without a page. */
export class FakePanel extends FakeWebview<ToPreview> {
  constructor(viewColumn = vscode.ViewColumn.One) {
    super('marginalia.articlePreview', viewColumn);
  }

  /** Of what the page shows last. */
  get version(): number {
    return this.of('render').at(-1)?.version ?? -1;
  }

  /** What the page shows: the last render, with the head as it is told since. */
  get shown(): RenderMessage | undefined {
    const render = this.of('render').at(-1);
    const head = this.of('head').findLast(({ version }) => version === render?.version)?.head;
    return render && head ? { ...render, head } : render;
  }

  render(what: string, isWanted: (message: RenderMessage) => boolean = () => true): Promise<RenderMessage> {
    return eventually(what, () => {
      const { shown } = this;
      return shown !== undefined && isWanted(shown) ? shown : undefined;
    });
  }
}
