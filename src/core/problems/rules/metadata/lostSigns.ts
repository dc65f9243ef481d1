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
export function lostSigns(title: string, { body }: CheckedArticle): { readonly title?: string } | undefined {
  if (!lost.test(title)) return undefined;
  const headings = [...body.leadingHeadings.map(({ text }) => text), body.heading ?? ''];
  const alts = body.images.slice(0, imagesAsked).map(({ alt }) => (alt === undefined ? '' : decodeAttribute(alt)));
  let found: string | undefined;
  for (const candidate of new Set([...headings, ...alts].map(collapse))) {
    if (candidate === title) return undefined;
    if (found === undefined && agreesButForLost(title, candidate)) found = candidate;
  }
  if (found !== undefined) return { title: found };
  return title.includes('\ufffd') || standsForAnother(title) ? {} : undefined;
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
