import { decodeAttribute } from '../../../article/body/attributeText';
import { collapse } from '../../../article/fieldValue';
import type { CheckedArticle } from '../../checkedArticle';

const lost = /[_\ufffd]/;
/** Beyond these the images of an article are of other things. */
const imagesAsked = 20;

/**
 * The title with the signs that a program took out of it, as the first heading or an image's alternative text has them;
 * empty where signs are plainly missing and nothing tells them; undefined where none is missing.
 */
export function lostSigns(
  written: string,
  article: CheckedArticle,
): { readonly title?: string; readonly isGuess?: true } | undefined {
  const { body } = article;
  const title = collapse(written);
  if (!lost.test(title)) return undefined;
  const headings = [...body.leadingHeadings.map(({ text }) => text), body.heading ?? ''];
  const alts = body.images.slice(0, imagesAsked).map(({ alt }) => (alt === undefined ? '' : decodeAttribute(alt)));
  let found: string | undefined;
  for (const candidate of new Set([...headings, ...alts].map(collapse))) {
    if (candidate === title) return undefined;
    if (found === undefined && agreesButForLost(title, candidate)) found = candidate;
  }
  found ??= titleInBody(title, article);
  if (found !== undefined) return { title: found };
  if (title.includes('\ufffd') || standsForAnother(title) || / {2,}_ | _ {2,}/.test(written)) return {};
  const timed = title.replace(mangledTime, '$1:$2');
  // A number with `_` alone may be anything.
  return timed === title || !/\p{L}/u.test(title) ? undefined : { title: timed, isGuess: true };
}

/** `18_30`, and neither a date nor a part of a name. */
const mangledTime = /(?<![A-Za-z\d_.-])((?:[01]?\d|2[0-3]))_([0-5]\d)(?![A-Za-z\d_.])/g;

/** A shorter title, or a shorter part of one, may be found anywhere. */
const shortestSought = 12;
const shortestPart = 6;
/** Further down a text only speaks of other articles. */
const searched = 6000;
const mostTried = 50;

/** The words of the title as the beginning of the body has them, with the characters that were lost. */
function titleInBody(title: string, { text, block }: CheckedArticle): string | undefined {
  const longest = title.split(lost).reduce((best, part) => (part.length > best.length ? part : best), '');
  if (title.length < shortestSought || longest.length < shortestPart) return undefined;
  const shown = text.slice(block.bodyStart, block.bodyStart + searched).replace(/<[^<>]*>/g, ' ');
  const body = collapse(decodeAttribute(shown));
  const before = title.indexOf(longest);
  let tried = 0;
  for (let at = body.indexOf(longest); at >= 0 && tried < mostTried; at = body.indexOf(longest, at + 1)) {
    tried++;
    const start = at - before;
    const candidate = start < 0 ? '' : body.slice(start, start + title.length);
    if (candidate !== title && agreesButForLost(title, candidate)) return candidate;
  }
  return undefined;
}

function agreesButForLost(title: string, candidate: string): boolean {
  if (title.length !== candidate.length) return false;
  for (let at = 0; at < title.length; at++) {
    const [sign = '', other = ''] = [title[at], candidate[at]];
    if (sign === other) continue;
    if (sign !== '\ufffd' && (sign !== '_' || /[\p{L}\p{N}\s]/u.test(other))) return false;
  }
  return true;
}

/** `Fog_ what the harbour knows`: nobody writes so. Names such as `snake_case` and Markdown's `_so_` are something else. */
function standsForAnother(title: string): boolean {
  return /[\p{L}\p{N}'"’”)]_ (?=\S)/u.test(title) && !/(?:^|[\s_(])_/.test(title);
}
