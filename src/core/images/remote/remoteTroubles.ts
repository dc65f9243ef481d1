import type { ImageReference } from '../../article/body/imageReference';
import { articleImages } from '../articleImages';
import type { ArticleWithImages } from '../articleWithImages';
import { troubledImages } from '../imageTrouble';
import { lazyAddresses } from '../lazyAddresses';
import { standInMatcher } from '../standIns';
import { isProblem, type UrlVerdict } from './imageVerdict';
import { remoteAddress } from './remoteAddresses';

/** A remote image of an article, and the verdict on it. */
export interface JudgedImage extends UrlVerdict {
  readonly image: ImageReference;
}

const known = new WeakMap<ArticleWithImages, readonly JudgedImage[]>();
const none: readonly JudgedImage[] = [];

/** The remote images of an article that there is a verdict on, also those that are as they should be. */
export function judgedImages(article: ArticleWithImages): readonly JudgedImage[] {
  const verdicts = article.knowledge.remoteImages;
  if (verdicts === undefined) return none;
  let judged = known.get(article);
  if (judged === undefined) {
    judged = articleImages(article).flatMap((image) => {
      const url = remoteAddress(article, image);
      const verdict = url !== undefined && Object.hasOwn(verdicts, url) ? verdicts[url] : undefined;
      return url === undefined || verdict === undefined ? [] : [{ image, url, verdict }];
    });
    known.set(article, judged);
  }
  return judged;
}

/** Those that something is wrong with, and that no rule about how an address is written tells of already. */
export function remoteTroubles(article: ArticleWithImages): readonly JudgedImage[] {
  const judged = judgedImages(article).filter(({ verdict }) => isProblem(verdict));
  if (judged.length === 0) return none;
  const told = new Set<ImageReference>();
  for (const { image, trouble } of troubledImages(article)) {
    if (trouble.kind !== 'insecure' && trouble.kind !== 'wrapped') told.add(image);
  }
  const { silent } = lazyAddresses(article, articleImages(article), standInMatcher(article.settings.standInImages));
  const places = new Set<number>();
  return judged.filter(({ image }) => {
    // Two images may share one Markdown definition: its address is told of once.
    if (told.has(image) || silent.has(image) || places.has(image.range.start)) return false;
    places.add(image.range.start);
    return true;
  });
}
