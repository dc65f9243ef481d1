import * as vscode from 'vscode';
import type { RemoteImages } from '../../../core/preview/shownImage';
import type { FromPreview, ToPreview } from '../../../protocol/previewMessages';
import { readFromPreview } from '../../../protocol/readPreviewMessage';
import { LockedWebview } from '../../ui/lockedWebview';

/** The page of a preview: it may load pictures too, of its archive and, where a person allows it, of others. */
export class PreviewWebview extends LockedWebview<FromPreview, ToPreview> {
  #loaded = '';

  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    log: vscode.LogOutputChannel,
    onMessage: (message: FromPreview) => void,
  ) {
    super(webview, extension, log, { name: 'preview', read: readFromPreview, onMessage });
  }

  /** Loads the page anew where what it may load has changed. */
  loadFor(root: vscode.Uri, remoteImages: RemoteImages): void {
    const images = remoteImages === 'load' ? 'everywhere' : 'own';
    const mayLoad = JSON.stringify([root.toString(), images]);
    if (mayLoad === this.#loaded) return;
    this.#loaded = mayLoad;
    this.load({ title: vscode.l10n.t('Article Preview'), images, roots: [root] });
  }
}
