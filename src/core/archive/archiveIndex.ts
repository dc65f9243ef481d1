import type { ArticleDate, ArticleEntry, BodyFacts } from '../article/articleEntry';
import { Emitter, type Listen } from '../host/emitter';
import { ArticleNames } from './articleNames';

/** What one batch did to the index. */
export interface IndexChange {
  readonly added: readonly ArticleEntry[];
  readonly changed: readonly { readonly before: ArticleEntry; readonly after: ArticleEntry }[];
  readonly removed: readonly ArticleEntry[];
}

/** The articles of one archive by path. Tells its listeners what each batch changed, never more. */
export class ArchiveIndex {
  readonly #entries = new Map<string, ArticleEntry>();
  readonly #changes = new Emitter<IndexChange>();
  readonly #touches = new Emitter<readonly string[]>();
  /** How many carry front matter with a title and a date: what makes a folder count as an archive. */
  #complete = 0;
  /** How its articles spell names, as of the change that was told last. */
  readonly names = new ArticleNames(() => this.#entries.values());

  readonly onDidChange: Listen<IndexChange> = this.#changes.listen;
  /** Paths whose text may be another now, although the index knows the same of them. */
  readonly onDidTouch: Listen<readonly string[]> = this.#touches.listen;

  get size(): number {
    return this.#entries.size;
  }

  get(path: string): ArticleEntry | undefined {
    return this.#entries.get(path);
  }

  paths(): IterableIterator<string> {
    return this.#entries.keys();
  }

  entries(): IterableIterator<ArticleEntry> {
    return this.#entries.values();
  }

  /** Whether at least half of the files, and at least one, are plainly articles. */
  get looksLikeArchive(): boolean {
    return this.#complete > 0 && this.#complete * 2 >= this.#entries.size;
  }

  /** Takes paths out and entries in; what is in both stays. Of two entries for one path the last counts. */
  apply(put: readonly ArticleEntry[], removedPaths: readonly string[] = []): void {
    const arriving = new Map(put.map((entry) => [entry.path, entry]));
    const added: ArticleEntry[] = [];
    const changed: { before: ArticleEntry; after: ArticleEntry }[] = [];
    const removed: ArticleEntry[] = [];
    const touched: string[] = [];
    for (const entry of arriving.values()) {
      const before = this.#entries.get(entry.path);
      const after = before === undefined ? entry : sharingTexts(entry, before);
      this.#entries.set(after.path, after);
      this.#complete += Number(isComplete(after)) - Number(before !== undefined && isComplete(before));
      if (before === undefined) added.push(after);
      else if (!sameArticle(before, after)) changed.push({ before, after });
      else if (before.size !== after.size || before.mtime !== after.mtime) touched.push(after.path);
    }
    for (const path of removedPaths) {
      const entry = this.#entries.get(path);
      if (entry === undefined || arriving.has(path)) continue;
      this.#entries.delete(path);
      this.#complete -= Number(isComplete(entry));
      removed.push(entry);
    }
    if (added.length + changed.length + removed.length > 0) {
      const change = { added, changed, removed };
      this.#countNames(change);
      this.#changes.fire(change);
    }
    if (touched.length > 0) this.#touches.fire(touched);
  }

  #countNames({ added, changed, removed }: IndexChange): void {
    for (const entry of removed) this.names.remove(entry);
    for (const { before } of changed) this.names.remove(before);
    for (const { after } of changed) this.names.add(after);
    for (const entry of added) this.names.add(entry);
    this.names.settle();
  }
}

function isComplete(entry: ArticleEntry): boolean {
  return entry.titleFrom === 'field' && entry.date.kind === 'read' && entry.date.from === 'field';
}

/** Whether two entries tell a reader the same: everything but the stamp of the file. */
function sameArticle(a: ArticleEntry, b: ArticleEntry): boolean {
  return (
    a === b ||
    (a.path === b.path &&
      a.title === b.title &&
      a.titleFrom === b.titleFrom &&
      a.source?.text === b.source?.text &&
      a.source?.from === b.source?.from &&
      a.author === b.author &&
      a.link === b.link &&
      a.fault === b.fault &&
      sameDate(a.date, b.date) &&
      sameList(a.categories, b.categories) &&
      sameBody(a.body, b.body))
  );
}

/**
 * An entry that has the texts of an earlier one where they are equal: of a pass over an archive that has learnt little, little
 * is left behind in memory.
 */
function sharingTexts(entry: ArticleEntry, before: ArticleEntry): ArticleEntry {
  if (entry === before) return entry;
  return {
    ...entry,
    path: before.path,
    ...(entry.title === before.title && { title: before.title }),
    ...(entry.link !== undefined && entry.link === before.link && { link: before.link }),
    ...(sameDate(entry.date, before.date) && { date: before.date }),
    ...(sameBody(entry.body, before.body) && before.body !== undefined && { body: before.body }),
  };
}

function sameDate(a: ArticleDate, b: ArticleDate): boolean {
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind;
  if (a.text !== b.text) return false;
  if (a.kind === 'unreadable' || b.kind === 'unreadable') return a.kind === b.kind;
  return a.time === b.time && a.precision === b.precision && a.from === b.from;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sameBody(a: BodyFacts | undefined, b: BodyFacts | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.words === b.words && a.characters === b.characters && a.images === b.images && a.links === b.links;
}
