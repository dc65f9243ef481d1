import type * as vscode from 'vscode';
import type { IndexerPorts } from '../core/archive/indexer';
import type { ArticleChecker } from '../core/host/articleChecker';
import type { Disposable } from '../core/host/disposable';
import type { KeptText } from '../core/host/keptText';
import type { LocalFiles } from '../core/host/localFiles';
import type { Log } from '../core/host/log';
import type { NestedFolders } from '../core/host/nestedFolders';
import type { PreparationOptions } from '../core/preview/preparationOptions';
import type { PreparedArticle } from '../core/preview/preparedArticle';

export interface ArchivePorts extends IndexerPorts, Disposable {
  readonly checker: ArticleChecker;
  readonly localFiles: LocalFiles;
  /** Absent where VS Code watches all folders by itself. */
  readonly nestedFolders?: NestedFolders;
}

/** What one open article takes beside the index, too large to be loaded before there is one. */
export type DocumentTools = typeof import('./documentTools');

export type LoadDocumentTools = () => Promise<DocumentTools>;

/** Makes an article ready for the preview, a long one where nobody has to wait for it. */
export type PrepareArticle = (text: string, options: PreparationOptions) => Promise<PreparedArticle>;

/** What differs between a Node host and a web host. */
export interface Platform {
  /** How the articles below a folder are read on this platform. `storage` is a folder of the extension's own. */
  openArchive(folder: vscode.Uri, storage: vscode.Uri, log: Log): ArchivePorts;
  /** A file of the extension's own. */
  openText(file: vscode.Uri): KeptText;
  readonly loadDocumentTools: LoadDocumentTools;
  readonly prepareArticle: PrepareArticle;
}
