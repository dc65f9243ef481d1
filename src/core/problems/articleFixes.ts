import { LineIndex, type LinePosition } from '../article/lineIndex';
import type { ArticleChecks } from './articleChecks';
import type { CheckedArticle } from './checkedArticle';
import type { NewFile, TextEdit } from './fix';
import { textChanges } from './textChanges';

/** An edit by lines and characters, as editors place it: of a text without a byte order mark. */
export interface PlacedEdit {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly text: string;
}

/** What "fix all" changes in one article. Plain and clonable, and no longer than it must be. */
export interface ArticleFixes {
  readonly path: string;
  /** How many fixes are done. */
  readonly fixed: number;
  /** The rules they are of, by name. */
  readonly rules: readonly string[];
  readonly edits: readonly PlacedEdit[];
  /** Files that the changed text points to and that have to be there first. */
  readonly files: readonly NewFile[];
}

/** All fixes of an article that do not guess, of some rules or of all; undefined where there are none. */
export function articleFixes(
  article: CheckedArticle,
  checks: ArticleChecks,
  only?: readonly string[],
): ArticleFixes | undefined {
  const { text, fixed, rules, files } = checks.fix(article, only);
  if (text === article.text) return undefined;
  const edits = placedEdits(article.text, textChanges(article.text, text));
  return { path: article.path, fixed, rules, edits, files };
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
