import { Emitter } from '../../host/emitter';
import type { TextStore } from '../../host/textStore';
import { faultMessage } from '../../text/json/faultMessage';
import { LruCache } from '../../text/lruCache';
import { inEnglish, type Message, say } from '../../text/message';
import type { Annotation } from '../model/annotation';
import { retarget } from '../model/writeAnnotation';
import { type BrokenPage, emptyPage, mergedPages, readPage, writePage } from './annotationPage';
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

/** Of the files whose annotations are remembered: those of some hundred articles. */
const mostCharacters = 1_000_000;
/** That of an article without annotations. */
const leastWeight = 200;

/** Reads and writes the annotations of one archive. */
export class AnnotationStore {
  readonly #files: TextStore;
  readonly #readings = new LruCache<AnnotatedArticle, Reading>(mostCharacters);
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
    let article: AnnotatedArticle;
    let files: FileText[] = [];
    // Paths come sorted: the files of one article are neighbours.
    for await (const [path, text] of this.#files.readAll(annotationsFolder)) {
      const file = annotationFileOf(path);
      if (file === undefined) continue;
      if (files.length > 0 && article !== file.article) {
        yield this.#reading(article, files);
        files = [];
      }
      article = file.article;
      files.push([path, text]);
    }
    if (files.length > 0) yield this.#reading(article, files);
  }

  /** All annotations on an article, of all people. As long as its files say the same, mostly the same object. */
  async read(article: AnnotatedArticle): Promise<ArticleAnnotations> {
    const folder = article === undefined ? `${annotationsFolder}/.sources` : annotationsFolderOf(article);
    const files: FileText[] = [];
    for (const path of folder === undefined ? [] : await this.#files.list(folder)) {
      if (annotationFileOf(path)?.article !== article) continue;
      const text = await this.#files.read(path);
      // Gone since it was listed: that is no file that cannot be read.
      if (text !== undefined) files.push([path, text]);
    }
    return this.#reading(article, files);
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

  #reading(article: AnnotatedArticle, files: readonly FileText[]): ArticleAnnotations {
    const known = this.#readings.get(article);
    if (known !== undefined && isSame(known.files, files)) return known.all;
    const all = annotationsIn(files, article);
    const weight = files.reduce((sum, [path, text]) => sum + path.length + (text?.length ?? 0), leastWeight);
    this.#readings.set(article, { files, all }, weight);
    return all;
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

type FileText = readonly [path: string, text: string | undefined];

/** Files of annotations as they were read, and what they say. */
interface Reading {
  readonly files: readonly FileText[];
  readonly all: ArticleAnnotations;
}

function isSame(one: readonly FileText[], other: readonly FileText[]): boolean {
  return (
    one.length === other.length &&
    one.every(([path, text], index) => path === other[index]?.[0] && text === other[index]?.[1])
  );
}

/** Puts together what several people wrote on one article. */
function annotationsIn(files: readonly FileText[], article: AnnotatedArticle): ArticleAnnotations {
  const broken: BrokenFile[] = [];
  let page = emptyPage;
  for (const [path, text] of files) {
    const read = text === undefined ? undefined : readPage(text);
    if (read?.kind === 'page') page = page === emptyPage ? read.page : mergedPages(page, read.page);
    else {
      const reason = read === undefined ? say('The file cannot be read.') : faultMessage(read.fault);
      broken.push({ path, article, reason });
    }
  }
  return { article, annotations: page.annotations, texts: page.texts, broken };
}
