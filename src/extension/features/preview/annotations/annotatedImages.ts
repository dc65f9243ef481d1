import { readBody } from '../../../../core/article/body/readBody';
import { findFrontMatter } from '../../../../core/article/frontMatterBlock';
import type { PreparedImage } from '../../../../core/preview/preparedArticle';

/** The addresses by which an article names the images that its preview shows. */
export class AnnotatedImages {
  /** By the image's `id`: as they are written, that which is shown first. */
  readonly #addresses = new Map<number, readonly string[]>();

  constructor(document: string, images: readonly PreparedImage[]) {
    if (images.length === 0) return;
    const references = readBody(document, findFrontMatter(document).bodyStart, 'exact').images;
    const byStart = new Map<number, string[]>();
    for (const { url, element } of references) {
      if (url === '' || url.startsWith('data:')) continue;
      byStart.set(element.start, [...(byStart.get(element.start) ?? []), url]);
    }
    for (const { id, target, range } of images) {
      const shown = target.kind === 'remote' ? target.url : undefined;
      const written = byStart.get(range.start) ?? headAddress(document, range);
      const all = [...written.filter((url) => url === shown), ...written, ...(shown === undefined ? [] : [shown])];
      this.#addresses.set(
        id,
        [...new Set(all)].filter((url) => isIn(document, url)),
      );
    }
  }

  /** What an annotation on an image names it by. */
  addressOf(id: number): string | undefined {
    return this.#addresses.get(id)?.[0];
  }

  /** The images that an address names. */
  idsOf(address: string): readonly number[] {
    return [...this.#addresses].filter(([, addresses]) => addresses.includes(address)).map(([id]) => id);
  }
}

/** The head image is named by a value of front matter, in quotes or not. */
function headAddress(document: string, { start, end }: PreparedImage['range']): readonly string[] {
  const written = document
    .slice(start, end)
    .trim()
    .replace(/^(['"])(.*)\1$/s, '$2');
  return written === '' || written.length > 2000 || /[<\n]/.test(written) ? [] : [written];
}

/** As the search for an annotation's image looks for it. */
function isIn(document: string, url: string): boolean {
  return document.includes(url) || document.includes(url.replaceAll('&', '&amp;'));
}
