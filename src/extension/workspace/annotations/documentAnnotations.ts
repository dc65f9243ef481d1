import * as vscode from 'vscode';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import { type AnchoredDocument, anchorDocument, articleAt } from './anchoredDocument';
import type { OpenAnnotations } from './openAnnotations';

/** Long enough that a run of keys is one search, short enough to seem at once. */
const pause = 150;

/** Finds the passages of articles that are open in editors, again on every change of their text or their annotations. */
export class DocumentAnnotations implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #annotations: OpenAnnotations;
  readonly #log: vscode.LogOutputChannel;
  readonly #found = new Map<string, AnchoredDocument>();
  readonly #waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** Counts the searches of each document: only the last one's result is wanted. */
  readonly #searches = new Map<vscode.TextDocument, number>();
  readonly #events = {
    found: new vscode.EventEmitter<AnchoredDocument>(),
    closed: new vscode.EventEmitter<vscode.Uri>(),
  };
  readonly #following = new Map<Archive, vscode.Disposable>();
  readonly #listening: vscode.Disposable;

  readonly onDidFind = this.#events.found.event;
  /** The document is no open article any more. */
  readonly onDidClose = this.#events.closed.event;

  constructor(archives: Archives, annotations: OpenAnnotations, log: vscode.LogOutputChannel) {
    this.#archives = archives;
    this.#annotations = annotations;
    this.#log = log;
    const follow = (editors: readonly vscode.TextEditor[]): void => {
      for (const { document } of editors) if (!this.#searches.has(document)) this.#findSoon(document, 0);
    };
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(follow),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#searches.has(document)) this.#findSoon(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      annotations.onDidChange(({ archive, articles, onlyStates }) => {
        if (onlyStates) return;
        for (const [document] of this.#searches) {
          const place = this.#placeOf(document);
          if (place?.archive === archive && articles.includes(place.path)) this.#findSoon(document, 0);
        }
      }),
      archives.onDidOpen((archive) => {
        const again = (): void => follow(vscode.window.visibleTextEditors);
        this.#following.set(
          archive,
          vscode.Disposable.from(archive.onDidReset(again), archive.onDidChangeState(again)),
        );
      }),
      archives.onDidClose((archive) => {
        this.#following.get(archive)?.dispose();
        this.#following.delete(archive);
        for (const { document, archive: own } of [...this.#found.values()]) if (own === archive) this.#close(document);
      }),
    );
  }

  /** What was last found in a document, whose text may have changed since. */
  of(uri: vscode.Uri): AnchoredDocument | undefined {
    return this.#found.get(uri.toString());
  }

  /** What is found in a document as it stands now; `undefined` for one that is no article of an archive. */
  findNow(document: vscode.TextDocument): Promise<AnchoredDocument | undefined> {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
    return this.#find(document);
  }

  findAllAgain(): void {
    for (const document of this.#searches.keys()) this.#findSoon(document, 0);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const following of this.#following.values()) following.dispose();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  #placeOf(document: vscode.TextDocument): ReturnType<typeof articleAt> {
    return document.isClosed ? undefined : articleAt(document.uri, this.#archives, this.#annotations);
  }

  #findSoon(document: vscode.TextDocument, after = pause): void {
    if (this.#placeOf(document) === undefined) return;
    clearTimeout(this.#waiting.get(document));
    const find = (): void => {
      this.#waiting.delete(document);
      this.#find(document).catch((error: unknown) => this.#log.error(`${document.uri}: ${error}`));
    };
    this.#waiting.set(document, setTimeout(find, after));
    if (!this.#searches.has(document)) this.#searches.set(document, 0);
  }

  async #find(document: vscode.TextDocument): Promise<AnchoredDocument | undefined> {
    const place = this.#placeOf(document);
    if (place === undefined) return undefined;
    const search = (this.#searches.get(document) ?? 0) + 1;
    this.#searches.set(document, search);
    const found = await anchorDocument(document, place, this.#annotations);
    if (this.#searches.get(document) !== search || document.isClosed) return found;
    this.#found.set(document.uri.toString(), found);
    this.#events.found.fire(found);
    return found;
  }

  #close(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
    this.#searches.delete(document);
    if (this.#found.delete(document.uri.toString())) this.#events.closed.fire(document.uri);
  }
}
