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
  /** By the images' `id`: a `data:` address, so that the file holds all, or the remote address. */
  readonly images: ReadonlyMap<number, string>;
  readonly language?: string;
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:; base-uri 'none'; form-action 'none'";
// In HTML that a browser wrote, `<` and `"` stand for themselves in tags only.
const imageMark = /(<img\b[^<>"]*(?:"[^"]*"[^<>"]*)*?) data-mg-image="(\d{1,9})"/g;

/** A file that shows the article without anything else: styles inside, no scripts, and a policy that allows none. */
export function exportArticle({ head, html, images, language }: ExportedArticle): string {
  const image = head.image === undefined ? undefined : images.get(head.image);
  const body = html.replace(imageMark, (_, before: string, id: string) => {
    const src = images.get(Number(id));
    return src === undefined ? before : `${before} src="${escapeHtml(src)}"`;
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
</article>
</body>
</html>
`;
}

function linkOf(link: ExportHead['link']): string {
  if (link === undefined || !/^https?:\/\//i.test(link.url)) return '';
  return `<p class="detail"><a href="${escapeHtml(link.url)}" rel="noreferrer">${escapeHtml(link.text)}</a></p>\n`;
}
