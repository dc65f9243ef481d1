import { type AgreementReport, agreementSteps } from '../../../core/annotations/agreement/agreementReport';
import { type LabelledArticle, narrowed } from '../../../core/annotations/agreement/labelledArticle';
import { LabelledArticles } from '../../../core/annotations/agreement/labelledArticles';
import type { Codebook } from '../../../core/annotations/codebook/codebook';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import { TimeSlice } from '../../../core/text/timeSlice';
import type { AgreementChoice } from '../../../protocol/agreementMessages';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { sourceOf } from '../../workspace/sources/sourceCounts';

/** A report with what a page needs to show it. */
export interface AgreementResult {
  readonly report: AgreementReport;
  readonly codebook: Codebook;
  readonly hasCodebook: boolean;
  readonly choice: AgreementChoice;
  /** What there is to choose from, whatever was chosen. */
  readonly labels: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
  readonly people: readonly string[];
  /** All who annotated any article, alone or with others. */
  readonly everybody: readonly string[];
  /** All that the people in question gave to an article that is compared, whichever label was chosen. */
  readonly articleOf: (path: string) => LabelledArticle | undefined;
}

export interface AgreementRunEvents {
  readonly onReport: (result: AgreementResult) => void;
  /** Without a total nobody knows how long it takes. */
  readonly onProgress: (done: number, total?: number) => void;
  readonly onFault: (error: unknown) => void;
}

/** Changes that come in numbers are one. */
const pause = 250;
const betweenProgress = 100;

/** Computes the agreement in an archive, again after each change; what is no longer wanted is given up half-way. */
export class AgreementRun {
  readonly #own: ArchiveAnnotations;
  readonly #events: AgreementRunEvents;
  readonly #articles: LabelledArticles;
  readonly #listening: readonly { dispose(): unknown }[];
  #choice: AgreementChoice = { people: [] };
  #running: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;
  #isLoading = false;

  constructor(own: ArchiveAnnotations, events: AgreementRunEvents) {
    const { archive, store } = own;
    this.#own = own;
    this.#events = events;
    this.#articles = new LabelledArticles(async (path) => own.anchored(await store.read(path)));
    this.#listening = [
      own.onDidChange(({ articles, onlyStates }) => {
        // What is computed waits for the first loading anyway.
        if (!onlyStates && !this.#isLoading) this.#changed(articles);
      }),
      archive.onDidChangeArticles(({ added, changed, removed }) => {
        const others = changed.filter(({ before, after }) => !isRestRead(before, after)).map(({ after }) => after);
        this.#articlesChanged([...added, ...others, ...removed].map(({ path }) => path));
      }),
      archive.onDidTouchArticles((paths) => this.#articlesChanged(paths)),
      archive.onDidReset(() => this.#changed([])),
    ];
  }

  get choice(): AgreementChoice {
    return this.#choice;
  }

  choose(choice: AgreementChoice): void {
    this.#choice = choice;
    this.start();
  }

  start(): void {
    this.#isStopped = false;
    clearTimeout(this.#timer);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#events.onProgress(0);
    this.#compute(running.signal).then(
      (result) => {
        if (!running.signal.aborted) this.#events.onReport(result);
      },
      (error: unknown) => {
        if (!running.signal.aborted) this.#events.onFault(error);
      },
    );
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  dispose(): void {
    this.stop();
    for (const listening of this.#listening) listening.dispose();
  }

  /** Only those that somebody annotated count: an archive that is still being read changes all the time. */
  #articlesChanged(paths: readonly string[]): void {
    const annotated = paths.filter((path) => this.#own.index.rowsOf(path).length > 0);
    if (annotated.length > 0) this.#changed(annotated);
  }

  #changed(articles: readonly (string | undefined)[]): void {
    this.#articles.forget(articles.flatMap((path) => path ?? []));
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    // What is being computed is old already.
    this.#running?.abort();
    this.#timer = setTimeout(() => this.start(), pause);
  }

  async #compute(signal: AbortSignal): Promise<AgreementResult> {
    const choice = this.#choice;
    const slice = new TimeSlice(signal);
    this.#isLoading = true;
    await this.#own.load().finally(() => {
      this.#isLoading = false;
    });
    const [codebook, hasCodebook] = await Promise.all([this.#own.codebook(), this.#own.hasCodebook()]);
    const { shared, everybody } = await this.#people(slice);
    await this.#articles.read(shared, slice.yield, this.#progress(shared.size, signal));
    this.#events.onProgress(shared.size);
    const { articles, ...options } = await this.#choose([...shared].sort(), choice, slice);
    const filter = { labels: choice.label === undefined ? [] : [choice.label], creators: choice.people };
    const compared = [...articles.values()].map((article) => narrowed(article, filter));
    const report = await slice.finish(agreementSteps(compared, codebook));
    return {
      report,
      codebook,
      hasCodebook,
      choice,
      ...options,
      everybody,
      articleOf: (path) => {
        const article = articles.get(path);
        return article && narrowed(article, { ...filter, labels: [] });
      },
    };
  }

  /** The articles that several people annotated, and all people. */
  async #people(
    slice: TimeSlice,
  ): Promise<{ readonly shared: ReadonlySet<string>; readonly everybody: readonly string[] }> {
    const first = new Map<string, string>();
    const shared = new Set<string>();
    const everybody = new Set<string>();
    for (const { article, kind, creator } of this.#own.index.rows) {
      if (article === undefined || kind === 'reply') continue;
      everybody.add(creator);
      const known = first.get(article);
      if (known === undefined) first.set(article, creator);
      else if (known !== creator) shared.add(article);
    }
    await slice.yield();
    return { shared, everybody: [...everybody].sort() };
  }

  /** The articles to be compared, and what there is to choose from. */
  async #choose(paths: readonly string[], choice: AgreementChoice, slice: TimeSlice) {
    const { archive } = this.#own;
    const articles = new Map<string, LabelledArticle>();
    const labels = new Set<string>();
    const people = new Set<string>();
    const sources = new Map<string, string>();
    for (const path of paths) {
      await slice.yield();
      const article = this.#articles.get(path);
      const entry = archive.index.get(path);
      if (article === undefined || entry === undefined) continue;
      for (const { label } of article.labels) labels.add(label);
      for (const creator of article.creators) people.add(creator);
      const { key, name } = sourceOf(entry, archive);
      sources.set(key, name);
      if (choice.source === undefined || choice.source === key) articles.set(path, article);
    }
    return { articles, labels: [...labels].sort(), people: [...people].sort(), sources };
  }

  #progress(total: number, signal: AbortSignal): (done: number) => void {
    let last = 0;
    return (done) => {
      const now = performance.now();
      if (signal.aborted || now - last < betweenProgress) return;
      last = now;
      this.#events.onProgress(done, total);
    };
  }
}

/** Whether only the body's facts came, which are read after all front matter: the text is the same. */
function isRestRead(before: ArticleEntry, after: ArticleEntry): boolean {
  return (
    before.body === undefined && after.body !== undefined && before.mtime === after.mtime && before.size === after.size
  );
}
