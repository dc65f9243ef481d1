import { withLowerCaseKeys } from '../../../article/fieldValue';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';

export type Metadata = Readonly<Record<string, unknown>>;

/** The fields of an article; undefined where they cannot be read as a whole, which is another rule's problem. */
export function metadataOf({ block, frontMatter }: CheckedArticle): Metadata | undefined {
  const { data, fault } = frontMatter;
  if (block.kind === 'none' || fault !== undefined) return undefined;
  return withLowerCaseKeys(data);
}

/** The place of what the front matter lacks: its opening fence, or the brace that JSON starts with. */
export function openingOf({ block, text }: CheckedArticle): TextRange {
  if (block.kind === 'none') return firstLine(text, block.leading.end);
  return block.open.end > block.open.start
    ? block.open
    : { start: block.content.start, end: Math.min(text.length, block.content.start + 1) };
}

function firstLine(text: string, start: number): TextRange {
  const length = text.slice(start, start + 1000).search(/[\r\n]|$/);
  return { start, end: start + Math.max(length, 0) };
}
