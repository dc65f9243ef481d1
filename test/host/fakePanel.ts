import * as vscode from 'vscode';
import type { RenderMessage, ToPreview } from '../../src/protocol/previewMessages';
import { readToPreview } from '../../src/protocol/readToPreview';
import { FakeWebview } from './fakeWebview';

/** The panel of a preview without a page. */
export class FakePanel extends FakeWebview<ToPreview> {
  constructor(viewColumn = vscode.ViewColumn.One) {
    super(readToPreview, 'marginalia.articlePreview', viewColumn);
  }

  /** Of what the page shows last. */
  get version(): number {
    return this.of('render').at(-1)?.version ?? -1;
  }

  render(what: string, isWanted?: (message: RenderMessage) => boolean, milliseconds?: number): Promise<RenderMessage> {
    return this.last(what, 'render', isWanted, milliseconds);
  }
}
