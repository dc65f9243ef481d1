import type { TextRange } from '../../text/textRange';

const address = /\bhttps?:\/\/[^\s<>"'`\\^{|}，。、；：！？（）【】「」『』《》“”‘’]+/gi;

/** Web addresses that stand in text without any mark-up, which most Markdown readers make links of. */
export function bareAddresses(text: string): readonly TextRange[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(address)].map(({ index, 0: found }) => ({ start: index, end: index + lengthOf(found) }));
}

/** Without the punctuation of the sentence around it, and without brackets that were opened before it. */
function lengthOf(found: string): number {
  let unopened = found.split(')').length - found.split('(').length;
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened--;
    else if (!'.,;:!?*_~'.includes(last)) break;
  }
  return end;
}
