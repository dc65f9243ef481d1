import type { TextEdit } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';

/**
 * Takes the address out of a link: the attribute of a tag, or the mark-up around the text of a Markdown link. Nothing where
 * that cannot be told, as with links by name.
 */
export function scriptLinkEdits(text: string, address: TextRange, element: TextRange): readonly TextEdit[] {
  if (address.start < element.start || address.end > element.end) return [];
  if (text.charAt(element.start) === '[') return markdownEdits(text, address, element);
  const before = /\s*href\s*=\s*["']?[\0-\x20]*$/i.exec(text.slice(element.start, address.start));
  if (before === null) return [];
  const quote = /["']/.exec(before[0])?.[0];
  const end = quote === undefined ? address.end : text.indexOf(quote, address.end) + 1;
  const start = element.start + before.index;
  return end <= start ? [] : [{ range: { start, end }, text: '' }];
}

function markdownEdits(text: string, address: TextRange, element: TextRange): readonly TextEdit[] {
  const middle = text.lastIndexOf('](', address.start);
  if (middle <= element.start) return [];
  return [
    { range: { start: element.start, end: element.start + 1 }, text: '' },
    { range: { start: middle, end: element.end }, text: '' },
  ];
}
