import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { errorsBetween } from '../../../src/core/annotations/anchoring/editErrors';
import { normalisedString } from '../../../src/core/annotations/anchoring/normalisedText';
import type { Passage } from '../../../src/core/annotations/anchoring/passage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { TextAnchors } from '../../../src/core/annotations/anchoring/textAnchors';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import type { Seeded } from '../../support/seeded';
import { hypothesisFind } from './hypothesisBaseline';
import { type MarkedBlocks, markedPlaces, withoutMarks } from './markedBlocks';
import { type RenderStyle, renderBlocks } from './renderBlocks';
import { type Outcome, Tally } from './tally';

/** What was found of both finders, by kind. */
export class AnchorFigures {
  readonly ours = new Tally('Marginalia');
  readonly theirs = new Tally('Hypothesis, written anew');
}

export interface TrialOptions {
  /** As another tool would have written it: quote, context and position alone. */
  readonly bare?: boolean;
  /** Told of each passage that was not found as it should. */
  readonly explain?: (miss: unknown) => void;
}

interface Remembered {
  readonly passage: Passage;
  readonly index: number;
}

/** An article whose passages are remembered, to be changed and searched. */
export class AnchorTrial {
  readonly #before: PreparedText;
  readonly #remembered: readonly Remembered[];
  readonly #options: TrialOptions;

  private constructor(before: PreparedText, remembered: readonly Remembered[], options: TrialOptions) {
    this.#before = before;
    this.#remembered = remembered;
    this.#options = options;
  }

  /** Undefined where the marks themselves change how the article is read. */
  static of(marked: MarkedBlocks, chance: Seeded, options: TrialOptions): AnchorTrial | undefined {
    const before = textsOf(marked, 'paragraphs', chance);
    if (before === undefined) return undefined;
    const prepared = new PreparedText(readArticleText(before.source));
    return new AnchorTrial(prepared, rememberedOf(before.marked, prepared, options.bare === true), options);
  }

  /** Seeks all passages in the changed article. */
  seek(kind: string, changed: MarkedBlocks, style: RenderStyle, chance: Seeded, figures: AnchorFigures): void {
    const after = textsOf(changed, style, chance);
    if (after === undefined) return;
    const article = readArticleText(after.source);
    const prepared = new PreparedText(article);
    const { name, fingerprint } = this.#before;
    const anchors = new TextAnchors(prepared, (text) => (text === name ? fingerprint : undefined));
    const places = markedPlaces(after.marked);
    for (const { passage, index } of this.#remembered) {
      const { start, end } = places.get(index) ?? {};
      // Torn apart, so that only one end is left or both have changed places: neither there nor gone.
      if ((start === undefined) !== (end === undefined)) continue;
      if (start !== undefined && end !== undefined && start >= end) continue;
      const truth = start === undefined || end === undefined ? undefined : { start, end };
      const isRewritten = truth !== undefined && changeOf(passage, article.slice(truth)) > 1 / 3;
      const isTwin = truth !== undefined && standsTwice(prepared, truth);
      const found = anchors.find(passage);
      const outcome = figures.ours.add(kind, truth, isRewritten, isTwin, found.state === 'orphan' ? undefined : found);
      const unitsThere = {
        ...passage,
        start: article.points.unitOf(passage.start ?? 0),
        end: article.points.unitOf(passage.end ?? 0),
      };
      const other = hypothesisFind(article.text, unitsThere);
      figures.theirs.add(
        kind,
        truth,
        isRewritten,
        isTwin,
        other && { start: article.points.pointOf(other.start), end: article.points.pointOf(other.end) },
      );
      if (isMiss(outcome)) {
        this.#options.explain?.({
          kind,
          outcome,
          isTwin,
          exact: passage.exact,
          prefix: passage.prefix,
          suffix: passage.suffix,
          truth: truth && { ...truth, text: article.slice(truth) },
          around: truth && article.slice({ start: Math.max(0, truth.start - 40), end: truth.end + 40 }),
          found,
        });
      }
    }
  }
}

const isMiss = (outcome: Outcome): boolean => outcome === 'wrongly' || outcome === 'misplaced';

/** The source and, marks and all, the text of an article; undefined where the marks themselves change how it is read. */
function textsOf(blocks: MarkedBlocks, style: RenderStyle, chance: Seeded) {
  const written = renderBlocks(blocks, style, chance);
  const source = withoutMarks(written);
  const marked = readArticleText(written).text;
  return withoutMarks(marked) === readArticleText(source).text ? { source, marked } : undefined;
}

function rememberedOf(marked: string, prepared: PreparedText, isBare: boolean): readonly Remembered[] {
  return [...markedPlaces(marked)].flatMap(([index, { start, end }]) => {
    if (start === undefined || end === undefined || start >= end) return [];
    const passage = describePassage(prepared, { start, end });
    return passage === undefined ? [] : [{ passage: isBare ? bare(passage) : passage, index }];
  });
}

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
