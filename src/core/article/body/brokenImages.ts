import type { TextRange } from '../../text/textRange';
import { asBrowserUrl, detached } from './attributeText';
import type { ImageReference } from './imageReference';

// Every part is bounded and cannot start with what the part before may end with: there is no way to go back far.
const broken =
  /!\[([^[\]\n]{0,500})\]\([ \t]{0,9}((?:https?:)?\/\/[^\s()<>]{1,2000}(?:(?:[ \t]{1,9}|[ \t]{0,9}\r?\n[ \t]{0,9})[^\s()<>"'][^\s()<>]{0,2000}){1,5})\s{0,9}\)/g;

/**
 * Images whose address has a line break (converters do that to long lines) or a space in it: no images by the rules of
 * Markdown, yet plainly meant as some. The caller leaves out what is in code.
 */
export function brokenImages(text: string, start: number): readonly ImageReference[] {
  const found: ImageReference[] = [];
  broken.lastIndex = start;
  for (let match = broken.exec(text); match; match = broken.exec(text)) {
    const [whole, alt = '', written = ''] = match;
    if (text[match.index - 1] === '\\') continue;
    const element: TextRange = { start: match.index, end: match.index + whole.length };
    const at = text.indexOf(written, element.start + alt.length);
    const joined = written.replace(/[ \t]*\r?\n[ \t]*/g, '');
    found.push({
      url: asBrowserUrl(joined),
      range: { start: at, end: at + written.length },
      element,
      via: 'markdown',
      ...(alt === '' ? {} : { alt: detached(alt) }),
      ...(written.includes('\n') ? { brokenOverLines: true } : {}),
      ...(/[ \t]/.test(joined) ? { brokenBySpace: true } : {}),
    });
  }
  return found;
}
