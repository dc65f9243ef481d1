import { type ImageFault, locateImage } from '../images/locateImage';
import type { PreparationOptions } from './preparationOptions';
import type { ImageTarget } from './preparedArticle';

/** Where the image of a URL is. What a browser mends silently is mended here too. */
export function imageTarget(written: string, options: PreparationOptions): ImageTarget {
  const location = locateImage(written, options);
  switch (location.kind) {
    case 'none':
      return mendedTarget(location.fault, written, options) ?? { kind: 'none', reason: location.fault.kind };
    case 'data':
      return { kind: 'data', url: location.uri.replace(/[\t\n\r]+/g, '') };
    case 'remote':
      return { kind: 'remote', url: location.url };
    case 'local':
      return location;
  }
}

/** What is mended has no flaw of that kind any more. */
function mendedTarget(fault: ImageFault, written: string, options: PreparationOptions): ImageTarget | undefined {
  if (fault.kind !== 'malformed' || !['space', 'lineBreak', 'escape'].includes(fault.flaw)) return undefined;
  const { mended } = fault;
  return mended === undefined || mended === written ? undefined : imageTarget(mended, options);
}
