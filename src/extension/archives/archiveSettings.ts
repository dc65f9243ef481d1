import * as vscode from 'vscode';
import {
  type ArchiveConfig,
  type ConfigFault,
  configPath,
  readArchiveConfig,
  sourcesPath,
} from '../../core/archive/archiveConfig';
import { SourceNames } from '../../core/article/sourceNames';
import type { Log } from '../../core/host/log';
import { readWorkspaceText } from './readWorkspaceText';

/** What a look at the archive's own files has changed. */
export interface SettingsChange {
  /** Which files are articles, or how they are read. */
  readonly config: boolean;
  /** By which rules articles are checked. */
  readonly checks: boolean;
  /** How the names of sources are folded. */
  readonly sources: boolean;
}

/** What the files in `.marginalia` say of an archive, with defaults where they are silent or not there. */
export class ArchiveSettings implements vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #log: Log;
  readonly #found = new vscode.EventEmitter<readonly ConfigFault[]>();
  #config: ArchiveConfig = readArchiveConfig(undefined, systemZone()).config;
  #isConfigured = false;
  #sources = new SourceNames(undefined);
  #sourcesText: string | undefined;
  #faults = '';

  readonly onDidFindFaults = this.#found.event;

  constructor({ uri }: vscode.WorkspaceFolder, log: Log) {
    this.#folder = uri;
    this.#log = log;
  }

  get config(): ArchiveConfig {
    return this.#config;
  }

  get isConfigured(): boolean {
    return this.#isConfigured;
  }

  get sources(): SourceNames {
    return this.#sources;
  }

  async read(signal: AbortSignal): Promise<SettingsChange> {
    const configText = await this.#text(configPath);
    const sourcesText = await this.#text(sourcesPath);
    signal.throwIfAborted();
    const { config, faults } = readArchiveConfig(configText, systemZone());
    this.#isConfigured = configText !== undefined;
    this.#tellFaults(faults);
    const before = this.#config;
    this.#config = config;
    return {
      config: !isSame([before.filter, before.rules], [config.filter, config.rules]),
      checks: !isSame(before.checks, config.checks),
      sources: this.#useSources(sourcesText),
    };
  }

  /** Whether names are folded in another way since. */
  async readSources(signal: AbortSignal): Promise<boolean> {
    const text = await this.#text(sourcesPath);
    return !signal.aborted && this.#useSources(text);
  }

  dispose(): void {
    this.#found.dispose();
  }

  /** Each fault once: not again with every other change of the file. */
  #tellFaults(faults: readonly ConfigFault[]): void {
    const told = this.#faults;
    this.#faults = JSON.stringify(faults);
    if (faults.length > 0 && this.#faults !== told) this.#found.fire(faults);
  }

  #useSources(text: string | undefined): boolean {
    if (text === this.#sourcesText) return false;
    this.#sourcesText = text;
    let value: unknown;
    try {
      value = text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      // VS Code marks the place in the file itself; until it is mended no alias is known.
      this.#log.warn(`${sourcesPath}: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.#sources = new SourceNames(value);
    return true;
  }

  #text(path: string): Promise<string | undefined> {
    return readWorkspaceText(vscode.Uri.joinPath(this.#folder, path));
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
