import { escapeHtml } from './escapeHtml';
import { exportStyles } from './exportStyles';

/** The header card of an exported article, worded by the extension. */
export interface ExportHead {
  readonly title: string;
  /** Source, author, date and whatever else stands below the title. */
  readonly details: readonly string[];
  /** The address of the original article and the words to click on. */
  readonly link?: { readonly url: string; readonly text: string };
  /** The `id` of the head image. */
  readonly image?: number;
}

export interface ExportedArticle {
  readonly head: ExportHead;
  /** The sanitised body, from the preview's `exportArticle` message. */
  readonly html: string;
  /** `data:` addresses by the images' `id`. */
  readonly embedded: ReadonlyMap<number, string>;
  /** The addresses of images that the file is without, by `id`. */
  readonly leftOut: ReadonlyMap<number, string>;
  /** What stands in the place of an image that is left out, and above the list of them. */
  readonly words: { readonly leftOut: string; readonly listed: string };
  readonly language?: string;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
// In HTML that a browser wrote, `<` and `"` stand for themselves in tags only.
const imageTag = /<img\b(?:[^<>"]|"[^"]*")*>/g;
const imageMark = / data-mg-image="(\d{1,9})"/;

/**
 * A file that shows the article without anything else: styles and images inside, no scripts, and a policy by which a
 * browser asks nobody for anything.
 */
export function exportArticle({ head, html, embedded, leftOut, words, language }: ExportedArticle): string {
  const image = head.image === undefined ? undefined : embedded.get(head.image);
  const body = html.replace(imageTag, (tag) => {
    const id = Number(imageMark.exec(tag)?.[1] ?? -1);
    const src = embedded.get(id);
    return src === undefined ? noteFor(tag, words.leftOut) : tag.replace(imageMark, () => ` src="${escapeHtml(src)}"`);
  });
  return `<!DOCTYPE html>
<html${language === undefined ? '' : ` lang="${escapeHtml(language)}"`}>
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
${linkOf(head.link)}${image === undefined ? '' : `<img src="${escapeHtml(image)}" alt="">`}
</header>
${body}
${listOf([...new Set(leftOut.values())], words.listed)}</article>
</body>
</html>
`;
}

function linkOf(link: ExportHead['link']): string {
  if (link === undefined || !/^https?:\/\//i.test(link.url)) return '';
  return `<p class="detail"><a href="${escapeHtml(link.url)}" rel="noreferrer">${escapeHtml(link.text)}</a></p>\n`;
}

function noteFor(tag: string, words: string): string {
  // Written by a browser, it needs no more than this to be text.
  const alt = (/ alt="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('<', '&lt;').trim();
  return `<small>[${[alt, escapeHtml(words)].filter((part) => part !== '').join(' · ')}]</small>`;
}

/** Addresses to click on: nothing is asked for before that. */
function listOf(addresses: readonly string[], words: string): string {
  if (addresses.length === 0) return '';
  const items = addresses.map((address) => {
    const text = escapeHtml(address);
    return `<li>${/^https?:\/\//i.test(address) ? `<a href="${text}" rel="noreferrer">${text}</a>` : text}</li>`;
  });
  return `<footer class="left-out">\n<p>${escapeHtml(words)}</p>\n<ul>\n${items.join('\n')}\n</ul>\n</footer>\n`;
}
