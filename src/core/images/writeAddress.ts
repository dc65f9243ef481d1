import type { ImageReference } from '../article/body/imageReference';

/** An address in the form of the place it is written to, so that it is read there as what it is. */
export function writeAddress(url: string, { via }: ImageReference): string {
  const safe = url.replace(/[\s<>"]/g, encodeURIComponent);
  switch (via) {
    case 'markdown':
    case 'reference':
      return safe.replace(/[()]/g, percent);
    case 'frontMatter':
      return safe.replace(/['\\]/g, percent);
    case 'srcset':
      return safe.replace(/,/g, '%2C').replace(/'/g, percent).replaceAll('&', '&amp;');
    default:
      return safe.replace(/'/g, percent).replaceAll('&', '&amp;');
  }
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
