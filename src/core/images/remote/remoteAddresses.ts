import type { ImageReference } from '../../article/body/imageReference';
import { articleImages, writtenAddress } from '../articleImages';
import type { ArticleWithImages } from '../articleWithImages';
import { readImageAddress } from '../imageAddress';
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

/** The front door of whoever published the article, without saying which article it was. */
function siteOf(article: ArticleWithImages): string | undefined {
  const link = article.entry.link ?? article.body.originalLink;
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { protocol, origin } = new URL(link);
  return protocol === 'http:' || protocol === 'https:' ? `${origin}/` : undefined;
}
