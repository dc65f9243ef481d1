import type { HttpResponse } from '../../host/http';
import { type FileFormat, fileFormat, isImageFormat } from './imageFormat';
import { imageSize } from './imageSize';
import type { ImageVerdict, VerdictCause, VerdictKind } from './imageVerdict';
import { isCutShort } from './isCutShort';

/** A verdict without what only the way to the image tells. */
export type Finding = Omit<ImageVerdict, 'checked'>;

/** What browsers show when its bytes are right, whatever else they are called. */
const shownTypes = /^image\/(?:png|jpe?g|pjpeg|gif|webp|avif|svg\+xml|bmp|x-ms-bmp|x-icon|vnd\.microsoft\.icon)$/;

/** What the bytes of an answer that says "here it is" are worth. `mostBytes` is what was asked for. */
export function judgeImage(response: HttpResponse, mostBytes: number): Finding {
  const { status, body, end, headers } = response;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const total = totalLength(response, mostBytes);
  const isWhole = end === 'whole' && (total === undefined ? body.length < mostBytes : total <= body.length);
  const seen = {
    status,
    ...(type === undefined || type === '' ? {} : { type }),
    ...(total === undefined ? {} : { size: total }),
  };
  const verdict = (kind: VerdictKind, cause: VerdictCause, more: Partial<Finding> = {}): Finding => ({
    kind,
    cause,
    ...seen,
    ...more,
  });

  if (body.length === 0) {
    if (end === 'timedOut') return verdict('unreachable', 'bodyTimedOut');
    return end === 'dropped' ? verdict('truncated', 'dropped') : verdict('truncated', 'empty', { size: 0 });
  }
  const format = fileFormat(body);
  if (format === undefined) {
    if (end === 'timedOut') return verdict('unreachable', 'bodyTimedOut');
    if (end === 'dropped') return verdict('truncated', 'dropped');
    const isOtherImage = type?.startsWith('image/') === true && !shownTypes.test(type);
    return isOtherImage ? verdict('ok', 'fine') : verdict('notAnImage', 'unknownBytes');
  }
  if (!isImageFormat(format)) return verdict('notAnImage', causeOf(format), { format });
  if (end === 'timedOut') return verdict('unreachable', 'bodyTimedOut', { format });
  if (end === 'dropped') return verdict('truncated', 'dropped', { format });
  const known = { format, ...imageSize(body, format) };
  if (isCutShort(body, format, total, isWhole)) return verdict('truncated', 'shorterThanItsHeader', known);
  // A browser reads the bytes of all other formats, but takes SVG only by its name.
  if (format === 'svg' && type !== undefined && !/^image\/svg/.test(type)) {
    return verdict('notAnImage', 'wrongType', known);
  }
  const isPoint = format !== 'svg' && known.width === 1 && known.height === 1;
  return isPoint ? verdict('placeholder', 'onePixel', known) : verdict('ok', 'fine', known);
}

/** Whether the bytes are all that the file has, so that they can be told from others by their hash. */
export function isWholeFile(response: HttpResponse, mostBytes: number): boolean {
  const total = totalLength(response, mostBytes);
  return (
    response.end === 'whole' && (total === undefined ? response.body.length < mostBytes : total <= response.body.length)
  );
}

/** How long the whole file is, where the answer tells. */
function totalLength({ status, headers, body, end }: HttpResponse, mostBytes: number): number | undefined {
  if (status === 206) {
    const total = /\/(\d+)\s*$/.exec(headers['content-range'] ?? '')?.[1];
    if (total !== undefined) return Number(total);
    return end === 'whole' && body.length < mostBytes ? body.length : undefined;
  }
  if (end === 'whole') return body.length;
  const length = headers['content-length'];
  const isPlain = headers['content-encoding'] === undefined || headers['content-encoding'] === 'identity';
  return isPlain && length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

function causeOf(format: FileFormat): VerdictCause {
  return format === 'html' || format === 'json' ? format : 'text';
}
