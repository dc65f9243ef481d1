import type { ImageKnowledge } from '../articleWithImages';
import { wrappedAddress } from '../wrappedAddress';
import { type ImageVerdict, isProblem } from './imageVerdict';
import type { RemoteImage } from './remoteImage';

/** Other addresses under which the same image may be had, to be looked at where its own does not work. */
export function siblingAddresses(url: string): readonly string[] {
  const wrapped = wrappedAddress(url);
  const own = url.startsWith('http:') ? [`https:${url.slice('http:'.length)}`] : [];
  return wrapped === undefined ? own : [...own, wrapped];
}

/** What is known of an article's remote images, as its rules are to know it; nothing where nothing is amiss. */
export function remoteKnowledge(
  images: readonly RemoteImage[],
  verdictOf: (url: string) => ImageVerdict | undefined,
): Pick<ImageKnowledge, 'remoteImages'> {
  const known: Record<string, ImageVerdict> = {};
  let isFine = true;
  for (const { url } of images) {
    for (const each of [url, ...siblingAddresses(url)]) {
      const verdict = verdictOf(each);
      if (verdict === undefined) continue;
      known[each] = verdict;
      if (each === url && isProblem(verdict)) isFine = false;
    }
  }
  return isFine ? {} : { remoteImages: known };
}
