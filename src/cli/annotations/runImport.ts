import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PreparedText } from '../../core/annotations/anchoring/preparedText';
import type { ImportedAnnotation, ImportedFile } from '../../core/annotations/exchange/importedAnnotation';
import { importFormats } from '../../core/annotations/exchange/importedAnnotation';
import { readImport } from '../../core/annotations/exchange/readImport';
import { settleImport } from '../../core/annotations/exchange/settleImport';
import type { ArticleAnnotations } from '../../core/annotations/store/annotationStore';
import type { AnnotationChange } from '../../core/annotations/store/applyChanges';
import { readArticleText } from '../../core/article/articleText/readArticleText';
import { CannotRun, type CliHost, type Command, exitCode } from '../cliHost';
import { withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { storeOf } from './annotatedArticles';
import { type AnnotationsArgs, annotationsArgs, formatOf } from './annotationsArgs';
import { ArticleFinder } from './articleFinder';

/** Takes annotations over from other tools, or from another copy of the archive. */
export const runImport: Command['run'] = async (args, host) => {
  const request = annotationsArgs('import', args, true);
  if (request.files.length === 0)
    throw new CannotRun('annotations import needs a file; see marginalia annotations --help');
  const files = await Promise.all(request.files.map((path) => readFileFor(path, request)));
  return withArchive(request.folder, host, async (archive) => {
    const finder = new ArticleFinder(archive, request.article, host.signal);
    const saving = new Saving(storeOf(archive), finder);
    let refused = 0;
    for (const [index, file] of files.entries()) {
      const name = basename(request.files[index] ?? '');
      for (const { place, detail } of file.refused) tell(host, `${name}: ${place} not imported: ${detail}`);
      refused += file.refused.length;
      for (const imported of answersLast(file.annotations)) {
        const article = await finder.find(imported);
        if (article === 'unknown') {
          tell(
            host,
            `${name}: ${String(imported.json.id)} not imported: there is no article it belongs to; name one with --article`,
          );
          refused++;
        } else await saving.add(imported, article.path, file.texts);
      }
    }
    const { added, changed, same } = await saving.save();
    tell(
      host,
      `Imported: ${added} new, ${changed} changed, ${same} there already${refused > 0 ? `, ${refused} not imported` : ''}.`,
    );
    return refused > 0 ? exitCode.problemsFound : exitCode.done;
  });
};

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
  readonly #store: ReturnType<typeof storeOf>;
  readonly #finder: ArticleFinder;
  readonly #known = new Map<string | undefined, ArticleAnnotations>();
  readonly #changes = new Map<string, { article: string | undefined; creator: string; changes: AnnotationChange[] }>();
  readonly #counts = { added: 0, changed: 0, same: 0 };

  constructor(store: ReturnType<typeof storeOf>, finder: ArticleFinder) {
    this.#store = store;
    this.#finder = finder;
  }

  async add(
    imported: ImportedAnnotation,
    article: string | undefined,
    texts: ReadonlyMap<string, string>,
  ): Promise<void> {
    const document = article === undefined ? undefined : await this.#finder.document(article);
    const prepared =
      imported.isForeign && document !== undefined ? new PreparedText(readArticleText(document)) : undefined;
    const change = settleImport(imported, article, prepared);
    const { after } = change ?? {};
    if (change === undefined || after === undefined) return;
    const known = this.#known.get(article) ?? (await this.#store.read(article));
    this.#known.set(article, known);
    const before = known.annotations.find(({ id }) => id === after.id);
    if (before !== undefined && before.modified >= after.modified) {
      this.#counts.same++;
      return;
    }
    this.#counts[before === undefined ? 'added' : 'changed']++;
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

  async save(): Promise<{ readonly added: number; readonly changed: number; readonly same: number }> {
    for (const { article, creator, changes } of this.#changes.values())
      await this.#store.save(article, creator, changes);
    return this.#counts;
  }
}

async function readFileFor(path: string, { format, creators }: AnnotationsArgs): Promise<ImportedFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotRun(error.code === 'ENOENT' ? `${path}: there is no such file` : `${path}: ${error.message}`);
  });
  try {
    const known = format === undefined ? undefined : formatOf(importFormats, format, 'jsonld');
    return readImport(text, known, creators[0] ?? 'imported');
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tell(host: CliHost, line: string): void {
  host.error.write(`${plainLine(line)}\n`);
}
