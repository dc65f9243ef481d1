import * as vscode from 'vscode';
import type { IndexChange } from '../../../core/archive/archiveIndex';
import { Limit } from '../../../core/archive/limit';
import { Requests } from '../../../core/archive/requests';
import type { Log } from '../../../core/host/log';
import { ArchiveKnowledge } from '../../../core/problems/archiveKnowledge';
import { noProblems, type ProblemSummary, summaryOf } from '../../../core/problems/problemSummary';
import { type Progress, SteadyProgress } from '../../../core/problems/steadyProgress';
import { setting } from '../../ui/contribute';
import type { Archive } from '../archives/archive';
import { checkFiles } from './checkFiles';
import { currentCheckSettings } from './currentCheckSettings';
import { ImageUses } from './imageUses';
import type { KnownVerdicts } from './knownVerdicts';

/** So many that every worker has enough to do, so few that progress moves and a newer wish is not kept waiting. */
const batchSize = 256;
/** While the results of one batch are taken over the workers have another. */
const batchesAtOnce = 2;

/**
 * Checks an archive in the background, and again whatever has changed since. Open documents are checked elsewhere, from
 * their text: what is found there counts until they are closed.
 */
export class ArchiveChecks implements vscode.Disposable {
  /** What is known of remote images. */
  readonly verdicts: KnownVerdicts;
  readonly #archive: Archive;
  readonly #log: Log;
  readonly #requests = new Requests();
  /** What has just changed is checked before what has only not been looked at yet. */
  readonly #urgent = new Set<string>();
  readonly #waiting = new Set<string>();
  readonly #documents = new Set<string>();
  readonly #uses = new ImageUses();
  readonly #events = { progress: new vscode.EventEmitter<void>(), documents: new vscode.EventEmitter<Set<string>>() };
  readonly #listening: vscode.Disposable;
  #knowledge: ArchiveKnowledge;
  #running = new AbortController();
  #isDraining = false;
  /** From the first article that is checked until neither any is left nor more are to come from changes under way. */
  #isInRun = false;
  #done = 0;
  #progress = new SteadyProgress();
  /** What is being checked now. */
  readonly #underWay = new Set<string>();
  /** What a person has left unchecked by stopping. */
  readonly #left = new Set<string>();

  readonly onDidChangeProgress = this.#events.progress.event;
  /** Held documents of which something else is known now. */
  readonly onDidConcernDocuments = this.#events.documents.event;

  constructor(archive: Archive, verdicts: KnownVerdicts, log: Log) {
    this.#archive = archive;
    this.verdicts = verdicts;
    this.#log = log;
    this.#knowledge = this.#freshKnowledge();
    this.#listening = vscode.Disposable.from(
      archive.onDidReset(() => this.restart()),
      archive.onDidChangeArticles((change) => this.#follow(change)),
      archive.onDidTouchArticles((paths) => this.check(paths)),
      archive.onDidChangeOtherFiles((paths) => this.check(this.#uses.articlesThatShow(paths))),
      archive.onDidChangeState(() => this.#drainSoon()),
      archive.onDidSettle(() => this.#endRun()),
    );
    this.restart();
  }

  /** What only the whole archive knows of its articles. */
  get knowledge(): ArchiveKnowledge {
    return this.#knowledge;
  }

  /** How far the background check is; `undefined` when nothing is to be checked. */
  get progress(): Progress | undefined {
    if (!this.#isInRun) return undefined;
    const waiting = this.#waiting.size + this.#urgent.size + this.#underWay.size;
    return this.#progress.at(this.#done, waiting + this.#archive.pendingChanges);
  }

  /** How many articles a person has left unchecked by stopping. */
  get unchecked(): number {
    return this.#left.size;
  }

  /** Checks these articles (again), before all that has merely not been checked yet. */
  check(paths: Iterable<string>): void {
    const documents = new Set<string>();
    const queue = this.#archive.state === 'reading' ? this.#waiting : this.#urgent;
    // Asked once: of a whole archive each question would be as much as the rest together.
    const isWhole = this.#isWhole;
    for (const path of paths) {
      if (this.#documents.has(path)) documents.add(path);
      else if (isWhole) queue.add(path);
    }
    if (documents.size > 0) this.#events.documents.fire(documents);
    this.#drainSoon();
  }

  /** Checks every article again, also where a person wants that only of open ones otherwise. */
  checkAll(): void {
    this.#left.clear();
    for (const path of this.#archive.index.paths()) this.#waiting.add(path);
    if (this.#documents.size > 0) this.#events.documents.fire(new Set(this.#documents));
    this.#drainSoon();
  }

  /** Leaves what is not checked yet as it is. */
  stop(): void {
    for (const path of [...this.#underWay, ...this.#urgent, ...this.#waiting]) this.#left.add(path);
    this.#abort();
    this.#events.progress.fire();
  }

  /** Checks what was left when a person stopped. */
  goOn(): void {
    for (const path of this.#left) this.#waiting.add(path);
    this.#left.clear();
    this.#drainSoon();
  }

  /** From now on what an open document's text has counts instead of its file. */
  holdDocument(path: string, summary: ProblemSummary): void {
    this.#documents.add(path);
    this.#archive.problems.put([[path, summary]]);
  }

  rememberImages(path: string, localPaths: readonly string[]): void {
    this.#uses.put(path, localPaths);
  }

  /** From now on the file counts again. */
  releaseDocument(path: string): void {
    if (!this.#documents.delete(path)) return;
    if (this.#isWhole) this.check([path]);
    else this.#archive.problems.put([[path, noProblems]]);
  }

  /** Begins anew, by the settings as they are now. */
  restart(): void {
    this.#abort();
    this.#left.clear();
    this.#knowledge = this.#freshKnowledge();
    if (this.#isWhole) {
      this.checkAll();
      return;
    }
    const closed = [...this.#archive.problems.entries()].filter(([path]) => !this.#documents.has(path));
    this.#archive.problems.put(closed.map(([path]) => [path, noProblems]));
    if (this.#documents.size > 0) this.#events.documents.fire(new Set(this.#documents));
  }

  dispose(): void {
    this.#abort();
    this.#listening.dispose();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  #freshKnowledge(): ArchiveKnowledge {
    const { sources, index, timeZone } = this.#archive;
    const knowledge = new ArchiveKnowledge(sources, (path) => index.get(path), timeZone);
    knowledge.apply({ added: [...index.entries()], changed: [], removed: [] });
    return knowledge;
  }

  get #isWhole(): boolean {
    return setting('problems.check', this.#archive.folder.uri) === 'archive';
  }

  #abort(): void {
    this.#urgent.clear();
    this.#waiting.clear();
    this.#running.abort();
    this.#running = new AbortController();
  }

  #follow(change: IndexChange): void {
    const affected = this.#knowledge.apply(change);
    for (const { path } of change.removed) {
      this.#urgent.delete(path);
      this.#waiting.delete(path);
      this.#left.delete(path);
      this.#uses.put(path, []);
    }
    this.#archive.problems.put(change.removed.map(({ path }) => [path, noProblems]));
    // Of a file that is the same as before only the index has learnt more.
    const rewritten = change.changed.filter(
      ({ before, after }) => before.size !== after.size || before.mtime !== after.mtime,
    );
    this.check([...change.added.map(({ path }) => path), ...rewritten.map(({ after }) => after.path), ...affected]);
  }

  #drainSoon(): void {
    // Problems that only the whole archive shows, such as duplicates, are not known before it is read.
    if (this.#isDraining || this.#archive.state === 'reading' || !this.#archive.isArchive) return;
    if (this.#urgent.size + this.#waiting.size === 0) return;
    this.#isDraining = true;
    if (!this.#isInRun) {
      this.#done = 0;
      this.#progress = new SteadyProgress();
    }
    this.#isInRun = true;
    void this.#drain().finally(() => {
      this.#isDraining = false;
      // What came while the last batch was on its way.
      this.#drainSoon();
      this.#endRun();
    });
  }

  /** Changes of thousands of files come in batches, each checked before the next is read: that is one run, not many. */
  #endRun(): void {
    if (!this.#isInRun || this.#isDraining || this.#archive.pendingChanges > 0) return;
    this.#isInRun = false;
    this.#events.progress.fire();
  }

  async #drain(): Promise<void> {
    const checks = new Limit(batchesAtOnce);
    await checks.during(async () => {
      for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) {
        const paths = batch;
        await checks.add(() => this.#checkBatch(paths));
      }
    });
  }

  #nextBatch(): readonly string[] {
    const batch: string[] = [];
    for (const queue of [this.#urgent, this.#waiting]) {
      for (const path of queue) {
        if (batch.length >= batchSize) return batch;
        batch.push(path);
        queue.delete(path);
        this.#underWay.add(path);
      }
    }
    return batch;
  }

  async #checkBatch(paths: readonly string[]): Promise<void> {
    const { signal } = this.#running;
    try {
      await this.#requests.run(async (request) => {
        this.#requests.claim(paths, request);
        const files = paths.flatMap((path) => this.#archive.index.get(path) ?? []);
        const known = new Map(files.map((entry) => [entry.path, this.#knowledge.of(entry)]));
        const settings = currentCheckSettings(this.#archive.checkSettings);
        const batch = await checkFiles(this.#archive, files, settings, known, this.verdicts, signal);
        const { articles, unreadable } = batch;
        if (signal.aborted) return;
        for (const path of paths) this.#left.delete(path);
        const isWanted = ({ path }: { readonly path: string }): boolean =>
          this.#requests.isCurrent(path, request) &&
          !this.#documents.has(path) &&
          this.#archive.index.get(path) !== undefined;
        const current = articles.filter(isWanted);
        for (const { path, localPaths } of current) this.#uses.put(path, localPaths);
        this.#archive.problems.put([
          ...current.map(({ path, problems }) => [path, summaryOf(problems)] as const),
          ...unreadable.filter(isWanted).map(({ path }) => [path, noProblems] as const),
        ]);
      });
    } catch (error) {
      if (!signal.aborted) this.#log.error(`${this.#archive.folder.name}: ${error}`);
    }
    for (const path of paths) this.#underWay.delete(path);
    this.#done += paths.length;
    this.#events.progress.fire();
  }
}
