import { articleDocument } from '../../archive/articleDocument';
import { canonicalLink } from '../../archive/canonicalLink';
import { readArticleText } from '../../article/articleText/readArticleText';
import type { ArchiveFiles } from '../../host/archiveFiles';
import type { ArticleHint, ImportedAnnotation, ImportedPage } from './importedAnnotation';
import { UniqueQuotes } from './uniqueQuotes';

/** The archive that annotations are imported into. */
export interface ImportArchive {
  readonly files: ArchiveFiles;
  /** All articles there are; asked for a few times at most, and only where an annotation does not name its article's path. */
  articles(): AsyncIterable<{ readonly path: string; readonly title: string; readonly link?: string | undefined }>;
}

/** The article of an annotation; no path for annotations on sources. */
export interface FoundArticle {
  readonly path: string | undefined;
}

/** Finds the articles that imported annotations belong to. The archive is read as far as that takes, and once. */
export class ArticleFinder {
  readonly #archive: ImportArchive;
  readonly #named: string | undefined;
  readonly #placed = new Map<string, FoundArticle>();
  readonly #documents = new Map<string, Promise<string | undefined>>();
  #links: Promise<ReadonlyMap<string, string>> | undefined;
  #texts: Promise<ReadonlyMap<string, string>> | undefined;
  #titles: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  #quotes: Promise<UniqueQuotes> | undefined;
  #expected: readonly ImportedAnnotation[] = [];

  /** `named`: the article that a person names for whatever belongs to no other. */
  constructor(archive: ImportArchive, named: string | undefined) {
    this.#archive = archive;
    this.#named = named;
  }

  /** Those that will be sought: the archive is read once for the quotes of all. */
  expect(annotations: readonly ImportedAnnotation[]): void {
    this.#expected = annotations;
    this.#quotes = undefined;
  }

  async find(imported: ImportedAnnotation): Promise<FoundArticle | 'unknown'> {
    let found: FoundArticle | undefined;
    for (const hint of imported.hints) {
      // Our own export is right about the article even where that is gone.
      if (hint.kind === 'path' && !imported.isForeign) found ??= { path: hint.path };
      found ??= await this.#byHint(hint);
    }
    if (found === undefined && this.#named !== undefined && (await this.document(this.#named)) !== undefined)
      found = { path: this.#named };
    if (found === undefined) return 'unknown';
    this.#placed.set(String(imported.json.id), found);
    return found;
  }

  /** The text of an article's file; undefined where there is none. */
  document(path: string): Promise<string | undefined> {
    let reading = this.#documents.get(path);
    if (reading === undefined) {
      reading = articleDocument(this.#archive.files, path).then((text) =>
        typeof text === 'string' ? text : undefined,
      );
      this.#documents.set(path, reading);
    }
    return reading;
  }

  async #byHint(hint: ArticleHint): Promise<FoundArticle | undefined> {
    switch (hint.kind) {
      case 'sources':
        return { path: undefined };
      case 'reply':
        return this.#placed.get(hint.to);
      case 'path':
        return (await this.document(hint.path)) === undefined ? undefined : { path: hint.path };
      case 'address': {
        this.#links ??= this.#readLinks();
        const path = (await this.#links).get(canonicalLink(hint.address) ?? hint.address);
        return path === undefined ? undefined : { path };
      }
      case 'text': {
        this.#texts ??= this.#readTexts();
        const path = (await this.#texts).get(hint.text);
        return path === undefined ? undefined : { path };
      }
      case 'page':
        return (await this.#byTitle(hint.page)) ?? (await this.#byQuotes(hint.page));
    }
  }

  async #byTitle({ title }: ImportedPage): Promise<FoundArticle | undefined> {
    if (title === '') return undefined;
    this.#titles ??= this.#readTitles();
    const [path, ...others] = (await this.#titles).get(plainTitle(title)) ?? [];
    return path === undefined || others.length > 0 ? undefined : { path };
  }

  /** The one article that quotes from the page lead to, where they do not lead to several. */
  async #byQuotes({ quotes }: ImportedPage): Promise<FoundArticle | undefined> {
    if (quotes.length === 0) return undefined;
    this.#quotes ??= this.#readQuotes();
    const unique = await this.#quotes;
    const [path, ...others] = new Set(quotes.flatMap((quote) => unique.pathOf(quote) ?? []));
    return path === undefined || others.length > 0 ? undefined : { path };
  }

  async #readTitles(): Promise<ReadonlyMap<string, readonly string[]>> {
    const titles = new Map<string, string[]>();
    for await (const { title, path } of this.#archive.articles()) {
      const known = titles.get(plainTitle(title));
      if (known === undefined) titles.set(plainTitle(title), [path]);
      else known.push(path);
    }
    return titles;
  }

  async #readQuotes(): Promise<UniqueQuotes> {
    const pages = this.#expected.flatMap(({ hints }) =>
      hints.flatMap((hint) => (hint.kind === 'page' ? hint.page : [])),
    );
    const quotes = new UniqueQuotes([...new Set(pages)].flatMap((page) => page.quotes));
    if (quotes.isEmpty) return quotes;
    for await (const { path } of this.#archive.articles()) {
      const document = await articleDocument(this.#archive.files, path);
      if (typeof document === 'string') quotes.read(path, readArticleText(document).text);
    }
    return quotes;
  }

  async #readLinks(): Promise<ReadonlyMap<string, string>> {
    const links = new Map<string, string>();
    for await (const { link, path } of this.#archive.articles()) {
      if (link !== undefined) links.set(canonicalLink(link) ?? link, path);
    }
    return links;
  }

  async #readTexts(): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for await (const { path } of this.#archive.articles()) {
      const document = await articleDocument(this.#archive.files, path);
      if (typeof document !== 'string') continue;
      const { text } = readArticleText(document);
      const known = texts.get(text);
      // Of two articles with the same text always the same one.
      if (known === undefined || path < known) texts.set(text, path);
    }
    return texts;
  }
}

function plainTitle(title: string): string {
  return title.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
