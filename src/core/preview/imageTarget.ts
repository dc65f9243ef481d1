import { dataUriFlaw } from '../images/dataUri';
import { readImageAddress } from '../images/imageAddress';
import { localPlace } from '../images/localPath';
import { standInMatcher } from '../images/standIns';
import type { PreparationOptions } from './preparationOptions';
import type { ImageTarget } from './preparedArticle';

/** Where the image of an address is. What a browser mends silently is mended here too. */
export function imageTarget(written: string, options: PreparationOptions): ImageTarget {
  const address = readImageAddress(written);
  switch (address.kind) {
    case 'empty':
      return { kind: 'none', reason: 'empty' };
    case 'data':
      return dataTarget(written.trim());
    case 'unsupported':
      return { kind: 'none', reason: 'unsupported' };
    case 'malformed': {
      const { flaw, mended } = address;
      const isMended = flaw === 'space' || flaw === 'lineBreak' || flaw === 'escape';
      // What is mended has no flaw of that kind any more.
      return isMended && mended !== undefined && mended !== written
        ? imageTarget(mended, options)
        : { kind: 'none', reason: 'malformed' };
    }
    case 'remote':
      return isStandIn(written, options) ? { kind: 'none', reason: 'standIn' } : { kind: 'remote', url: address.url };
    case 'local': {
      if (isStandIn(written, options)) return { kind: 'none', reason: 'standIn' };
      const place = localPlace(address.path, address.absolute, options.path, options.imageRoots);
      return place.kind === 'inside'
        ? { kind: 'local', candidates: place.candidates }
        : { kind: 'none', reason: 'outside' };
    }
  }
}

function isStandIn(written: string, { standInImages }: PreparationOptions): boolean {
  return standInMatcher(standInImages)(written.trim());
}

function dataTarget(written: string): ImageTarget {
  const url = written.replace(/[\t\n\r]+/g, '');
  return dataUriFlaw(url) === undefined ? { kind: 'data', url } : { kind: 'none', reason: 'badData' };
}
