import { AnchorCache } from '../anchorCache';
import type { AnnotationStore, ArticleAnnotations } from '../store/annotationStore';
import type { AnnotationChange } from '../store/applyChanges';
import type { ArticleFinder } from './articleFinder';
import type { ImportedAnnotation, ImportedFile } from './importedAnnotation';
import { type FoundPassage, settleImport } from './settleImport';

/** What became of one annotation. */
export interface ImportOutcome {
  /** The name of the file it was in. */
  readonly file: string;
  readonly id: string;
  /** Undefined for one on a source. */
  readonly article: string | undefined;
  readonly saved: 'added' | 'changed' | 'same';
  readonly found: FoundPassage;
  /** Empty for what is on no passage. */
  readonly quote: string;
}

/** What came of an import. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly outcomes: readonly ImportOutcome[];
  /** Annotations without a known article, with the names of their files. */
  readonly homeless: readonly { readonly file: string; readonly id: string }[];
}

/** Saves the annotations of files, each with the article it belongs to; what is there already and newer stays. */
export async function importInto(
  store: AnnotationStore,
  finder: ArticleFinder,
  files: readonly { readonly name: string; readonly read: ImportedFile }[],
  anchors = new AnchorCache(),
): Promise<ImportCounts> {
  const saving = new Saving(store, finder, anchors);
  const homeless: { readonly file: string; readonly id: string }[] = [];
  finder.expect(files.flatMap(({ read }) => read.annotations));
  for (const { name, read } of files) {
    for (const imported of answersLast(read.annotations)) {
      const article = await finder.find(imported);
      if (article === 'unknown') homeless.push({ file: name, id: String(imported.json.id) });
      else await saving.add(name, imported, article.path, read.texts);
    }
  }
  return { ...(await saving.save()), homeless };
}

/** Where an answer belongs is known once what it answers has its place. */
function answersLast(annotations: readonly ImportedAnnotation[]): readonly ImportedAnnotation[] {
  const isAnswer = ({ hints }: ImportedAnnotation): boolean => hints[0]?.kind === 'reply';
  const byTime = annotations
    .filter(isAnswer)
    .sort((one, other) => (String(one.json.created) < String(other.json.created) ? -1 : 1));
  return [...annotations.filter((annotation) => !isAnswer(annotation)), ...byTime];
}

/** Collects changes until all files are read, so that each file of annotations is written once. */
class Saving {
  readonly #store: AnnotationStore;
  readonly #finder: ArticleFinder;
  readonly #anchors: AnchorCache;
  readonly #known = new Map<string | undefined, ArticleAnnotations>();
  readonly #changes = new Map<string, { article: string | undefined; creator: string; changes: AnnotationChange[] }>();
  readonly #counts = { added: 0, changed: 0, same: 0 };
  readonly #outcomes: ImportOutcome[] = [];

  constructor(store: AnnotationStore, finder: ArticleFinder, anchors: AnchorCache) {
    this.#store = store;
    this.#finder = finder;
    this.#anchors = anchors;
  }

  async add(
    file: string,
    imported: ImportedAnnotation,
    article: string | undefined,
    texts: ReadonlyMap<string, string>,
  ): Promise<void> {
    const document = article === undefined ? undefined : await this.#finder.document(article);
    const prepared = document === undefined ? undefined : this.#anchors.prepare(document);
    const change = settleImport(imported, article, prepared, texts);
    if (change === undefined) return;
    const { after, found } = change;
    const known = this.#known.get(article) ?? (await this.#store.read(article));
    this.#known.set(article, known);
    const before = known.annotations.find(({ id }) => id === after.id);
    const saved = before === undefined ? 'added' : before.modified >= after.modified ? 'same' : 'changed';
    this.#counts[saved]++;
    const quote = after.target.kind === 'passage' ? after.target.passage.exact : '';
    this.#outcomes.push({ file, id: after.id, article, saved, found, quote });
    if (saved === 'same') return;
    const trace = after.target.kind === 'passage' ? after.target.passage.trace?.text : undefined;
    const fingerprint = trace === undefined ? undefined : texts.get(trace);
    const creator = after.creator === '' ? 'unknown' : after.creator;
    const key = JSON.stringify([article, creator]);
    const own = this.#changes.get(key) ?? { article, creator, changes: [] };
    const text =
      change.text ?? (trace === undefined || fingerprint === undefined ? undefined : ([trace, fingerprint] as const));
    own.changes.push({ ...(before === undefined ? {} : { before }), after, ...(text === undefined ? {} : { text }) });
    this.#changes.set(key, own);
  }

  async save(): Promise<Omit<ImportCounts, 'homeless'>> {
    for (const { article, creator, changes } of this.#changes.values())
      await this.#store.save(article, creator, changes);
    return { ...this.#counts, outcomes: this.#outcomes };
  }
}
