import type { NewFile } from '../text/fix';
import { LineIndex, type LinePosition } from '../text/lineIndex';
import { textChanges } from '../text/textChanges';
import type { TextEdit } from '../text/textEdit';
import type { ArticleChecks } from './articleChecks';
import type { CheckedArticle } from './checkedArticle';
import type { FixedPlace, FixSelection } from './fixAll';

/** An edit by lines and characters, as editors place it: of a text without a byte order mark. */
export interface PlacedEdit {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly text: string;
}

export interface FixedEdit extends PlacedEdit {
  /** The rules it is of, by id. */
  readonly rules: readonly string[];
}

/** What "fix all" changes in one article. Plain and clonable, and no longer than it must be. */
export interface ArticleFixes {
  readonly path: string;
  /** How many fixes are done. */
  readonly fixed: number;
  /** The rules they are of, by id. */
  readonly rules: readonly string[];
  readonly edits: readonly FixedEdit[];
  /** Files that the changed text points to and that have to be there first. */
  readonly files: readonly NewFile[];
}

/** All fixes of an article that do not guess; undefined where there are none. */
export function articleFixes(
  article: CheckedArticle,
  checks: ArticleChecks,
  selection?: FixSelection,
): ArticleFixes | undefined {
  const { text, fixed, rules, places, files } = checks.fix(article, selection);
  if (text === article.text) return undefined;
  const changes = textChanges(article.text, text);
  const rulesOfEach = rulesOfChanges(changes, places);
  const edits = placedEdits(article.text, changes).map((edit, at) => ({ ...edit, rules: rulesOfEach[at] ?? [] }));
  return { path: article.path, fixed, rules, edits, files };
}

/** The rules that have changed something where each edit is. */
function rulesOfChanges(changes: readonly TextEdit[], places: readonly FixedPlace[]): readonly (readonly string[])[] {
  const sorted = [...places].sort((a, b) => a.range.start - b.range.start);
  let from = 0;
  return changes.map(({ range }) => {
    while (from < sorted.length && (sorted[from]?.range.end ?? 0) < range.start) from++;
    const rules = new Set<string>();
    for (let at = from; at < sorted.length; at++) {
      const place = sorted[at];
      if (place === undefined || place.range.start > range.end) break;
      if (place.range.end >= range.start) rules.add(place.rule);
    }
    return [...rules].sort();
  });
}

export function placedEdits(text: string, edits: readonly TextEdit[]): readonly PlacedEdit[] {
  const lines = new LineIndex(text);
  return edits.map(({ range, text: replacement }) => ({
    start: lines.positionOf(range.start),
    end: lines.positionOf(range.end),
    text: replacement,
  }));
}

/** The text of a file as an editor shows it: a byte order mark is no part of it. */
export function editorText(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
