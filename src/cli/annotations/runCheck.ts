import type { AnchoredAnnotation } from '../../core/annotations/anchorAnnotations';
import { type FoundHome, findHomes, type GoneArticle, homeCandidates } from '../../core/annotations/movedArticles';
import type { BrokenFile } from '../../core/annotations/store/annotationStore';
import { shortened } from '../../core/article/shortened';
import { inEnglish } from '../../core/text/message';
import { type Command, exitCode } from '../cliHost';
import { type OpenArchive, withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { choiceOf } from '../readOptions';
import { writeAll } from '../writeAll';
import { annotatedArticles } from './annotatedArticles';
import { annotationsArgs } from './annotationsArgs';

const longestShown = 60;

interface Checked {
  readonly path: string | null;
  readonly anchored: AnchoredAnnotation;
}

/** Looks for every annotation in its article as that is now. */
export const runCheck: Command['run'] = (args, host) => {
  const request = annotationsArgs('check', args);
  const format = choiceOf('format', ['text', 'json'], request.format) ?? 'text';
  return withArchive(request.folder, host, async (archive) => {
    const checked: Checked[] = [];
    const broken: BrokenFile[] = [];
    const annotated = new Set<string>();
    const missing: GoneArticle[] = [];
    for await (const { read, anchored, document } of annotatedArticles(archive, host.signal)) {
      broken.push(...read.broken);
      if (read.article !== undefined) {
        annotated.add(read.article);
        if (document === undefined)
          missing.push({
            path: read.article,
            annotations: read.annotations.length,
            fingerprints: [...read.texts.values()],
          });
      }
      const own = anchored.anchored.map((each): Checked => ({ path: read.article ?? null, anchored: each }));
      checked.push(...own.sort(byPlace));
    }
    const gone = await whereTheyWent(missing, annotated, archive, host.signal);
    writeAll(host.out, format === 'json' ? json(checked, broken, gone) : text(checked, broken, gone));
    const hasOrphans = checked.some(({ anchored }) => anchored.state === 'orphan');
    return hasOrphans || broken.length > 0 ? exitCode.problemsFound : exitCode.done;
  });
};

/** An article without a file, and the one that it likely is now. */
interface Gone {
  readonly article: GoneArticle;
  readonly home: FoundHome | undefined;
}

/** Of the articles that cannot be read those that have no file, and where they went. */
async function whereTheyWent(
  missing: readonly GoneArticle[],
  annotated: ReadonlySet<string>,
  { files, config }: OpenArchive,
  signal: AbortSignal,
): Promise<readonly Gone[]> {
  const there = new Set((await files.stat(missing.map(({ path }) => path))).files.map(({ path }) => path));
  const gone = missing.filter(({ path }) => !there.has(path));
  if (gone.length === 0) return [];
  const paths: string[] = [];
  for await (const batch of files.list(config.filter, '', signal))
    paths.push(...batch.flatMap(({ path }) => (annotated.has(path) ? [] : path)));
  const homes = await findHomes(files, gone, homeCandidates(paths, gone), signal);
  return gone.map((article) => ({ article, home: homes.find((home) => home.gone === article) }));
}

function byPlace(one: Checked, other: Checked): number {
  return (
    (one.anchored.start ?? -1) - (other.anchored.start ?? -1) ||
    (one.anchored.annotation.id < other.anchored.annotation.id ? -1 : 1)
  );
}

function* json(
  checked: readonly Checked[],
  broken: readonly BrokenFile[],
  gone: readonly Gone[],
): Generator<string, void> {
  const annotations = checked.map(({ path, anchored: { annotation, state, start, end, text, score } }) => ({
    id: annotation.id,
    path,
    creator: annotation.creator,
    state,
    start,
    end,
    text,
    score,
  }));
  const files = broken.map(({ path, reason }) => ({ path, detail: inEnglish(reason) }));
  const articles = gone.map(({ article: { path, annotations: count }, home }) => ({
    path,
    annotations: count,
    movedTo: home?.path ?? null,
    likeness: home?.likeness ?? null,
  }));
  yield `${JSON.stringify({ version: 1, annotations, broken: files, gone: articles }, undefined, 2)}\n`;
}

function* text(
  checked: readonly Checked[],
  broken: readonly BrokenFile[],
  gone: readonly Gone[],
): Generator<string, void> {
  const goneArticles = new Set(gone.map(({ article }) => article.path));
  const counts = { exact: 0, moved: 0, approximate: 0, orphan: 0 };
  for (const { path, anchored } of checked) {
    counts[anchored.state]++;
    if (anchored.state === 'exact' || anchored.state === 'moved') continue;
    // Said once, for all annotations on it.
    if (path !== null && goneArticles.has(path)) continue;
    const { target, creator } = anchored.annotation;
    const quote = target.kind === 'passage' ? `“${shortened(target.passage.exact, longestShown)}”` : target.kind;
    const found = anchored.state === 'approximate' ? `now “${shortened(anchored.text, longestShown)}”` : 'not found';
    yield `${plainLine(`${path ?? 'sources'}: ${anchored.state}: ${quote} of ${creator || 'nobody'}: ${found} (${anchored.score})`)}\n`;
  }
  for (const one of gone) yield `${plainLine(goneLine(one))}\n`;
  for (const { path, reason } of broken) yield `${plainLine(`${path}: broken: ${inEnglish(reason)}`)}\n`;
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const all = checked.length === 1 ? '1 annotation' : `${checked.length} annotations`;
  const files = broken.length === 0 ? '' : `; ${broken.length} broken ${broken.length === 1 ? 'file' : 'files'}`;
  yield `${all}${found.length === 0 ? '' : `: ${found.map(([state, count]) => `${count} ${state}`).join(', ')}`}${files}.\n`;
}

function goneLine({ article: { path, annotations }, home }: Gone): string {
  const count = annotations === 1 ? '1 annotation' : `${annotations} annotations`;
  if (home === undefined) return `${path}: gone, with ${count}: no article is like it`;
  const alike = home.likeness === undefined ? 'the same file name' : `${Math.round(home.likeness * 100)} % of the text`;
  return `${path}: renamed to ${home.path} (${alike}): ${count} left behind; Find Moved Articles in VS Code moves them`;
}
