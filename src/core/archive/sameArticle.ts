import type { ArticleDate, ArticleEntry, BodyFacts } from '../article/articleEntry';

/** Whether two entries tell a reader the same: everything but the stamp of the file. */
export function sameArticle(a: ArticleEntry, b: ArticleEntry): boolean {
  return (
    a === b ||
    (a.path === b.path &&
      a.title === b.title &&
      a.titleFrom === b.titleFrom &&
      a.source?.text === b.source?.text &&
      a.source?.from === b.source?.from &&
      a.author === b.author &&
      a.link === b.link &&
      a.fault === b.fault &&
      sameDate(a.date, b.date) &&
      sameList(a.categories, b.categories) &&
      sameBody(a.body, b.body))
  );
}

/**
 * An entry that has the texts of an earlier one where they are equal: of a pass over an archive that has learnt little, little
 * is left behind in memory.
 */
export function sharingTexts(entry: ArticleEntry, before: ArticleEntry): ArticleEntry {
  if (entry === before) return entry;
  return {
    ...entry,
    path: before.path,
    ...(entry.title === before.title && { title: before.title }),
    ...(entry.link !== undefined && entry.link === before.link && { link: before.link }),
    ...(sameDate(entry.date, before.date) && { date: before.date }),
    ...(sameBody(entry.body, before.body) && before.body !== undefined && { body: before.body }),
  };
}

function sameDate(a: ArticleDate, b: ArticleDate): boolean {
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind;
  if (a.text !== b.text) return false;
  if (a.kind === 'unreadable' || b.kind === 'unreadable') return a.kind === b.kind;
  return a.time === b.time && a.precision === b.precision && a.from === b.from;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sameBody(a: BodyFacts | undefined, b: BodyFacts | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.words === b.words && a.characters === b.characters && a.images === b.images && a.links === b.links;
}
