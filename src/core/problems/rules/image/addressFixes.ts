import type { ImageReference } from '../../../article/body/imageReference';
import { shortened } from '../../../article/shortened';
import { articleImages } from '../../../images/articleImages';
import { firstGoodAddress } from '../../../images/imageTrouble';
import { writeAddress } from '../../../images/writeAddress';
import type { Fix } from '../../../text/fix';
import { lineEnd, nextLine } from '../../../text/lineScan';
import { say } from '../../../text/message';
import type { TextEdit } from '../../../text/textEdit';
import type { CheckedArticle } from '../../checkedArticle';
import { removedField } from '../metadata/fieldEdits';

/** Long addresses would fill the menu. */
const longestShown = 80;

export function shown(address: string): string {
  return shortened(address, longestShown);
}

/** Another address in the place of one; nothing where that would change nothing. */
export function replacement(article: CheckedArticle, image: ImageReference, url: string): TextEdit | undefined {
  const text = writeAddress(url, image);
  return article.text.slice(image.range.start, image.range.end) === text ? undefined : { range: image.range, text };
}

/** Takes the image out; nothing where its element shows other things too. */
export function removal(article: CheckedArticle, image: ImageReference): Fix | undefined {
  const edit = removalEdit(article, image);
  return edit && { title: say('Remove the image'), edits: [edit], isGuess: true };
}

/** The article's first real image in the place of one that is none, or no image at all: a person has to choose. */
export function standInFixes(article: CheckedArticle, image: ImageReference): readonly Fix[] {
  const good = image.via === 'frontMatter' ? firstGoodAddress(article) : undefined;
  const edit = good === undefined ? undefined : replacement(article, image, good);
  const swap: readonly Fix[] =
    good === undefined || edit === undefined
      ? []
      : [{ title: say('Use the article’s first image: {0}', shown(good)), edits: [edit], isGuess: true }];
  return [...swap, ...[removal(article, image)].filter((fix) => fix !== undefined)];
}

function removalEdit(article: CheckedArticle, image: ImageReference): TextEdit | undefined {
  if (image.via === 'frontMatter') return removedValue(article, image);
  if (image.attribute === 'poster' || image.attribute === 'data-poster') return removedAttribute(article, image);
  const others = articleImages(article).filter(({ element }) => element.start === image.element.start);
  const isAlone = others.every(({ via }) => via === 'src' || via === 'lazy' || via === image.via);
  const isWhole = image.via === 'src' || image.via === 'markdown' || image.via === 'lazy';
  return isAlone && isWhole ? { range: image.element, text: '' } : undefined;
}

/** A field with all it holds, or of a list only the item, where that has a line of its own. */
function removedValue(article: CheckedArticle, { element }: ImageReference): TextEdit | undefined {
  const { fields, text } = article;
  const field = fields.all.find(({ lines }) => lines.start <= element.start && element.end <= lines.end);
  if (field === undefined || field.items.length < 2) return field && removedField(article, field);
  if (field.style !== 'list') return undefined;
  const start = text.lastIndexOf('\n', element.start - 1) + 1;
  const end = nextLine(text, lineEnd(text, element.end));
  const isOwnLine =
    /^[ \t]*-[ \t]+$/.test(text.slice(start, element.start)) && text.slice(element.end, end).trim() === '';
  return isOwnLine ? { range: { start, end }, text: '' } : undefined;
}

/** The video stays; it shows its own first picture. */
function removedAttribute({ text }: CheckedArticle, { element, range }: ImageReference): TextEdit | undefined {
  const before = /\s+[\w-]+\s*=\s*(["']?)\s*$/.exec(text.slice(element.start, range.start));
  if (before === null) return undefined;
  const quote = before[1] ?? '';
  const after = /^\s*/.exec(text.slice(range.end, element.end))?.[0].length ?? 0;
  const end = quote === '' ? range.end : range.end + after + 1;
  if (quote !== '' && text[end - 1] !== quote) return undefined;
  return { range: { start: element.start + before.index, end }, text: '' };
}
