import type { ArticleEntry } from '../article/articleEntry';
import type { Body } from '../article/body/body';
import { type FrontMatter, findFrontMatter } from '../article/frontMatterBlock';
import { type FrontMatterFields, frontMatterFields } from '../article/frontMatterFields';
import { articleOf } from '../article/readArticle';
import { type FrontMatterData, readFrontMatter } from '../article/readFrontMatter';
import type { LocalFile } from '../host/localFiles';
import { lineBreakOf } from '../text/lineBreak';
import type { TextRange } from '../text/textRange';
import type { CheckSettings } from './checkSettings';
import type { ArticleKnowledge } from './knowledge';
import { lineSuppressions, type Suppression, suppressionField } from './suppressions';

/** How the body is read: exactly for the one open document, fast for a whole archive. */
export type BodyReader = (text: string, start: number) => Body;

/** One article as rules look at it. What they ask for is made when first asked and kept until the check is over. */
export class CheckedArticle {
  readonly path: string;
  readonly text: string;
  readonly settings: CheckSettings;
  readonly #readBody: BodyReader;
  #knowledge: ArticleKnowledge;
  #block: FrontMatter | undefined;
  #data: FrontMatterData | undefined;
  #fields: FrontMatterFields | undefined;
  #body: Body | undefined;
  #entry: ArticleEntry | undefined;
  #suppressions: readonly Suppression[] | undefined;
  #disabled: ReadonlySet<string> | undefined;

  constructor(
    article: { readonly path: string; readonly text: string },
    settings: CheckSettings,
    knowledge: ArticleKnowledge,
    readBody: BodyReader,
  ) {
    this.path = article.path;
    this.text = article.text;
    this.settings = settings;
    this.#knowledge = knowledge;
    this.#readBody = readBody;
  }

  get knowledge(): ArticleKnowledge {
    return this.#knowledge;
  }

  get block(): FrontMatter {
    this.#block ??= findFrontMatter(this.text);
    return this.#block;
  }

  /** The front matter as data, every scalar as it is written. */
  get frontMatter(): FrontMatterData {
    this.#data ??= readFrontMatter(this.text, this.block);
    return this.#data;
  }

  /** Where the front matter's keys and values stand. Costs more than the data: ask where a place is needed. */
  get fields(): FrontMatterFields {
    this.#fields ??= frontMatterFields(this.text, this.block);
    return this.#fields;
  }

  get body(): Body {
    this.#body ??= this.#readBody(this.text, this.block.bodyStart);
    return this.#body;
  }

  /** What the archive's index would say of it. */
  get entry(): ArticleEntry {
    const stamp = { path: this.path, size: 0, mtime: 0 };
    this.#entry ??= articleOf(
      this.text,
      stamp,
      'head',
      this.settings.reading,
      this.block,
      this.frontMatter,
      () => this.body,
    );
    return this.#entry;
  }

  get lineSuppressions(): readonly Suppression[] {
    this.#suppressions ??= lineSuppressions(this.text, this.block.bodyStart);
    return this.#suppressions;
  }

  /** The rules that the article's front matter switches off. */
  get disabledRules(): ReadonlySet<string> {
    this.#disabled ??= new Set(listed(this.frontMatter.data[suppressionField]));
    return this.#disabled;
  }

  /** What the rest of the archive knows of it. To be said before it is checked. */
  learn(knowledge: ArticleKnowledge): void {
    this.#knowledge = knowledge;
  }

  /** Adds what a look at the archive's files said of the paths that the article names. To be called before it is checked. */
  learnFiles(files: Readonly<Record<string, LocalFile>>): void {
    this.#knowledge = { ...this.#knowledge, files };
  }

  /** The same article with another text, as after a fix. */
  withText(text: string): CheckedArticle {
    return new CheckedArticle({ path: this.path, text }, this.settings, this.knowledge, this.#readBody);
  }

  isSuppressed(rule: string, range: TextRange): boolean {
    return this.lineSuppressions.some(
      (one) => one.rule === rule && one.line.start <= range.start && range.start <= one.line.end,
    );
  }

  /** The line break that the document uses. */
  get lineBreak(): string {
    return lineBreakOf(this.text);
  }
}

function listed(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
