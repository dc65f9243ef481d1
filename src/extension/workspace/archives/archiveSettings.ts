import * as vscode from 'vscode';
import { type ArchiveConfig, configPath, readArchiveConfig } from '../../../core/config/archiveConfig';
import type { JsonFault } from '../../../core/text/json/jsonFault';
import { ArchiveSources, type SourcesChange } from './archiveSources';
import { FaultNews } from './faultNews';
import { readWorkspaceText } from './readWorkspaceText';

/** What a look at the archive's own files has changed. */
export interface SettingsChange {
  /** Which files are articles, or how they are read. */
  readonly config: boolean;
  /** By which rules articles are checked. */
  readonly checks: boolean;
  /** What is known of sources; undefined where that is the same. */
  readonly sources: SourcesChange | undefined;
}

/** What the files in `.marginalia` say of an archive, with defaults where they are silent or not there. */
export class ArchiveSettings implements vscode.Disposable {
  readonly sources: ArchiveSources;
  readonly #folder: vscode.Uri;
  readonly #found = new vscode.EventEmitter<readonly JsonFault[]>();
  #config: ArchiveConfig = readArchiveConfig(undefined, systemZone()).config;
  #isConfigured = false;
  readonly #news = new FaultNews();

  readonly onDidFindFaults = this.#found.event;

  constructor({ uri }: vscode.WorkspaceFolder) {
    this.#folder = uri;
    this.sources = new ArchiveSources(uri);
  }

  get config(): ArchiveConfig {
    return this.#config;
  }

  get isConfigured(): boolean {
    return this.#isConfigured;
  }

  async read(signal: AbortSignal): Promise<SettingsChange> {
    const configText = await this.#text(configPath);
    const sources = await this.sources.read(signal);
    signal.throwIfAborted();
    const { config, faults } = readArchiveConfig(configText, systemZone());
    this.#isConfigured = configText !== undefined;
    if (this.#news.isNew(faults)) this.#found.fire(faults);
    const before = this.#config;
    this.#config = config;
    return {
      config: !isSame([before.filter, before.rules], [config.filter, config.rules]),
      checks: !isSame(before.checks, config.checks),
      sources,
    };
  }

  dispose(): void {
    this.#found.dispose();
    this.sources.dispose();
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
