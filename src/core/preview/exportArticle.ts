import { escapeHtml } from './escapeHtml';
import { exportStyles } from './exportStyles';

/** The header card of an exported article, worded by the extension. */
export interface ExportHead {
  readonly title: string;
  /** Source, author, date and whatever else stands below the title. */
  readonly details: readonly string[];
  /** The URL of the original article and the words to click on. */
  readonly link?: { readonly url: string; readonly text: string };
  /** The `id` of the head image. */
  readonly image?: number;
}

/** An image that the file is without. */
export interface LeftOutImage {
  /** Why, in a few words to a reader of the file. */
  readonly reason: string;
  /** Its URL, or its path in the archive; absent where the article names none. */
  readonly url?: string;
}

export interface ExportedArticle {
  readonly head: ExportHead;
  /** The sanitised body, from the preview's `collected` message: its images are named by `data-mg-image`. */
  readonly html: string;
  /** `data:` URLs by the images' `id`. */
  readonly embedded: ReadonlyMap<number, string>;
  /** All other images of the article, by `id`. */
  readonly leftOut: ReadonlyMap<number, LeftOutImage>;
  /** What an image is called that has no name, and what stands above the list of those that are left out. */
  readonly words: { readonly image: string; readonly listed: string };
  readonly language?: string;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
// In HTML that a browser wrote, `<` and `"` stand for themselves in tags only.
const anyTag = /<\/?[a-z](?:[^<>"]|"[^"]*")*>/gi;
const imageMark = / data-mg-image="(\d{1,9})"/;
/** BCP 47 for what nobody knows the language of. */
const undetermined = 'und';

/**
 * A file that shows the article without anything else: styles and images inside, no scripts, and a policy by which a
 * browser asks nobody for anything. Where an image is left out, the file says why and where it is.
 */
export function exportArticle(article: ExportedArticle): string {
  const { head, embedded, leftOut, words, language } = article;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language ?? undetermined)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(head.title)}</title>
<style>${exportStyles}</style>
</head>
<body>
<article>
<header>
<h1>${escapeHtml(head.title)}</h1>
${head.details.map((detail) => `<p class="detail">${escapeHtml(detail)}</p>`).join('\n')}
${linkOf(head.link)}${headImageOf(article)}
</header>
${bodyOf(article)}
${listOf(leftOut, embedded, words.listed)}</article>
</body>
</html>
`;
}

function linkOf(link: ExportHead['link']): string {
  if (link === undefined || !isWebUrl(link.url)) return '';
  return `<p class="detail">${anchor(link.url, escapeHtml(link.text))}</p>\n`;
}

function headImageOf({ head, html, embedded, leftOut, words }: ExportedArticle): string {
  if (head.image === undefined) return '';
  const src = embedded.get(head.image);
  const left = leftOut.get(head.image);
  // Most articles repeat their head image in the body.
  const isRepeated = imagesIn(html).some((id) =>
    src === undefined ? left?.url !== undefined && leftOut.get(id)?.url === left.url : embedded.get(id) === src,
  );
  if (isRepeated) return '';
  if (src !== undefined) return `<img src="${escapeHtml(src)}" alt="">`;
  return left === undefined ? '' : `<p class="detail">${noteOf(left, escapeHtml(words.image))}</p>`;
}

function imagesIn(html: string): readonly number[] {
  return [...html.matchAll(anyTag)].flatMap(([tag]) => idOf(tag) ?? []);
}

function idOf(tag: string): number | undefined {
  const id = tag.startsWith('<img') ? imageMark.exec(tag)?.[1] : undefined;
  return id === undefined ? undefined : Number(id);
}

/** Within a link a note cannot be one: the name of its image stays there, and the note follows the link. */
function bodyOf({ html, embedded, leftOut, words }: ExportedArticle): string {
  let isInLink = false;
  let waiting: string[] = [];
  return html.replace(anyTag, (tag) => {
    if (tag === '</a>') {
      const notes = waiting;
      waiting = [];
      isInLink = false;
      return [tag, ...notes].join(' ');
    }
    if (/^<a[\s>]/.test(tag)) isInLink = true;
    if (!tag.startsWith('<img')) return tag;
    const id = idOf(tag) ?? -1;
    const src = embedded.get(id);
    if (src !== undefined) return tag.replace(imageMark, () => ` src="${escapeHtml(src)}"`);
    const left = leftOut.get(id);
    if (left === undefined) return '';
    const alt = altOf(tag);
    if (!isInLink) return noteOf(left, alt || escapeHtml(words.image));
    waiting.push(noteOf(left, escapeHtml(words.image)));
    return `<small>[${alt || escapeHtml(words.image)}]</small>`;
  });
}

/** Written by a browser, it needs no more than this to be text. */
function altOf(tag: string): string {
  return (/ alt="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim();
}

/** `name`: as HTML. */
function noteOf({ reason, url }: LeftOutImage, name: string): string {
  const named = url !== undefined && isWebUrl(url) ? anchor(url, name) : name;
  return `<small>[${named} · ${escapeHtml(reason)}]</small>`;
}

/** URLs to click on: nothing is asked for before that. */
function listOf(leftOut: ExportedArticle['leftOut'], embedded: ExportedArticle['embedded'], words: string): string {
  const urls = new Set([...leftOut].flatMap(([id, { url }]) => (url === undefined || embedded.has(id) ? [] : [url])));
  if (urls.size === 0) return '';
  const items = [...urls].map((url) => `<li>${isWebUrl(url) ? anchor(url, escapeHtml(url)) : escapeHtml(url)}</li>`);
  return `<footer class="left-out">\n<p>${escapeHtml(words)}</p>\n<ul>\n${items.join('\n')}\n</ul>\n</footer>\n`;
}

function anchor(url: string, html: string): string {
  return `<a href="${escapeHtml(url)}" rel="noreferrer">${html}</a>`;
}

function isWebUrl(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
