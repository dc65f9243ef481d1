import { type ReadDate, readDate } from '../../../article/articleDate';
import type { FieldPlace } from '../../../article/fieldPlace';
import { fieldValue } from '../../../article/fieldValue';
import { readPathDate } from '../../../article/pathDate';
import { instantOf, wallClock } from '../../../article/zoneOffset';
import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { dateInBody } from '../frontMatter/bodyDate';
import { formatDate } from './dateFormats';
import { dayMonthReadings } from './dayMonthYear';
import { valueEdit } from './fieldEdits';
import { metadataOf } from './metadataOf';
import { weekdayIn } from './weekday';

interface Data {
  readonly field: string;
  readonly fault: 'unreadable' | 'yearLast' | 'weekday' | 'future' | 'old';
  /** The right day of the week. */
  readonly weekday?: string;
}

const dayMs = 86_400_000;
const firstYear = Date.UTC(1990, 0, 1);

export const date = defineRule<Data>({
  id: 'metadata/date',
  name: 'Doubtful date',
  level: 'warning',
  summary: 'A date cannot be read, could be two, or cannot be right.',
  documentation: `
Finds dates that cannot be read, that could be two (\`03/04/2021\`), whose day of the week is another one, that lie in the
future, or before 1990, when seconds were taken for milliseconds or no date was known. The article stands in the wrong place of
every list.

\`\`\`yaml
date: 27/11/2021                          →   date: 2021-11-27
date: Fri, 27 Nov 2021 22:34:14 GMT       →   date: Sat, 27 Nov 2021 22:34:14 GMT
date: Invalid Date                        →   the day that the file's name, its folder or the body tells, else that of the files beside it or of its first commit
\`\`\`

The fixes write \`problems.dateFormat\` of \`.marginalia/config.json\`: \`iso\`, \`isoDay\`, \`rfc1123\` or \`space\`
(\`2021-11-27 22:34:14\`). Where two days are possible a person has to choose. An archive of old papers can switch the rule off for
their sources or folders.
`,
  *check(article) {
    const data = metadataOf(article);
    if (data === undefined) return;
    const { dateFields, timeZone } = article.settings.reading;
    for (const field of dateFields) {
      const value = fieldValue(data, field);
      const text = value instanceof Date ? tomlText(value) : typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string' || text.trim() === '') continue;
      const found = lookAt(text, readDate(text, timeZone), article);
      if (found === undefined) continue;
      const place = article.fields.get(field);
      if (place === undefined) continue;
      const { fault, message, weekday } = found;
      const range = weekday === undefined ? nonEmpty(place) : weekdayRange(article, place);
      yield { range, message, data: { field, fault, ...(weekday === undefined ? {} : { weekday }) } };
    }
  },
  fixesWant({ data: { field, fault } }, article) {
    const place = article.fields.get(field);
    if (place === undefined || fault !== 'unreadable' || article.knowledge.firstCommit !== undefined) return [];
    return ownDates(textOf(place, article), fault, article).length > 0 ? [] : ['firstCommit'];
  },
  fixes({ range, data: { field, fault, weekday } }, article) {
    const place = article.fields.get(field);
    if (place === undefined || place.style === 'block' || place.style === 'list' || place.style === 'mapping')
      return [];
    const text = textOf(place, article);
    if (fault === 'weekday' && weekday !== undefined) {
      return [{ title: say('Write the day of the week as “{0}”', weekday), edits: [{ range, text: weekday }] }];
    }
    return betterDates(text, fault, article)
      .filter(({ time }) => !isFuture(time, article) && time >= firstYear)
      .map((better): Fix => {
        const written = formatDate(better, article.settings.dateFormat, article.settings.reading.timeZone);
        return {
          title: titleOf(better, written),
          edits: [valueEdit(article, place, written, 'date')],
          ...(better.isGuess ? { isGuess: true } : {}),
        };
      });
  },
});

function titleOf({ beside, order, isOfCommit }: Better, written: string): Message {
  if (beside !== undefined) return say('Write the date as {0}, as in {1} beside it', written, beside);
  if (isOfCommit) return say('Write the date as {0}, the day of its first commit', written);
  if (order === undefined) return say('Write the date as {0}', written);
  return order === 'dayFirst'
    ? say('Write the date as {0} (the day was first)', written)
    : say('Write the date as {0} (the month was first)', written);
}

interface Found {
  readonly fault: Data['fault'];
  readonly message: Message;
  readonly weekday?: string;
}

function lookAt(text: string, read: ReadDate | undefined, article: CheckedArticle): Found | undefined {
  if (read === undefined) {
    const readings = dayMonthReadings(text, article.settings.reading.timeZone);
    if (readings.length > 1) {
      return {
        fault: 'yearLast',
        message: say('This date could be two days: which figure is the month? Write the year first.'),
      };
    }
    if (readings.length === 1) {
      return { fault: 'yearLast', message: say('Few programs read a date with the year last. Write the year first.') };
    }
    return {
      fault: 'unreadable',
      message: say('This is no date that can be read. Write it as 2021-11-27, or with a time as 2021-11-27 22:34.'),
    };
  }
  if (isFuture(read.time, article)) {
    return { fault: 'future', message: say('This date lies in the future. Correct it.') };
  }
  if (read.time < firstYear - dayMs) {
    return {
      fault: 'old',
      message: say('This date lies before 1990, which is too early for most articles. Correct it.'),
    };
  }
  const weekday = weekdayIn(text);
  if (weekday === undefined || weekday.written === weekday.right) return undefined;
  return {
    fault: 'weekday',
    message: say('That day was a {0}, not a {1}.', weekday.right, weekday.written),
    weekday: weekday.right,
  };
}

/** Clocks of other zones may show tomorrow already. */
function isFuture(time: number, { settings: { now } }: CheckedArticle): boolean {
  return now !== undefined && time > now + dayMs;
}

interface Better extends ReadDate {
  readonly isGuess?: true;
  readonly order?: 'dayFirst' | 'monthFirst';
  /** The name of a file beside it that has the date. */
  readonly beside?: string;
  /** The day that version control first knew of the file. */
  readonly isOfCommit?: true;
}

function betterDates(text: string, fault: Data['fault'], article: CheckedArticle): readonly Better[] {
  const { timeZone } = article.settings.reading;
  const readings = fault === 'yearLast' ? dayMonthReadings(text, timeZone) : [];
  const [only] = readings;
  if (only !== undefined && readings.length === 1) return [{ time: only.time, precision: only.precision }];
  const own = ownDates(text, fault, article, readings);
  return own.length > 0 ? own : [...fromFilesBeside(fault, article), ...fromFirstCommit(fault, article)];
}

/** What the article itself tells: its field, its path, its body. */
function ownDates(
  text: string,
  fault: Data['fault'],
  article: CheckedArticle,
  readings: ReturnType<typeof dayMonthReadings> = [],
): readonly Better[] {
  return [
    ...readings.map((reading) => ({ ...reading, isGuess: true as const })),
    ...fromSeconds(text, fault, article.settings.reading.timeZone),
    ...fromPath(article),
    ...fromBody(fault, article),
  ];
}

/** Seconds since 1970 that a program took for milliseconds. */
function fromSeconds(text: string, fault: Data['fault'], timeZone: string): readonly Better[] {
  const read = fault === 'old' ? readDate(text, timeZone) : undefined;
  if (read === undefined || read.precision === 'day' || read.time <= 0) return [];
  return [{ time: read.time * 1000, precision: 'day', isGuess: true }];
}

function fromPath({ path, settings }: CheckedArticle): readonly Better[] {
  const found = readPathDate(path);
  if (found === undefined) return [];
  return [{ time: instantOf(found.local, settings.reading.timeZone), precision: 'day', isGuess: true }];
}

/** The first day that the body shows, where the field tells none. */
function fromBody(fault: Data['fault'], { text, block, settings }: CheckedArticle): readonly Better[] {
  if (fault !== 'unreadable' && fault !== 'old') return [];
  const { timeZone } = settings.reading;
  const shown = dateInBody(text, block.bodyStart, timeZone);
  const read = shown === undefined ? undefined : readDate(shown, timeZone);
  return read === undefined ? [] : [{ time: read.time, precision: read.precision, isGuess: true }];
}

/** The days of the files before and after it, where the article itself tells none. */
function fromFilesBeside(fault: Data['fault'], { knowledge, settings }: CheckedArticle): readonly Better[] {
  if (fault !== 'unreadable') return [];
  const days = new Map<number, Better>();
  for (const { path, time } of knowledge.datesBeside ?? []) {
    const start = startOfDay(time, settings.reading.timeZone);
    const beside = path.slice(path.lastIndexOf('/') + 1);
    if (!days.has(start)) days.set(start, { time: start, precision: 'day', isGuess: true, beside });
  }
  return [...days.values()];
}

/** A whole archive may have been committed at once, years later: the last thing to go by. */
function fromFirstCommit(fault: Data['fault'], { knowledge, settings }: CheckedArticle): readonly Better[] {
  if (fault !== 'unreadable' || knowledge.firstCommit === undefined) return [];
  const start = startOfDay(knowledge.firstCommit, settings.reading.timeZone);
  return [{ time: start, precision: 'day', isGuess: true, isOfCommit: true }];
}

function startOfDay(time: number, timeZone: string): number {
  const { year, month, day } = wallClock(time, timeZone);
  return instantOf(Date.UTC(year, month - 1, day), timeZone);
}

function textOf({ inner }: FieldPlace, { text }: CheckedArticle): string {
  return text.slice(inner.start, inner.end);
}

/** Dates of TOML that hold no day are no dates of an article. */
function tomlText(value: Date): string | undefined {
  return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
}

function nonEmpty({ inner, range }: FieldPlace): TextRange {
  return inner.end > inner.start ? inner : range;
}

function weekdayRange({ text }: CheckedArticle, { inner }: FieldPlace): TextRange {
  const found = weekdayIn(text.slice(inner.start, inner.end));
  if (found === undefined) return inner;
  return { start: inner.start + found.start, end: inner.start + found.start + found.written.length };
}
