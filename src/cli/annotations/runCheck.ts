import type { AnchoredAnnotation } from '../../core/annotations/anchorAnnotations';
import type { BrokenFile } from '../../core/annotations/store/annotationStore';
import { shortened } from '../../core/article/shortened';
import { type Command, exitCode } from '../cliHost';
import { withArchive } from '../openArchive';
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
    for await (const { read, anchored } of annotatedArticles(archive, host.signal)) {
      broken.push(...read.broken);
      const own = anchored.anchored.map((each): Checked => ({ path: read.article ?? null, anchored: each }));
      checked.push(...own.sort(byPlace));
    }
    writeAll(host.out, format === 'json' ? json(checked, broken) : text(checked, broken));
    const hasOrphans = checked.some(({ anchored }) => anchored.state === 'orphan');
    return hasOrphans || broken.length > 0 ? exitCode.problemsFound : exitCode.done;
  });
};

function byPlace(one: Checked, other: Checked): number {
  return (
    (one.anchored.start ?? -1) - (other.anchored.start ?? -1) ||
    (one.anchored.annotation.id < other.anchored.annotation.id ? -1 : 1)
  );
}

function* json(checked: readonly Checked[], broken: readonly BrokenFile[]): Generator<string, void> {
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
  const files = broken.map(({ path, detail }) => ({ path, detail }));
  yield `${JSON.stringify({ version: 1, annotations, broken: files }, undefined, 2)}\n`;
}

function* text(checked: readonly Checked[], broken: readonly BrokenFile[]): Generator<string, void> {
  const counts = { exact: 0, moved: 0, approximate: 0, orphan: 0 };
  for (const { path, anchored } of checked) {
    counts[anchored.state]++;
    if (anchored.state === 'exact' || anchored.state === 'moved') continue;
    const { target, creator } = anchored.annotation;
    const quote = target.kind === 'passage' ? `“${shortened(target.passage.exact, longestShown)}”` : target.kind;
    const found = anchored.state === 'approximate' ? `now “${shortened(anchored.text, longestShown)}”` : 'not found';
    yield `${plainLine(`${path ?? 'sources'}: ${anchored.state}: ${quote} of ${creator || 'nobody'}: ${found} (${anchored.score})`)}\n`;
  }
  for (const { path, detail } of broken) yield `${plainLine(`${path}: broken: ${detail}`)}\n`;
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const all = checked.length === 1 ? '1 annotation' : `${checked.length} annotations`;
  const files = broken.length === 0 ? '' : `; ${broken.length} broken ${broken.length === 1 ? 'file' : 'files'}`;
  yield `${all}${found.length === 0 ? '' : `: ${found.map(([state, count]) => `${count} ${state}`).join(', ')}`}${files}.\n`;
}
