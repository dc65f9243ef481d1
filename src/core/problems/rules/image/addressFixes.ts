import type { ImageReference } from '../../../article/body/imageReference';
import { articleImages } from '../../../images/articleImages';
import { firstGoodImage } from '../../../images/imageTrouble';
import { writeAddress } from '../../../images/writeAddress';
import type { CheckedArticle } from '../../checkedArticle';
import type { Fix, TextEdit } from '../../fix';
import { say } from '../../message';

/** Long addresses would fill the menu. */
const longestShown = 80;

export function shown(address: string): string {
  return address.length > longestShown ? `${address.slice(0, longestShown - 1)}…` : address;
}

/** The image whose address stands at a place. */
export function imageAt(article: CheckedArticle, start: number): ImageReference | undefined {
  return articleImages(article).find(({ range, element }) => range.start === start || element.start === start);
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
  const good = image.via === 'frontMatter' ? firstGoodImage(article) : undefined;
  const edit = good && replacement(article, image, good.url);
  const swap: readonly Fix[] =
    good === undefined || edit === undefined
      ? []
      : [{ title: say('Use the article’s first image: {0}', shown(good.url)), edits: [edit], isGuess: true }];
  return [...swap, ...[removal(article, image)].filter((fix) => fix !== undefined)];
}

function removalEdit(article: CheckedArticle, image: ImageReference): TextEdit | undefined {
  if (image.via === 'frontMatter') {
    const field = article.fields.all.find(({ range }) => range.start === image.element.start);
    return field && { range: field.lines, text: '' };
  }
  const others = articleImages(article).filter(({ element }) => element.start === image.element.start);
  const isAlone = others.every(({ via }) => via === 'src' || via === 'lazy' || via === image.via);
  const isWhole = image.via === 'src' || image.via === 'markdown' || image.via === 'lazy';
  return isAlone && isWhole ? { range: image.element, text: '' } : undefined;
}
