import type { TextRange } from '../textRange.js';
import { asBrowserUrl, detached } from './attributeText.js';
import type { ImageReference } from './imageReference.js';

// Every run is of characters that the next part cannot start with, and bounded: no way to go back far.
const broken =
  /!\[([^[\]\n]{0,500})\]\([ \t]{0,9}((?:https?:)?\/\/[^\s()<>]{1,2000}(?:[ \t]{0,99}\r?\n[ \t]{0,99}[^\s()<>"'][^\s()<>]{0,2000}){1,5})\s{0,9}\)/g;

/**
 * Images whose address a converter broke over lines: no image by the rules of Markdown, yet plainly meant as one.
 * The caller leaves out what is in code.
 */
export function brokenImages(text: string, start: number): readonly ImageReference[] {
  const found: ImageReference[] = [];
  broken.lastIndex = start;
  for (let match = broken.exec(text); match; match = broken.exec(text)) {
    const [whole, alt = '', written = ''] = match;
    if (text[match.index - 1] === '\\') continue;
    const element: TextRange = { start: match.index, end: match.index + whole.length };
    const at = text.indexOf(written, element.start + alt.length);
    found.push({
      url: asBrowserUrl(written.replace(/\s+/g, '')),
      range: { start: at, end: at + written.length },
      element,
      via: 'markdown',
      ...(alt === '' ? {} : { alt: detached(alt) }),
      brokenOverLines: true,
    });
  }
  return found;
}
