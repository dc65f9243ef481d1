import { Emitter } from '../../host/emitter';
import type { TextStore } from '../../host/textStore';
import { faultMessage } from '../../text/json/faultMessage';
import { inEnglish, type Message, say } from '../../text/message';
import type { Annotation } from '../model/annotation';
import { retarget } from '../model/writeAnnotation';
import { type AnnotationPage, type BrokenPage, emptyPage, mergedPages, readPage, writePage } from './annotationPage';
import {
  annotationFileOf,
  annotationPath,
  annotationsFolder,
  annotationsFolderOf,
  brokenPathOf,
} from './annotationPaths';
import { type AnnotationChange, applyChanges } from './applyChanges';

/** A file that holds annotations but cannot be read. It stays where it is. */
export interface BrokenFile {
  readonly path: string;
  readonly article: string | undefined;
  readonly reason: Message;
}

/** All annotations on one article, or on sources. */
export interface ArticleAnnotations {
  readonly article: string | undefined;
  readonly annotations: readonly Annotation[];
  /** The fingerprints of texts that passages were described on. */
  readonly texts: ReadonlyMap<string, string>;
  readonly broken: readonly BrokenFile[];
}

/** The path of an article; `undefined` stands for the sources. */
export type AnnotatedArticle = string | undefined;

/** Reads and writes the annotations of one archive. */
export class AnnotationStore {
  readonly #files: TextStore;
  readonly #changed = new Emitter<AnnotatedArticle>();
  /** Tells of an article whose annotations were saved here. */
  readonly onDidChange = this.#changed.listen;

  constructor(files: TextStore) {
    this.#files = files;
  }

  /** The articles that have annotations, whether those articles are there or not; `undefined` stands for the sources. */
  async articles(): Promise<readonly AnnotatedArticle[]> {
    const paths = await this.#files.list(annotationsFolder);
    const articles = new Set<AnnotatedArticle>();
    for (const path of paths) {
      const file = annotationFileOf(path);
      if (file) articles.add(file.article);
    }
    return [...articles];
  }

  /** All annotations of the archive, article by article. */
  async *readAll(): AsyncGenerator<ArticleAnnotations, void> {
    let current: PagesOf | undefined;
    // Paths come sorted: the files of one article are neighbours.
    for await (const [path, text] of this.#files.readAll(annotationsFolder)) {
      const file = annotationFileOf(path);
      if (file === undefined) continue;
      if (current !== undefined && current.article !== file.article) yield current.all();
      if (current === undefined || current.article !== file.article) current = new PagesOf(file.article);
      current.add(path, text);
    }
    if (current !== undefined) yield current.all();
  }

  /** All annotations on an article, of all people. */
  async read(article: AnnotatedArticle): Promise<ArticleAnnotations> {
    const folder = article === undefined ? `${annotationsFolder}/.sources` : annotationsFolderOf(article);
    const pages = new PagesOf(article);
    for (const path of folder === undefined ? [] : await this.#files.list(folder)) {
      if (annotationFileOf(path)?.article !== article) continue;
      const text = await this.#files.read(path);
      // Gone since it was listed: that is no file that cannot be read.
      if (text !== undefined) pages.add(path, text);
    }
    return pages.all();
  }

  /**
   * Saves changes to a person's annotations on an article, merged with what is in the file by then. A file that cannot be
   * read is kept beside, and its path is the answer. Rejects where nothing could be saved: the caller keeps the changes.
   */
  async save(
    article: AnnotatedArticle,
    creator: string,
    changes: readonly AnnotationChange[],
  ): Promise<{ readonly keptBeside?: string }> {
    const path = annotationPath(article, creator);
    if (path === undefined)
      throw new Error(`The article ${article} is not in the archive: its annotations cannot be saved.`);
    const keptBeside = await this.#keepBroken(path);
    await this.#files.update(path, (text) => {
      const read = text === undefined ? undefined : readPage(text);
      // Broken since it was looked at: better no change than one that drops what is there.
      if (read?.kind === 'broken') throw unreadable(path, read);
      const page = applyChanges(read?.page ?? emptyPage, changes);
      return page.annotations.length + page.others.length === 0 ? '' : writePage(page);
    });
    this.#changed.fire(article);
    return keptBeside === undefined ? {} : { keptBeside };
  }

  /** Moves the annotations of an article, or of all in a folder, along with it. */
  async move(from: string, to: string): Promise<void> {
    const [old, now] = [annotationsFolderOf(from), annotationsFolderOf(to)];
    if (old === undefined || now === undefined) return;
    for (const path of await this.#files.list(old)) {
      const target = now + path.slice(old.length);
      if (!(await this.#files.move(path, target))) await this.#mergeInto(path, target);
      const article = annotationFileOf(target)?.article;
      if (article !== undefined) await this.#retarget(target, article);
    }
    this.#changed.fire(from);
    this.#changed.fire(to);
  }

  async #keepBroken(path: string): Promise<string | undefined> {
    const text = await this.#files.read(path);
    if (text === undefined || readPage(text).kind === 'page') return undefined;
    const beside = brokenPathOf(path, text);
    await this.#files.update(beside, (known) => known ?? text);
    await this.#files.update(path, (now) => (now === text ? '' : undefined));
    return beside;
  }

  async #mergeInto(from: string, to: string): Promise<void> {
    const text = await this.#files.read(from);
    const read = text === undefined ? undefined : readPage(text);
    if (text === undefined || read?.kind !== 'page') return;
    await this.#files.update(to, (known) => {
      const there = known === undefined ? undefined : readPage(known);
      if (there?.kind === 'broken') throw unreadable(to, there);
      return writePage(mergedPages(there?.page ?? emptyPage, read.page));
    });
    await this.#files.update(from, (now) => (now === text ? '' : undefined));
  }

  async #retarget(path: string, article: string): Promise<void> {
    if (!path.endsWith('.jsonld')) return;
    await this.#files.update(path, (text) => {
      const read = text === undefined ? undefined : readPage(text);
      if (read?.kind !== 'page') return undefined;
      return writePage({ ...read.page, annotations: read.page.annotations.map((own) => retarget(own, article)) });
    });
  }
}

function unreadable(path: string, { fault }: BrokenPage): Error {
  return new Error(`${path} cannot be read. ${inEnglish(faultMessage(fault))} Mend it and try again.`);
}

/** Puts together what several people wrote on one article. */
class PagesOf {
  readonly article: AnnotatedArticle;
  readonly #broken: BrokenFile[] = [];
  #page: AnnotationPage = emptyPage;

  constructor(article: AnnotatedArticle) {
    this.article = article;
  }

  add(path: string, text: string | undefined): void {
    const read = text === undefined ? undefined : readPage(text);
    if (read?.kind === 'page') this.#page = this.#page === emptyPage ? read.page : mergedPages(this.#page, read.page);
    else {
      const reason = read === undefined ? say('The file cannot be read.') : faultMessage(read.fault);
      this.#broken.push({ path, article: this.article, reason });
    }
  }

  all(): ArticleAnnotations {
    const { annotations, texts } = this.#page;
    return { article: this.article, annotations, texts, broken: this.#broken };
  }
}
