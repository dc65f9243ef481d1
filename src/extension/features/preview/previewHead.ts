import type { ArticleDate } from '../../../core/article/articleEntry';
import { foldName } from '../../../core/article/sourceNames';
import { isoDay } from '../../../core/article/zoneOffset';
import type { PreparedHead } from '../../../core/preview/preparedArticle';
import type { Problem } from '../../../core/problems/problem';
import type { PreviewHead, PreviewProblem } from '../../../protocol/previewMessages';
import { showDateBriefly, showDateInFull } from '../../ui/showDate';
import { translate } from '../../ui/translate';
import type { Archive } from '../../workspace/archives/archive';
import { profileWords } from '../../workspace/sources/sourceWords';
import type { ArticlePlace } from './articlePlace';

type HeadDate = Pick<PreviewHead, 'date' | 'isoDate' | 'dateText'>;

/** The words of the header card. */
export function previewHead(
  head: PreparedHead,
  { archive, sources, timeZone }: Pick<ArticlePlace, 'archive' | 'sources' | 'timeZone'>,
  problems: readonly PreviewProblem[],
): PreviewHead {
  const source = head.source === undefined ? undefined : sources.resolve({ text: head.source, from: 'field' }).name;
  const author = head.author === undefined ? undefined : (archive?.names.authors.of(head.author).name ?? head.author);
  // Where the author is who published the article, it is said once.
  const isSource =
    author !== undefined && [head.source, source].some((one) => foldName(one ?? '') === foldName(author));
  return {
    title: head.title,
    ...(source === undefined ? {} : { source }),
    ...(source === undefined || archive === undefined ? {} : { sourceProfile: profileWordsOf(source, archive) }),
    ...(author === undefined || isSource ? {} : { author }),
    ...dateWords(head.date, timeZone),
    categories: head.categories.map((text) => archive?.names.categories.of(text).name ?? text),
    ...(head.image === undefined ? {} : { image: head.image }),
    ...(head.link === undefined ? {} : { link: head.link }),
    problems,
  };
}

function profileWordsOf(source: string, { sourceFile: { profiles } }: Archive): string {
  const profile = profiles.of(source);
  return profile === undefined ? '' : profileWords(profile);
}

/** What a person should look at, in the order of the document: hints are for those who edit. */
export function previewProblems(problems: readonly Problem[]): readonly PreviewProblem[] {
  return problems
    .filter(({ severity }) => severity !== 'hint')
    .map(({ severity, message, range }) => ({
      severity,
      message: translate(message),
      start: range.start,
      end: range.end,
    }))
    .sort((one, other) => one.start - other.start);
}

function dateWords(date: ArticleDate, timeZone: string): HeadDate {
  if (date.kind === 'missing') return {};
  if (date.kind === 'unreadable') return { date: showDateBriefly(date, timeZone) };
  const isoDate = date.precision === 'day' ? isoDay(date.time, timeZone) : isoTime(date.time);
  const { shown, written } = showDateInFull(date, timeZone);
  return {
    date: shown,
    ...(isoDate === undefined ? {} : { isoDate }),
    ...(written === undefined ? {} : { dateText: written }),
  };
}

function isoTime(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
