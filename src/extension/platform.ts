import type * as vscode from 'vscode';
import type { IndexerPorts } from '../core/archive/indexer';
import type { MarkdownTrees } from '../core/article/body/markdownTrees';
import type { Disposable } from '../core/host/disposable';
import type { HttpClient } from '../core/host/http';
import type { KeptText } from '../core/host/keptText';
import type { LocalFiles } from '../core/host/localFiles';
import type { Log } from '../core/host/log';
import type { NestedFolders } from '../core/host/nestedFolders';
import type { TextStore } from '../core/host/textStore';
import type { PreparationOptions } from '../core/preview/preparationOptions';
import type { PreparedArticle } from '../core/preview/preparedArticle';
import type { ArticleChecker } from '../core/problems/articleChecker';
import type { RemoteImageLister } from '../core/problems/remoteImageLister';

export interface ArchivePorts extends IndexerPorts, Disposable {
  readonly checker: ArticleChecker & RemoteImageLister;
  readonly localFiles: LocalFiles;
  /** Absent where VS Code watches all folders by itself. */
  readonly nestedFolders?: NestedFolders;
}

/**
 * Makes an article ready for the preview, a long one where nobody has to wait for it. `trees` remembers what was parsed
 * of open articles in this thread.
 */
export type PrepareArticle = (
  text: string,
  options: PreparationOptions,
  trees?: MarkdownTrees,
) => Promise<PreparedArticle>;

/** How to get out of this network, as VS Code's own settings say. */
export interface ProxyChoice {
  readonly proxy?: string;
  readonly noProxy?: readonly string[];
  readonly authorization?: string;
  /** Whether the certificate of an `https:` proxy has to be right. */
  readonly verify?: boolean;
}

export interface HttpSettings {
  readonly allowPrivateHosts: readonly string[];
  /** How long a connection, then the headers, then the body may take, each, in milliseconds. */
  readonly timeout: number;
  readonly perHost: number;
  readonly proxy: ProxyChoice;
}

/** What differs between a Node host and a web host. */
export interface Platform {
  /** How the articles below a folder are read on this platform. `storage` is a folder of the extension's own. */
  openArchive(folder: vscode.Uri, storage: vscode.Uri, log: Log): ArchivePorts;
  /** A file of the extension's own. */
  openText(file: vscode.Uri): KeptText;
  /** Files in the archive that the extension writes. */
  openTexts(folder: vscode.Uri): TextStore;
  /** The person's own folder, where there is one. */
  readonly home?: vscode.Uri;
  readonly prepareArticle: PrepareArticle;
  /** Asks servers of images. Absent in a browser, which lets nobody see their answers. */
  readonly openHttp?: (settings: HttpSettings) => Promise<HttpClient & Disposable>;
}
