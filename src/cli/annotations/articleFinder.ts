import type { ArticleHint, ImportedAnnotation } from '../../core/annotations/exchange/importedAnnotation';
import { articleText } from '../../core/archive/articleText';
import { canonicalLink } from '../../core/archive/canonicalLink';
import { readArticleText } from '../../core/article/articleText/readArticleText';
import type { OpenArchive } from '../openArchive';

/** The article of an annotation; no path for annotations on sources. */
export interface FoundArticle {
  readonly path: string | undefined;
}

/** Finds the articles that imported annotations belong to. The archive is read as far as that takes, and once. */
export class ArticleFinder {
  readonly #archive: OpenArchive;
  readonly #named: string | undefined;
  readonly #signal: AbortSignal;
  readonly #placed = new Map<string, FoundArticle>();
  readonly #documents = new Map<string, Promise<string | undefined>>();
  #links: Promise<ReadonlyMap<string, string>> | undefined;
  #texts: Promise<ReadonlyMap<string, string>> | undefined;

  /** `named`: the article that a person names for whatever belongs to no other. */
  constructor(archive: OpenArchive, named: string | undefined, signal: AbortSignal) {
    this.#archive = archive;
    this.#named = named;
    this.#signal = signal;
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
      reading = articleText(this.#archive.files, path).then((text) => (typeof text === 'string' ? text : undefined));
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
    }
  }

  async #readLinks(): Promise<ReadonlyMap<string, string>> {
    const links = new Map<string, string>();
    const { files, reader, config } = this.#archive;
    for await (const batch of files.list(config.filter, '', this.#signal)) {
      const { articles } = await reader.read(batch, 'head', config.rules, this.#signal);
      for (const { link, path } of articles) if (link !== undefined) links.set(canonicalLink(link) ?? link, path);
    }
    return links;
  }

  async #readTexts(): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for await (const batch of this.#archive.files.list(this.#archive.config.filter, '', this.#signal)) {
      for (const { path } of batch) {
        const document = await articleText(this.#archive.files, path);
        if (typeof document !== 'string') continue;
        const { text } = readArticleText(document);
        const known = texts.get(text);
        // Of two articles with the same text always the same one.
        if (known === undefined || path < known) texts.set(text, path);
      }
    }
    return texts;
  }
}
