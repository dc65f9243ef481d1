import * as vscode from 'vscode';
import type { ArticleEntry } from '../../core/article/articleEntry';
import type { SourceName } from '../../core/article/sourceNames';
import type { Services } from '../services';
import type { Archive } from './archives/archive';
import { problemTargets } from './problems/problemRows';

/** An article with the archive it stands in. */
export interface PlacedArticle {
  readonly archive: Archive;
  readonly entry: ArticleEntry;
}

/** A source with the archive whose articles it published. */
export interface PlacedSource {
  readonly archive: Archive;
  readonly source: SourceName;
}

/** The articles a command is about: of the rows, else of a URI, else of the preview or editor in front. Each comes once. */
export function articlesOf(args: readonly unknown[], services: Services): readonly PlacedArticle[] {
  const rows = services.trees.rowsOf(args);
  if (rows.length > 0) {
    const found = rows.flatMap((row) => {
      const archive = services.trees.archiveOf(row);
      const entries = row.type === 'leaf' ? [row.item] : [...row.items.values()];
      return archive === undefined ? [] : entries.map((entry) => ({ archive, entry }));
    });
    return eachOnce(found);
  }
  const targets = problemTargets(args, services);
  if (targets.length > 0) {
    return eachOnce(targets.flatMap(({ archive, articles }) => articles.map((entry) => ({ archive, entry }))));
  }
  const inFront = services.activePreview.article ?? vscode.window.activeTextEditor?.document.uri;
  const uri = args[0] instanceof vscode.Uri ? args[0] : inFront;
  const archive = uri === undefined ? undefined : services.archives.of(uri);
  const entry = uri === undefined ? undefined : archive?.entryOf(uri);
  return archive === undefined || entry === undefined ? [] : [{ archive, entry }];
}

/** The source of a row: of a source's group any one article tells which it is. */
export function sourceOfRow(args: readonly unknown[], services: Services): PlacedSource | undefined {
  const [row] = services.trees.rowsOf(args.slice(0, 1));
  const [article] = row === undefined ? [] : articlesOf([row], services);
  const source = article?.entry.source;
  return source && { archive: article.archive, source: article.archive.sources.resolve(source) };
}

function eachOnce(articles: readonly PlacedArticle[]): readonly PlacedArticle[] {
  return [...new Map(articles.map((article) => [article.archive.uri(article.entry).toString(), article])).values()];
}
