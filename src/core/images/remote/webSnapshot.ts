import type { ImageReference } from '../../article/body/imageReference';
import type { Fix } from '../../text/fix';
import { tryParseJson } from '../../text/json/parseJson';
import { say } from '../../text/message';
import type { ArticleWithImages } from '../articleWithImages';
import { writeAddress } from '../writeAddress';
import { type FetchTools, fetchWhole } from './fetchWhole';

const largestAnswer = 64 * 1024;

/** A copy of an image in a web archive. */
export interface WebSnapshot {
  readonly url: string;
  /** When it was taken, in milliseconds since 1970. */
  readonly time: number;
}

/**
 * The snapshot of an address that is nearest to a date (in milliseconds since 1970), by an archive's availability API.
 * Undefined where it has none. Asks the network, so it is only for a person who wants it now.
 */
export async function nearestSnapshot(
  url: string,
  date: number | undefined,
  endpoint: string,
  tools: FetchTools,
): Promise<WebSnapshot | undefined> {
  const question = new URL(endpoint);
  question.searchParams.set('url', url);
  if (date !== undefined) question.searchParams.set('timestamp', timestampOf(date));
  const { body } = await fetchWhole(question.href, { accept: 'application/json' }, largestAnswer, tools);
  return readAnswer(new TextDecoder().decode(body));
}

/** Writes a snapshot's address in the place of an image's own. */
export function snapshotFix(image: ImageReference, { url, time }: WebSnapshot): Fix {
  const day = new Date(time).toISOString().slice(0, 10);
  return {
    title: say('Use the snapshot of {0} from a web archive', day),
    edits: [{ range: image.range, text: writeAddress(url, image) }],
    isGuess: true,
  };
}

/** The date of an article, near which a snapshot is to be; undefined where it has none that can be read. */
export function snapshotDate({ entry }: ArticleWithImages): number | undefined {
  return entry.date.kind === 'read' ? entry.date.time : undefined;
}

function readAnswer(text: string): WebSnapshot | undefined {
  const closest = field(field(tryParseJson(text), 'archived_snapshots'), 'closest');
  const url = field(closest, 'url');
  const written = field(closest, 'timestamp');
  if (field(closest, 'available') !== true || typeof url !== 'string' || typeof written !== 'string') return undefined;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(written) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time) || !/^https?:\/\//i.test(url)) return undefined;
  return { url: bare(url.replace(/^http:/i, 'https:'), written), time };
}

/** With `im_` the archive sends the image itself, not a page about it. */
function bare(url: string, timestamp: string): string {
  return url.replace(`/web/${timestamp}/`, `/web/${timestamp}im_/`);
}

function timestampOf(date: number): string {
  return new Date(date).toISOString().replace(/\D/g, '').slice(0, 14);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
