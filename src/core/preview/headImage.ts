import { articleImages } from '../images/articleImages';
import { checkedText } from './checkedText';
import type { ImageList } from './imageList';
import { imageTarget } from './imageTarget';
import type { PreparationOptions } from './preparationOptions';

/** Adds the first image of front matter that can be shown, else the first, and gives its `id`. */
export function headImage(text: string, images: ImageList, options: PreparationOptions): number | undefined {
  const found = articleImages(checkedText(text, options)).map(({ url, range }) => ({
    target: imageTarget(url, options),
    range,
  }));
  const best = found.find(({ target }) => target.kind !== 'none') ?? found[0];
  return best && images.add(best.target, '', best.range)?.id;
}
