import type { ImageReference } from '../../article/body/imageReference';
import { articleImages, writtenAddress } from '../articleImages';
import type { ArticleWithImages, ImageKnowledge } from '../articleWithImages';
import { readImageAddress } from '../imageAddress';
import { wrappedAddress } from '../wrappedAddress';
import type { ImageVerdict } from './imageVerdict';
import type { RemoteImage } from './remoteImage';

/** The address that a browser would ask for an image; undefined for one that is not remote, or not well written. */
export function remoteAddress(article: ArticleWithImages, image: ImageReference): string | undefined {
  const address = readImageAddress(writtenAddress(article, image));
  if (address.kind !== 'remote') return undefined;
  const fragment = address.url.indexOf('#');
  return fragment === -1 ? address.url : address.url.slice(0, fragment);
}

/** All remote images of an article, of its front matter and of its body, each address once. */
export function remoteImages(article: ArticleWithImages): readonly RemoteImage[] {
  const urls = new Set<string>();
  for (const image of articleImages(article)) {
    const url = remoteAddress(article, image);
    if (url !== undefined) urls.add(url);
  }
  if (urls.size === 0) return [];
  const site = siteOf(article);
  return [...urls].map((url) => ({ url, ...(site === undefined ? {} : { site }) }));
}

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
      if (each === url && verdict.kind !== 'ok' && verdict.kind !== 'skipped') isFine = false;
    }
  }
  return isFine ? {} : { remoteImages: known };
}

/** The front door of whoever published the article, without saying which article it was. */
function siteOf(article: ArticleWithImages): string | undefined {
  const link = article.entry.link ?? article.body.originalLink;
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { protocol, origin } = new URL(link);
  return protocol === 'http:' || protocol === 'https:' ? `${origin}/` : undefined;
}
