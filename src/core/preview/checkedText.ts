import type { Body } from '../article/body/body';
import { CheckedArticle } from '../problems/checkedArticle';
import { defaultCheckSettings } from '../problems/checkSettings';
import type { PreparationOptions } from './preparationOptions';

const noBody: Body = {
  kind: 'html',
  images: [],
  pictures: 0,
  links: [],
  leadingHeadings: [],
  active: [],
  words: 0,
  characters: 0,
};

/** A text as the checks of images look at it, without its body: what they know of images serves the preview too. */
export function checkedText(text: string, options: PreparationOptions): CheckedArticle {
  const { path, reading, imageFields, imageRoots, standInImages } = options;
  const settings = { ...defaultCheckSettings, reading, imageFields, imageRoots, standInImages };
  return new CheckedArticle({ path, text }, settings, {}, () => noBody);
}
