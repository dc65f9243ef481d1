import type { TextRange } from '../../text/textRange';
import { commonAfter, commonBefore, fitAfter, fitBefore, near, occurrences } from './contextFit';
import { errorsBetween, errorsByEnd, errorsByStart } from './editErrors';
import { decodeHashes } from './fingerprint';
import { fitWithout } from './fitWithout';
import { wholeGraphemes } from './graphemes';
import {
  type Gone,
  isReplaced,
  judgePlace,
  outranks,
  type PlaceFacts,
  type RankedPlace,
  threshold,
} from './judgePlace';
import { normalisedString } from './normalisedText';
import type { Anchor, AnchorPlace, Fingerprints, Passage } from './passage';
import { atHome, type Home, PieceEvidence } from './pieceEvidence';
import type { PreparedText } from './preparedText';
import { SeedIndex } from './seedIndex';
import { weightOf } from './weight';
import { wholePieces } from './wholePieces';

const mostExact = 400;
const mostJudged = 24;
const mostCandidates = 3;
const mostSeeds = 4;
/** Of longer quotes only the ends are sought, and what is between them compared. */
const longEnd = 192;

/** A passage with its texts normalised. */
interface Sought {
  readonly passage: Passage;
  readonly quote: string;
  readonly weight: number;
  /** The last of what stands before, the first of what stands after. */
  readonly before: string;
  readonly after: string;
  readonly evidence: PieceEvidence | undefined;
  readonly home: Home | undefined;
  /** Where it starts if nothing speaks against it. */
  readonly expected: number;
}

/** A place in the normalised text that may be the passage's. */
interface Place extends RankedPlace {
  readonly score: number;
}

/** Finds passages again in one text. */
export class TextAnchors {
  readonly #prepared: PreparedText;
  readonly #fingerprints: Fingerprints;
  readonly #evidence = new Map<string, PieceEvidence | undefined>();
  #seeds: SeedIndex | undefined;

  constructor(prepared: PreparedText, fingerprints: Fingerprints = () => undefined) {
    this.#prepared = prepared;
    this.#fingerprints = fingerprints;
  }

  find(passage: Passage): Anchor {
    const quote = normalisedString(passage.exact);
    if (quote === '') return this.#findUnnormalised(passage);
    const evidence = passage.trace && this.#evidenceOf(passage.trace.text);
    const own = evidence ? this.#own(passage, quote, evidence) : this.#atPosition(passage);
    if (own !== undefined) return this.#anchor(passage, [own]);
    const sought = this.#sought(passage, quote, evidence);
    const gone = this.#gone(sought);
    const amid = this.#amidInserted(sought);
    if (amid !== undefined && !(gone && isReplaced(gone, amid))) return this.#anchor(passage, [amid]);
    const places = [...this.#exact(sought)];
    if (sought.home) this.#addFitting(places, sought, [sought.home.start]);
    const isHome = sought.home !== undefined && places.some((place) => isTaken(place, gone));
    if (!isHome) this.#addFitting(places, sought, this.#seeded(sought));
    return this.#anchor(passage, places, gone);
  }

  #sought(passage: Passage, quote: string, evidence: PieceEvidence | undefined): Sought {
    const before = normalisedString((passage.before ?? '') + passage.prefix);
    const after = normalisedString(passage.suffix + (passage.after ?? ''));
    const units = this.#prepared.article.points.unitOf(passage.start ?? 0);
    const home = passage.trace && evidence?.home(passage.trace, quote.length);
    return {
      passage,
      quote,
      weight: weightOf(quote),
      before,
      after,
      evidence,
      home,
      expected: home?.start ?? this.#prepared.normalisedRange({ start: units, end: units }).start,
    };
  }

  #evidenceOf(text: string): PieceEvidence | undefined {
    if (this.#evidence.has(text)) return this.#evidence.get(text);
    const known = text === this.#prepared.name ? this.#prepared.pieces.hashes : undefined;
    const kept = known === undefined ? this.#fingerprints(text) : undefined;
    const hashes = known ?? (kept === undefined ? undefined : decodeHashes(kept));
    const evidence = hashes && new PieceEvidence(this.#prepared, hashes);
    this.#evidence.set(text, evidence);
    return evidence;
  }

  /** Where the pieces of text that held the passage are now, both its ends unchanged. */
  #own({ trace }: Passage, quote: string, evidence: PieceEvidence): Place | undefined {
    if (trace === undefined || !evidence.isCertain(trace)) return undefined;
    const { start, end } = evidence.expected(trace);
    if (start === undefined || end === undefined || end <= start) return undefined;
    if (this.#text.startsWith(quote, start) && end === start + quote.length)
      return { start, end, score: 1, rank: 9, errors: 0, context: 1 };
    return this.#asOwn(quote, { start, end });
  }

  /** A place that is known by the pieces of the passage, unless most of it was changed. */
  #asOwn(quote: string, { start, end }: TextRange): Place | undefined {
    if (end - start > 3 * quote.length + 500) return undefined;
    const errors = errorsBetween(quote, this.#text, start, end) / quote.length;
    if (errors > 0.5) return undefined;
    return { start, end, score: threshold + (1 - threshold) * (1 - errors), rank: 9, errors, context: 1 };
  }

  /** Where its pieces stand whole between their neighbours, in text that was inserted there. */
  #amidInserted({ passage, quote, evidence, home }: Sought): Place | undefined {
    const { trace } = passage;
    if (trace === undefined || evidence === undefined || home === undefined) return undefined;
    const range = wholePieces(this.#prepared, evidence, home, passage, trace);
    return range && this.#asOwn(quote, range);
  }

  /** Where it was, if quote and context are all the same and no more is known. */
  #atPosition({ start, end, exact, prefix, suffix }: Passage): Place | undefined {
    if (start === undefined || end === undefined) return undefined;
    const { article } = this.#prepared;
    const from = article.points.unitOf(start);
    const { text } = article;
    if (article.points.unitOf(end) - from !== exact.length || !text.startsWith(exact, from)) return undefined;
    if (prefix + suffix === '' && exact.length < text.length) return undefined;
    if (!text.endsWith(prefix, from)) return undefined;
    if (!text.startsWith(suffix, from + exact.length)) return undefined;
    return {
      ...this.#prepared.normalisedRange({ start: from, end: from + exact.length }),
      score: 1,
      rank: 9,
      errors: 0,
      context: 1,
    };
  }

  #exact(sought: Sought): readonly Place[] {
    const { quote } = sought;
    const starts: number[] = [];
    for (
      let at = this.#text.indexOf(quote);
      at >= 0 && starts.length < mostExact;
      at = this.#text.indexOf(quote, at + 1)
    ) {
      starts.push(at);
    }
    const judged = starts.length <= mostJudged ? starts : this.#fittest(sought, starts);
    return judged.map((start) => this.#judge(sought, start, start + quote.length, 0, starts.length));
  }

  /** Of the many places of a short quote those whose next characters fit, and the nearest. */
  #fittest({ quote, before, after, expected }: Sought, starts: readonly number[]): readonly number[] {
    const fit = (start: number): number => {
      let run = 0;
      while (run < near && run < before.length && this.#text[start - 1 - run] === before[before.length - 1 - run])
        run++;
      let next = 0;
      while (next < near && next < after.length && this.#text[start + quote.length + next] === after[next]) next++;
      return run + next - Math.min(1, Math.abs(start - expected) / this.#text.length);
    };
    return starts
      .map((start) => [start, fit(start)] as const)
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostJudged)
      .map(([start]) => start);
  }

  /** Adds the pieces of text near the `bases` that fit best, beside the exact places. */
  #addFitting(places: Place[], sought: Sought, bases: readonly number[]): void {
    for (const base of bases) {
      const place = this.#fit(sought, base, places);
      if (place) places.push(place);
    }
  }

  /** Where much of the passage and its context stands, give or take some characters. */
  #seeded({ quote, before, after }: Sought): readonly number[] {
    const prefix = before.slice(-near);
    this.#seeds ??= new SeedIndex(this.#text);
    const pattern = prefix + quote.slice(0, 2 * longEnd) + (quote.length > 2 * longEnd ? '' : after.slice(0, near));
    return this.#seeds.starts(pattern, mostSeeds).map((start) => start + prefix.length);
  }

  /** How much speaks for that the passage was deleted or replaced. */
  #gone(sought: Sought): Gone | undefined {
    const { quote, before, after, home, weight } = sought;
    if (before === '' || after === '') return undefined;
    const isHomeKnown = home !== undefined;
    const gaps = isHomeKnown
      ? [home]
      : this.#seeded(sought).map((start) => ({ start, from: 0, to: this.#text.length }));
    return { ...fitWithout({ quote, before, after }, this.#text, gaps), weight, isHomeKnown };
  }

  /** The piece of text near `base` that fits the quote and its context best; undefined where it is `known`. */
  #fit(sought: Sought, base: number, known: readonly Place[]): Place | undefined {
    const text = this.#text;
    const { quote } = sought;
    const prefix = sought.before.slice(-near);
    const suffix = sought.after.slice(0, near);
    const isLong = quote.length > longEnd;
    const head = isLong ? quote.slice(0, longEnd) : quote + suffix;
    const tail = isLong ? quote.slice(-longEnd) : prefix + quote;
    const pad = near + near + Math.min(200, quote.length >> 2);

    const first = Math.max(0, base - pad - prefix.length);
    const last = Math.min(text.length, base + pad + head.length);
    if (first >= last) return undefined;
    const start = first + lowest(errorsByStart(head, text, first, last), errorsByEnd(prefix, text, first, last));
    const middle = start + quote.length;
    const from = Math.max(0, Math.min(start, middle - pad - tail.length));
    const to = Math.min(text.length, middle + pad + (isLong ? quote.length >> 2 : 0) + suffix.length);
    if (from >= to) return undefined;
    const end = from + lowest(errorsByEnd(tail, text, from, to), errorsByStart(suffix, text, from, to));
    if (end <= start || known.some((place) => place.start === start && place.end === end)) return undefined;
    return this.#judge(sought, start, end, errorsBetween(quote, text, start, end));
  }

  #judge(sought: Sought, start: number, end: number, errors: number, copies = mostExact): Place {
    const { quote, before, after, evidence, passage, expected } = sought;
    const text = this.#text;
    const runBefore = commonBefore(before, text, start);
    const runAfter = commonAfter(after, text, end);
    const fitting = text.slice(start - runBefore, end + runAfter);
    const facts: PlaceFacts = {
      weight: weightOf(fitting) / (copies === 1 || errors > 0 ? 1 : occurrences(text, fitting)),
      quoteWeight: sought.weight,
      errors: errors / quote.length,
      before: before === '' ? (passage.start === 0 && start === 0 ? 1 : undefined) : fitBefore(before, text, start),
      after: after === '' ? (end === text.length ? 1 : undefined) : fitAfter(after, text, end),
      evidence: (passage.trace && evidence?.at(passage.trace, sought.home, start, end)) ?? 'unknown',
      copies,
      away: Math.min(1, Math.abs(start - expected) / atHome),
      nearness: 1 - Math.min(1, Math.abs(start - expected) / Math.max(1, text.length)),
    };
    const { score, rank, context } = judgePlace(facts);
    // Farther context tells apart what is the same all around.
    const far = 0.05 * (runBefore / Math.max(1, before.length) + runAfter / Math.max(1, after.length));
    return { start, end, score, rank: rank + far, errors: errors / quote.length, context };
  }

  #anchor(passage: Passage, places: readonly Place[], gone?: Gone): Anchor {
    const ranked = places.toSorted((one, other) => other.rank - one.rank);
    const best = ranked.find((place) => isTaken(place, gone));
    if (best === undefined) {
      const candidates = ranked.slice(0, mostCandidates).map((place) => this.#placeOf(passage, place));
      return { state: 'orphan', score: Math.max(0, ...candidates.map(({ score }) => score)), candidates };
    }
    return this.#found(passage, this.#placeOf(passage, best));
  }

  #found(passage: Passage, place: AnchorPlace): Anchor {
    const isSame = place.text === passage.exact;
    const isThere = place.start === passage.start && place.end === passage.end;
    return { state: isSame ? (isThere ? 'exact' : 'moved') : 'approximate', ...place };
  }

  #placeOf({ exact }: Passage, { start, end, score }: Place): AnchorPlace {
    const { article } = this.#prepared;
    let units = this.#prepared.unitsOf({ start, end });
    // What comparing takes for one, such as a run of dots, the quote may hold in part.
    const from = article.text.slice(units.start, units.end + 2).indexOf(exact);
    if (from >= 0 && from <= 2) units = { start: units.start + from, end: units.start + from + exact.length };
    units = wholeGraphemes(article.text, units);
    return {
      start: article.points.pointOf(units.start),
      end: article.points.pointOf(units.end),
      text: article.text.slice(units.start, units.end),
      score: Math.round(score * 1000) / 1000,
    };
  }

  /** A quote of which comparing leaves nothing, such as one joiner: only the very same will do. */
  #findUnnormalised(passage: Passage): Anchor {
    const { article } = this.#prepared;
    const at = passage.exact === '' ? -1 : article.text.indexOf(passage.prefix + passage.exact + passage.suffix);
    if (at < 0) return { state: 'orphan', score: 0, candidates: [] };
    const start = at + passage.prefix.length;
    const end = start + passage.exact.length;
    const { points } = article;
    return this.#found(passage, {
      start: points.pointOf(start),
      end: points.pointOf(end),
      text: passage.exact,
      score: 1,
    });
  }

  get #text(): string {
    return this.#prepared.normalised.text;
  }
}

function isTaken(place: Place, gone: Gone | undefined): boolean {
  return place.score >= threshold && (gone === undefined || outranks(place, gone));
}

/** Where the sum of both is lowest; of several the place where the first is. */
function lowest(first: Int32Array, second: Int32Array): number {
  let found = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < first.length; at++) {
    const cost = (first[at] ?? 0) * 1.01 + (second[at] ?? 0);
    if (cost >= least) continue;
    least = cost;
    found = at;
  }
  return found;
}
