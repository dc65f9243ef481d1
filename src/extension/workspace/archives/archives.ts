import * as vscode from 'vscode';
import { stableHash } from '../../../core/text/stableHash';
import type { Platform } from '../../platform';
import { Archive } from './archive';
import { ReadMarksFile } from './readMarksFile';

interface OpenArchive extends vscode.Disposable {
  readonly archive: Archive;
}

/** The archives of all workspace folders. Nothing is opened or read before `start`. */
export class Archives implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #platform: Platform;
  readonly #log: vscode.LogOutputChannel;
  readonly #open = new Map<string, OpenArchive>();
  readonly #opened = new vscode.EventEmitter<Archive>();
  readonly #closed = new vscode.EventEmitter<Archive>();
  #starting: Promise<void> | undefined;
  #listening: vscode.Disposable | undefined;
  #isDisposed = false;

  readonly onDidOpen = this.#opened.event;
  readonly onDidClose = this.#closed.event;

  constructor(context: vscode.ExtensionContext, platform: Platform, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#platform = platform;
    this.#log = log;
  }

  /** In the order of the workspace's folders. */
  get all(): readonly Archive[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap(
      (folder) => this.#open.get(folder.uri.toString())?.archive ?? [],
    );
  }

  /** Opens and reads the archives of all folders, and of those that are added later. Safe to call again. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Starts, and resolves when the first reading of every archive is over. */
  async whenRead(): Promise<void> {
    await this.start();
    await Promise.all(this.all.map((archive) => archive.start()));
  }

  /** The archive whose folder holds a file; of nested folders the innermost. */
  of(uri: vscode.Uri): Archive | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder === undefined ? undefined : this.#open.get(folder.uri.toString())?.archive;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listening?.dispose();
    for (const open of this.#open.values()) open.dispose();
    this.#open.clear();
    this.#opened.dispose();
    this.#closed.dispose();
  }

  async #start(): Promise<void> {
    this.#listening = vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) this.#close(folder);
      for (const folder of added) void this.#openFolder(folder);
    });
    await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => this.#openFolder(folder)));
  }

  async #openFolder(folder: vscode.WorkspaceFolder): Promise<void> {
    const key = folder.uri.toString();
    const storage = vscode.Uri.joinPath(this.#context.globalStorageUri, 'archives', stableHash(key));
    const kept = await ReadMarksFile.open(
      this.#platform.openText(vscode.Uri.joinPath(storage, 'read.json')),
      this.#log,
    );
    if (!this.#isWanted(folder)) {
      kept.dispose();
      return;
    }
    const ports = this.#platform.openArchive(folder.uri, storage, this.#log);
    const archive = new Archive(folder, ports, kept.marks, this.#log);
    this.#open.set(key, { archive, dispose: () => vscode.Disposable.from(archive, kept).dispose() });
    this.#opened.fire(archive);
    void archive.start();
  }

  /** A folder may have been removed, or added a second time, while its marks were read. */
  #isWanted({ uri }: vscode.WorkspaceFolder): boolean {
    const key = uri.toString();
    const isThere = vscode.workspace.workspaceFolders?.some((folder) => folder.uri.toString() === key) ?? false;
    return isThere && !this.#open.has(key) && !this.#isDisposed;
  }

  #close(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    const open = this.#open.get(key);
    if (open === undefined) return;
    this.#open.delete(key);
    this.#closed.fire(open.archive);
    open.dispose();
  }
}
