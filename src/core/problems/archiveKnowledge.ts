import type { IndexChange } from '../archive/archiveIndex';
import { canonicalLink } from '../archive/canonicalLink';
import { DuplicateCandidates } from '../archive/duplicateCandidates';
import { FolderOrder } from '../archive/folderOrder';
import { SourceSpellings } from '../archive/sourceSpellings';
import type { ArticleEntry } from '../article/articleEntry';
import { collapse } from '../article/fieldValue';
import { foldName, type SourceName, type SourceResolver } from '../article/sourceNames';
import { wallClock } from '../article/zoneOffset';
import type { ArticleKnowledge, DateBeside, Duplicate } from './knowledge';

/** A shorter title may well be that of another article on another day: "Notice", "每日早报". */
const longTitle = 24;

/** A run of articles without a date longer than this tells nothing of the one in its middle. */
const mostUndated = 20;

/** Files that are in order of their dates rarely leave out more days than this. */
const mostDaysBetween = 7;
const dayMs = 86_400_000;

/** By what an article can be told to be the same as another. */
interface Marks {
  readonly link: string | undefined;
  /** Title and source. */
  readonly title: string | undefined;
  /** Title, source and day. */
  readonly day: string | undefined;
}

/**
 * What only the whole archive knows of each article: whether others are the same, and how its source is usually
 * written. Follows the index change by change and never looks through all articles.
 */
export class ArchiveKnowledge {
  readonly #sources: SourceResolver;
  readonly #entryOf: (path: string) => ArticleEntry | undefined;
  readonly #timeZone: string;
  readonly #links = new DuplicateCandidates();
  readonly #titles = new DuplicateCandidates();
  readonly #days = new DuplicateCandidates();
  readonly #spellings = new SourceSpellings();
  readonly #folders = new FolderOrder();

  /** `entryOf` asks the index that is followed: what it knows is held there alone. */
  constructor(sources: SourceResolver, entryOf: (path: string) => ArticleEntry | undefined, timeZone = 'UTC') {
    this.#sources = sources;
    this.#entryOf = entryOf;
    this.#timeZone = timeZone;
  }

  /** Follows the index. Tells the other articles that something else is known of now: they are to be checked again. */
  apply(change: IndexChange): readonly string[] {
    const affected = new Set<string>();
    for (const entry of change.removed) this.#remove(entry, affected);
    for (const { before, after } of change.changed) {
      if (!this.#knowsSame(before, after)) this.#remove(before, affected);
    }
    for (const { before, after } of change.changed) {
      if (!this.#knowsSame(before, after)) this.#add(after, affected);
    }
    for (const entry of change.added) this.#add(entry, affected);
    for (const { path } of change.removed) this.#folders.remove(path);
    for (const { path } of change.added) this.#folders.add(path);
    for (const { path } of change.removed) affected.delete(path);
    for (const { after } of change.changed) affected.delete(after.path);
    for (const { path } of change.added) affected.delete(path);
    return [...affected];
  }

  /** What is known of an article, which may be one as it stands in an editor. */
  of(entry: ArticleEntry): ArticleKnowledge {
    const canonicalSource = this.#canonicalSource(entry);
    const duplicates = this.#duplicates(entry);
    const datesBeside = entry.date.kind === 'unreadable' ? this.#datesBeside(entry.path) : [];
    return {
      ...(canonicalSource === undefined ? {} : { canonicalSource }),
      ...(duplicates.length === 0 ? {} : { duplicates }),
      ...(datesBeside.length === 0 ? {} : { datesBeside }),
    };
  }

  #add(entry: ArticleEntry, affected: Set<string>): void {
    const { link, title, day } = this.#marksOf(entry);
    if (link !== undefined) addAll(affected, this.#links.add(link, entry.path));
    if (title !== undefined) addAll(affected, this.#titles.add(title, entry.path));
    if (day !== undefined) addAll(affected, this.#days.add(day, entry.path));
    if (entry.source?.from === 'field') addAll(affected, this.#spellings.add(entry.source.text, entry.path));
  }

  #remove(entry: ArticleEntry, affected: Set<string>): void {
    const { link, title, day } = this.#marksOf(entry);
    if (link !== undefined) addAll(affected, this.#links.remove(link, entry.path));
    if (title !== undefined) addAll(affected, this.#titles.remove(title, entry.path));
    if (day !== undefined) addAll(affected, this.#days.remove(day, entry.path));
    if (entry.source?.from === 'field') addAll(affected, this.#spellings.remove(entry.source.text, entry.path));
  }

  /** Whether nothing differs that could make anything known of it, or of others for its sake, another. */
  #knowsSame(before: ArticleEntry, after: ArticleEntry): boolean {
    return (
      before.title === after.title &&
      before.titleFrom === after.titleFrom &&
      before.link === after.link &&
      before.source?.text === after.source?.text &&
      before.source?.from === after.source?.from &&
      this.#dayOf(before) === this.#dayOf(after)
    );
  }

  #marksOf(entry: ArticleEntry): Marks {
    const link = entry.link === undefined ? undefined : canonicalLink(entry.link);
    if (entry.titleFrom === 'fileName') return { link, title: undefined, day: undefined };
    const title = foldName(entry.title);
    const source = entry.source === undefined ? '' : this.#sources.resolve(entry.source).key;
    const day = this.#dayOf(entry);
    return {
      link,
      // Without a source only the day is left to tell two articles from one.
      title: source !== '' && lengthOf(title) >= longTitle ? `${title}\n${source}` : undefined,
      day: day === undefined ? undefined : `${title}\n${source}\n${day}`,
    };
  }

  #dayOf({ date }: ArticleEntry): string | undefined {
    if (date.kind !== 'read') return undefined;
    const { year, month, day } = wallClock(date.time, this.#timeZone);
    return `${year}-${month}-${day}`;
  }

  #duplicates(entry: ArticleEntry): readonly Duplicate[] {
    const own = this.#marksOf(entry);
    const found = new Map<string, Duplicate>();
    if (own.link !== undefined) {
      for (const other of this.#entriesOf(this.#links.others(own.link, entry.path))) {
        if (this.#marksOf(other).link === own.link) found.set(other.path, duplicate(other, 'link'));
      }
    }
    for (const mark of ['day', 'title'] as const) {
      const key = own[mark];
      if (key === undefined) continue;
      const groups = mark === 'day' ? this.#days : this.#titles;
      for (const other of this.#entriesOf(groups.others(key, entry.path))) {
        const marks = this.#marksOf(other);
        // Two articles that name two addresses are two: a column has the same title every week.
        const differ = own.link !== undefined && marks.link !== undefined && own.link !== marks.link;
        if (marks[mark] !== key || differ || found.has(other.path)) continue;
        found.set(other.path, duplicate(other, 'titleAndSource'));
      }
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The dates of the files just before and after one, where these are so near each other that it must be from about then. */
  #datesBeside(path: string): readonly DateBeside[] {
    const before = this.#dateBeside(path, 'before');
    const after = this.#dateBeside(path, 'after');
    if (before === undefined || after === undefined) return [];
    if (Math.abs(after.time - before.time) > mostDaysBetween * dayMs) return [];
    return [before, after];
  }

  #dateBeside(path: string, side: 'before' | 'after'): DateBeside | undefined {
    for (const entry of this.#entriesOf(this.#folders.beside(path, side, mostUndated))) {
      if (entry.date.kind === 'read') return { path: entry.path, time: entry.date.time };
    }
    return undefined;
  }

  #entriesOf(paths: readonly string[]): readonly ArticleEntry[] {
    return paths.flatMap((path) => this.#entryOf(path) ?? []);
  }

  #canonicalSource({ source }: ArticleEntry): SourceName | undefined {
    if (source === undefined) return undefined;
    const known = this.#sources.canonicalOf(source.text);
    if (known !== undefined) return known.name === collapse(source.text) ? undefined : known;
    const usual = source.from === 'field' ? this.#spellings.usualOf(source.text) : undefined;
    return usual === undefined ? undefined : { key: foldName(usual), name: usual };
  }
}

function duplicate({ path, title }: ArticleEntry, because: Duplicate['because']): Duplicate {
  return { path, title, because };
}

function addAll(set: Set<string>, paths: Iterable<string>): void {
  for (const path of paths) set.add(path);
}

/** A Chinese, Japanese or Korean character says as much as two letters. */
function lengthOf(text: string): number {
  let length = 0;
  for (const sign of text) length += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return length;
}
