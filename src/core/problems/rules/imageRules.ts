import type { AnyRule } from '../rule';
import { imageBadDataUri } from './image/imageBadDataUri';
import { imageDataUriTooLarge } from './image/imageDataUriTooLarge';
import { imageEmpty } from './image/imageEmpty';
import { imageInsecure } from './image/imageInsecure';
import { imageLazyPlaceholder } from './image/imageLazyPlaceholder';
import { imageMalformedUrl } from './image/imageMalformedUrl';
import { imageMissingAlt } from './image/imageMissingAlt';
import { imageNotFound } from './image/imageNotFound';
import { imageOutsideArchive } from './image/imageOutsideArchive';
import { imageProxyWrapped } from './image/imageProxyWrapped';
import { imageStandIn } from './image/imageStandIn';
import { imageUnsupportedScheme } from './image/imageUnsupportedScheme';
import { imageBroken } from './image/imageBroken';
import { imageNotAnImage } from './image/imageNotAnImage';
import { imageTruncated } from './image/imageTruncated';
import { imageServerError } from './image/imageServerError';
import { imageRefused } from './image/imageRefused';
import { imageUnreachable } from './image/imageUnreachable';
import { imageMoved } from './image/imageMoved';
import { imageRedirectLoop } from './image/imageRedirectLoop';
import { imageRemotePlaceholder } from './image/imageRemotePlaceholder';

export const imageRules: readonly AnyRule[] = [
  imageEmpty,
  imageMalformedUrl,
  imageUnsupportedScheme,
  imageNotFound,
  imageOutsideArchive,
  imageLazyPlaceholder,
  imageStandIn,
  imageProxyWrapped,
  imageInsecure,
  imageMissingAlt,
  imageDataUriTooLarge,
  imageBadDataUri,
  imageBroken,
  imageNotAnImage,
  imageTruncated,
  imageServerError,
  imageRefused,
  imageUnreachable,
  imageMoved,
  imageRedirectLoop,
  imageRemotePlaceholder,
];
