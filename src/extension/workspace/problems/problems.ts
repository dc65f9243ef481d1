import * as vscode from 'vscode';
import { articleDocument } from '../../../core/archive/articleDocument';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { ProblemsChange } from '../../../core/problems/archiveProblems';
import { onDidChangeSetting } from '../../ui/contribute';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import { ArchiveChecks } from './archiveChecks';
import type { CheckedDocument } from './checkedDocument';
import { DocumentChecks } from './documentChecks';
import type { KnownVerdicts } from './knownVerdicts';
import { RuleTexts } from './ruleTexts';

/** What is wrong in all archives: their articles in the background, open ones as they are typed. */
export class Problems implements vscode.Disposable {
  readonly #verdicts: KnownVerdicts;
  readonly #checks = new Map<Archive, vscode.Disposable & { readonly checks: ArchiveChecks }>();
  readonly #events = {
    problems: new vscode.EventEmitter<{ readonly archive: Archive; readonly change: ProblemsChange }>(),
    progress: new vscode.EventEmitter<Archive>(),
  };
  readonly #listening: vscode.Disposable;
  readonly documents: DocumentChecks;
  readonly ruleTexts = new RuleTexts();

  /** The numbers of an archive, which are kept in `archive.problems`, are others now. */
  readonly onDidChange = this.#events.problems.event;
  readonly onDidChangeProgress = this.#events.progress.event;

  constructor(archives: Archives, verdicts: KnownVerdicts, log: vscode.LogOutputChannel) {
    this.#verdicts = verdicts;
    this.documents = new DocumentChecks(archives, (archive) => this.checksOf(archive), log);
    this.#listening = vscode.Disposable.from(
      this.documents,
      archives.onDidOpen((archive) => this.#open(archive, log)),
      archives.onDidClose((archive) => this.#close(archive)),
      onDidChangeSetting('problems.check', () => this.#restart()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#restart()),
    );
  }

  checksOf(archive: Archive): ArchiveChecks | undefined {
    return this.#checks.get(archive)?.checks;
  }

  /** Checks every article of every archive anew. */
  checkAll(): void {
    for (const { checks } of this.#checks.values()) checks.checkAll();
  }

  /** The problems of an article with their places: of its open document, else of its file. */
  async placesIn(
    archive: Archive,
    entry: Pick<ArticleEntry, 'path'>,
  ): Promise<Pick<CheckedDocument, 'article' | 'problems'> | undefined> {
    const uri = archive.uri(entry).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
    if (document !== undefined) return this.documents.checkNow(document);
    const text = await articleDocument(archive.files, entry.path);
    if (typeof text !== 'string') return undefined;
    // As an editor has it, so that places are the same.
    const { checkText } = await import('./checkText');
    return checkText(text.replace(/^\uFEFF/, ''), { archive, path: entry.path }, this.checksOf(archive));
  }

  dispose(): void {
    this.#listening.dispose();
    for (const open of this.#checks.values()) open.dispose();
    this.#checks.clear();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  #restart(): void {
    for (const { checks } of this.#checks.values()) checks.restart();
  }

  #open(archive: Archive, log: vscode.LogOutputChannel): void {
    const checks = new ArchiveChecks(archive, this.#verdicts, log);
    const listening = vscode.Disposable.from(
      checks,
      archive.problems.onDidChange((change) => this.#events.problems.fire({ archive, change })),
      checks.onDidChangeProgress(() => this.#events.progress.fire(archive)),
      checks.onDidConcernDocuments((paths) => this.documents.checkArchive(archive, paths)),
      archive.onDidReset(() => this.documents.checkArchive(archive)),
      // Documents that were open before anybody knew of their archive.
      archive.onDidChangeState(() => {
        if (archive.state === 'ready') this.documents.checkArchive(archive);
      }),
    );
    this.#checks.set(archive, { checks, dispose: () => listening.dispose() });
  }

  #close(archive: Archive): void {
    this.#checks.get(archive)?.dispose();
    this.#checks.delete(archive);
  }
}
