import * as vscode from 'vscode';
import { sourcesPath } from '../../../core/config/archiveConfig';
import { readSourceProfiles, type SourceProfiles } from '../../../core/sources/sourceProfiles';
import type { JsonFault } from '../../../core/text/json/jsonFault';
import { FaultNews } from './faultNews';
import { readWorkspaceText } from './readWorkspaceText';

/** Long enough that a run of keys is one reading, short enough to seem at once. */
const pause = 120;

/** What has come of reading `sources.json` again. */
export interface SourcesChange {
  /** The names of sources are folded in another way. */
  readonly names: boolean;
}

/** What is known of the sources of an archive: its `sources.json`, or what the open editor has of that and did not save yet. */
export class ArchiveSources implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #events = {
    typed: new vscode.EventEmitter<SourcesChange>(),
    faults: new vscode.EventEmitter<readonly JsonFault[]>(),
  };
  readonly #listening: vscode.Disposable;
  #profiles: SourceProfiles = readSourceProfiles(undefined).sources;
  #faults: readonly JsonFault[] = [];
  readonly #news = new FaultNews();
  #text: string | undefined;
  #readings = 0;
  /** The latest begun of those that are over. */
  #lastReading = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A person has typed in the file: without a change on disk nobody else tells of it. */
  readonly onDidType = this.#events.typed.event;
  /** The saved file has faults that it did not have before. */
  readonly onDidFindFaults = this.#events.faults.event;

  constructor(folder: vscode.Uri) {
    this.uri = vscode.Uri.joinPath(folder, sourcesPath);
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#readSoon(document, pause)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#readSoon(document, 0)),
    );
  }

  get profiles(): SourceProfiles {
    return this.#profiles;
  }

  /** What cannot be used of the text as it is now. */
  get faults(): readonly JsonFault[] {
    return this.#faults;
  }

  /** Undefined where nothing is another than before, or a reading that began later is over already. */
  async read(signal: AbortSignal): Promise<SourcesChange | undefined> {
    const own = ++this.#readings;
    const open = this.#openText();
    const text = open ?? (await readWorkspaceText(this.uri));
    if (signal.aborted || (open === undefined && this.#openText() !== undefined)) return undefined;
    if (own < this.#lastReading) return undefined;
    this.#lastReading = own;
    const change = this.#use(text, open !== undefined);
    // What is being typed is marked where it is typed.
    if (open === undefined && this.#news.isNew(this.#faults)) this.#events.faults.fire(this.#faults);
    return change;
  }

  /**
   * The text as it is now, which need not wait for the file system to tell of a change. Whoever shows it hears of every text
   * after it: had they read the file themselves, a text that came and went unnoticed would stay.
   */
  async readNow(): Promise<string | undefined> {
    clearTimeout(this.#timer);
    const change = await this.read(new AbortController().signal);
    if (change !== undefined) this.#events.typed.fire(change);
    return this.#text;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  #readSoon({ uri }: vscode.TextDocument, after: number): void {
    if (uri.toString() !== this.uri.toString()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readTyped(), after);
  }

  async #readTyped(): Promise<void> {
    try {
      await this.readNow();
    } catch {
      // The file is told of when it can be read again.
    }
  }

  #openText(): string | undefined {
    const wanted = this.uri.toString();
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
    return document?.isDirty ? document.getText() : undefined;
  }

  #use(text: string | undefined, isTyped: boolean): SourcesChange | undefined {
    if (text === this.#text) return undefined;
    this.#text = text;
    const { sources, faults } = readSourceProfiles(text);
    this.#faults = faults;
    const before = this.#profiles;
    // Half a word that is being typed is no reason to forget all names; a broken file is.
    if (isTyped && faults.some(({ kind }) => kind === 'notJson')) return { names: false };
    this.#profiles = sources;
    return { names: namesIn(before) !== namesIn(sources) };
  }
}

/** All that says how names are folded. */
function namesIn({ profiles }: SourceProfiles): string {
  return JSON.stringify([...profiles.values()].map(({ name, aliases, domains }) => [name, aliases, domains]));
}
