import * as vscode from 'vscode';
import { summaryOf } from '../../../core/problems/problemSummary';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import type { ArchiveChecks } from './archiveChecks';
import type { CheckedDocument } from './checkedDocument';
import { longText } from './checkLongText';

/** Long enough that a run of keys is one check, short enough to seem at once. */
const pause = 60;

/** Of a long article the preview is drawn first. */
const longPause = 400;

/** A check on its way, which whoever asks for the same waits for too. */
interface RunningCheck {
  readonly version: number;
  readonly result: Promise<CheckedDocument | undefined>;
}

/** Checks open articles as they are typed. */
export class DocumentChecks implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #checksOf: (archive: Archive) => ArchiveChecks | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  readonly #checked = new Map<string, CheckedDocument>();
  readonly #running = new Map<vscode.TextDocument, RunningCheck>();
  readonly #atWork = new WeakMap<vscode.TextDocument, Promise<unknown>>();
  readonly #events = {
    checked: new vscode.EventEmitter<CheckedDocument>(),
    closed: new vscode.EventEmitter<vscode.Uri>(),
  };
  readonly #listening: vscode.Disposable;

  readonly onDidCheck = this.#events.checked.event;
  /** The document is no open article any more. */
  readonly onDidClose = this.#events.closed.event;

  constructor(
    archives: Archives,
    checksOf: (archive: Archive) => ArchiveChecks | undefined,
    log: vscode.LogOutputChannel,
  ) {
    this.#archives = archives;
    this.#checksOf = checksOf;
    this.#log = log;
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.checkSoon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.checkSoon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      archives.onDidClose((archive) => this.#leave(archive)),
    );
  }

  /** The last check of a document, whose text may have changed since. */
  of(uri: vscode.Uri): CheckedDocument | undefined {
    return this.#checked.get(uri.toString());
  }

  /** The check of a document as it stands now; `undefined` for one that is no article of an archive. */
  async checkNow(document: vscode.TextDocument): Promise<CheckedDocument | undefined> {
    const known = this.of(document.uri);
    if (known?.version === document.version && known.document === document && !this.#waiting.has(document)) {
      return known;
    }
    const isWaiting = this.#waiting.has(document);
    const running = this.#running.get(document);
    if (running?.version === document.version && !isWaiting) return running.result;
    this.#forget(document);
    return this.#check(document);
  }

  checkSoon(document: vscode.TextDocument, after = pause): void {
    if (this.#placeOf(document) === undefined) {
      this.#drop(document.uri);
      return;
    }
    this.#forget(document);
    const isLong = (this.of(document.uri)?.article.text.length ?? 0) > longText;
    const check = (): void => {
      this.#waiting.delete(document);
      this.#check(document).catch((error: unknown) => this.#log.error(`${document.uri}: ${error}`));
    };
    this.#waiting.set(document, setTimeout(check, isLong ? Math.max(after, longPause) : after));
  }

  /** Checks all open articles of an archive again, or those of them that have one of these paths. */
  checkArchive(archive: Archive, paths?: ReadonlySet<string>): void {
    for (const document of vscode.workspace.textDocuments) {
      if (this.#archives.of(document.uri) !== archive) continue;
      const path = archive.articlePath(document.uri);
      if (paths === undefined || (path !== undefined && paths.has(path))) this.checkSoon(document);
    }
  }

  dispose(): void {
    this.#listening.dispose();
    for (const document of [...this.#waiting.keys()]) this.#forget(document);
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  #placeOf(document: vscode.TextDocument): { readonly archive: Archive; readonly path: string } | undefined {
    const archive = document.isClosed ? undefined : this.#archives.of(document.uri);
    const path = archive?.isArchive ? archive.articlePath(document.uri) : undefined;
    return archive === undefined || path === undefined ? undefined : { archive, path };
  }

  async #check(document: vscode.TextDocument): Promise<CheckedDocument | undefined> {
    const running = { version: document.version, result: this.#checkVersion(document) };
    this.#running.set(document, running);
    try {
      return await running.result;
    } finally {
      if (this.#running.get(document) === running) this.#running.delete(document);
    }
  }

  async #checkVersion(document: vscode.TextDocument): Promise<CheckedDocument | undefined> {
    const place = this.#placeOf(document);
    if (place === undefined) {
      this.#drop(document.uri);
      return undefined;
    }
    const { archive, path } = place;
    const { version } = document;
    const { checkText } = await import('./checkText');
    if (document.version !== version) return this.checkNow(document);
    // One at a time: a thread that checks an older text goes on with it to the end.
    await this.#atWork.get(document)?.catch(() => undefined);
    if (document.version !== version) return this.of(document.uri);
    const checking = checkText(document.getText(), place, this.#checksOf(archive));
    this.#atWork.set(document, checking);
    const checked = await checking;
    // A newer text is being checked by whoever has changed it.
    if (document.version !== version || this.#placeOf(document)?.archive !== archive) return this.of(document.uri);
    const result: CheckedDocument = { document, version, archive, path, ...checked };
    this.#checked.set(document.uri.toString(), result);
    const checks = this.#checksOf(archive);
    checks?.holdDocument(path, summaryOf(checked.problems));
    checks?.rememberImages(path, checked.localPaths);
    this.#events.checked.fire(result);
    return result;
  }

  #close(document: vscode.TextDocument): void {
    this.#forget(document);
    this.#drop(document.uri);
  }

  /** The documents stay open, but are no articles any more, unless another archive holds them. */
  #leave(archive: Archive): void {
    for (const checked of [...this.#checked.values()]) {
      if (checked.archive !== archive) continue;
      this.#drop(checked.document.uri);
      this.checkSoon(checked.document);
    }
  }

  #drop(uri: vscode.Uri): void {
    const known = this.of(uri);
    if (known === undefined) return;
    this.#checked.delete(uri.toString());
    this.#checksOf(known.archive)?.releaseDocument(known.path);
    this.#events.closed.fire(uri);
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }
}
