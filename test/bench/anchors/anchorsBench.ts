import { parseArgs } from 'node:util';
import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { errorsBetween } from '../../../src/core/annotations/anchoring/editErrors';
import { normalisedString } from '../../../src/core/annotations/anchoring/normalisedText';
import type { Passage } from '../../../src/core/annotations/anchoring/passage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { TextAnchors } from '../../../src/core/annotations/anchoring/textAnchors';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { Seeded } from '../../support/seeded';
import { speedOfAnchors } from './anchorSpeed';
import { benchArticles } from './benchArticles';
import { type Edit, edits } from './edits';
import { hypothesisFind } from './hypothesisBaseline';
import { type MarkedBlocks, markedPlaces, markPassages, withoutMarks } from './markedBlocks';
import { renderBlocks } from './renderBlocks';
import { Tally } from './tally';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '101,102,103' },
    explain: { type: 'boolean' },
    bare: { type: 'boolean' },
    edit: { type: 'string' },
  },
});
const seeds = values.seed.split(',').map(Number);
const passagesEach = 20;

interface Remembered {
  readonly passage: Passage;
  readonly index: number;
}

const { blocks: articles, hasCorpus } = benchArticles();
if (!hasCorpus) console.log('The folder of real articles is not there: only the fixtures are edited.');
const ours = new Tally('Marginalia');
const theirs = new Tally('Hypothesis, written anew');

for (const seed of seeds) {
  for (const [index, blocks] of articles.entries()) {
    const chance = new Seeded(seed * 100_003 + index);
    const others = chance.of(articles.filter((other) => other !== blocks));
    const marked = markPassages(blocks, passagesEach, chance);
    const before = textsOf(marked, 'paragraphs', chance);
    if (before === undefined) continue;
    const prepared = new PreparedText(readArticleText(before.source));
    const remembered = rememberedOf(before.marked, prepared);
    const fingerprint = prepared.fingerprint;
    for (const edit of edits) {
      if (values.edit === undefined || edit.name === values.edit)
        tryEdit(edit, marked, others, remembered, fingerprint, prepared.name, chance);
    }
  }
}
console.log(`${articles.length} articles, seeds ${seeds.join(', ')}\n`);
ours.print();
theirs.print();
ours.printBars(theirs);
speedOfAnchors(articles);

function tryEdit(
  edit: Edit,
  marked: MarkedBlocks,
  others: readonly string[],
  remembered: readonly Remembered[],
  fingerprint: string,
  name: string,
  chance: Seeded,
): void {
  const after = textsOf(edit.change(marked, others, chance), edit.style ?? 'paragraphs', chance);
  if (after === undefined) return;
  const article = readArticleText(after.source);
  const prepared = new PreparedText(article);
  const anchors = new TextAnchors(prepared, (text) => (text === name ? fingerprint : undefined));
  const places = markedPlaces(after.marked);
  for (const { passage, index } of remembered) {
    const place = places.get(index) ?? {};
    // Torn apart, so that only one end is left or both have changed places: neither there nor gone.
    if ((place.start === undefined) !== (place.end === undefined)) continue;
    if (place.start !== undefined && place.end !== undefined && place.start >= place.end) continue;
    const isThere = place.start !== undefined && place.end !== undefined;
    const truth = isThere ? { start: place.start ?? 0, end: place.end ?? 0 } : undefined;
    const isRewritten = truth !== undefined && changeOf(passage, article.slice(truth)) > 1 / 3;
    const isTwin = truth !== undefined && standsTwice(prepared, truth);
    const found = anchors.find(passage);
    const own = found.state === 'orphan' ? undefined : found;
    const result = ours.add(edit.name, truth, isRewritten, isTwin, own);
    const unitsThere = {
      ...passage,
      start: article.points.unitOf(passage.start ?? 0),
      end: article.points.unitOf(passage.end ?? 0),
    };
    const other = hypothesisFind(article.text, unitsThere);
    theirs.add(
      edit.name,
      truth,
      isRewritten,
      isTwin,
      other && { start: article.points.pointOf(other.start), end: article.points.pointOf(other.end) },
    );
    if (values.explain && result !== 'kept' && result !== 'rightly') {
      console.log(
        JSON.stringify({
          edit: edit.name,
          result,
          isTwin,
          exact: passage.exact.slice(0, 80),
          prefix: passage.prefix,
          suffix: passage.suffix,
          truth: truth && article.slice(truth).slice(0, 80),
          truthAt: truth,
          found: own ? { ...own, text: own.text.slice(0, 80) } : found,
        }),
      );
    }
  }
}

/** The source and, marks and all, the text of an article; undefined where the marks themselves change how it is read. */
function textsOf(blocks: MarkedBlocks, style: Parameters<typeof renderBlocks>[1], chance: Seeded) {
  const written = renderBlocks(blocks, style, chance);
  const source = withoutMarks(written);
  const marked = readArticleText(written).text;
  return withoutMarks(marked) === readArticleText(source).text ? { source, marked } : undefined;
}

function rememberedOf(marked: string, prepared: PreparedText): readonly Remembered[] {
  return [...markedPlaces(marked)].flatMap(([index, { start, end }]) => {
    if (start === undefined || end === undefined || start >= end) return [];
    const passage = describePassage(prepared, { start, end });
    return passage === undefined ? [] : [{ passage: values.bare ? bare(passage) : passage, index }];
  });
}

/** As another tool would have written it: quote, context and position alone. */
function bare({ exact, prefix, suffix, start = 0, end = 0 }: Passage): Passage {
  return { exact, prefix, suffix, start, end };
}

function changeOf({ exact }: Passage, now: string): number {
  const [one, other] = [normalisedString(exact), normalisedString(now)];
  return errorsBetween(one, other, 0, other.length) / Math.max(1, one.length);
}

/** Whether the passage with 32 characters of context stands elsewhere as well. */
function standsTwice({ article, normalised }: PreparedText, { start, end }: { start: number; end: number }): boolean {
  const around = normalisedString(article.slice({ start: Math.max(0, start - 32), end: end + 32 }));
  const first = normalised.text.indexOf(around);
  return first >= 0 && normalised.text.indexOf(around, first + 1) >= 0;
}
