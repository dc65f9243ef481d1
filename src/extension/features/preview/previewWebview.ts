import * as vscode from 'vscode';
import type { RemoteImages } from '../../../core/preview/shownImage';
import type { FromPreview, ToPreview } from '../../../protocol/previewMessages';
import type { PreviewPageStrings } from '../../../protocol/previewStrings';
import { readFromPreview } from '../../../protocol/readPreviewMessage';
import { SecureWebview, type SecureWebviewParts } from '../../ui/secureWebview';
import { annotationWords } from './annotations/annotationWords';
import { previewWords } from './previewWords';

/** The page of a preview: it may load pictures too, of its archive and, where a person allows it, of others. */
export class PreviewWebview extends SecureWebview<FromPreview, ToPreview> {
  #loaded = '';

  constructor(
    webview: vscode.Webview,
    extension: vscode.Uri,
    log: vscode.LogOutputChannel,
    parts: Pick<SecureWebviewParts<FromPreview, ToPreview>, 'onMessage' | 'first'>,
  ) {
    const strings: PreviewPageStrings = { page: previewWords(), annotations: annotationWords() };
    super(webview, extension, log, { name: 'preview', read: readFromPreview, strings, ...parts });
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
