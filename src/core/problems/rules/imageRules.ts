import type { AnyRule } from '../rule';
import { imageBadDataUri } from './image/imageBadDataUri';
import { imageBroken } from './image/imageBroken';
import { imageDataUriTooLarge } from './image/imageDataUriTooLarge';
import { imageEmpty } from './image/imageEmpty';
import { imageInsecure } from './image/imageInsecure';
import { imageLazyPlaceholder } from './image/imageLazyPlaceholder';
import { imageMalformedUrl } from './image/imageMalformedUrl';
import { imageMissingAlt } from './image/imageMissingAlt';
import { imageMoved } from './image/imageMoved';
import { imageNotAnImage } from './image/imageNotAnImage';
import { imageNotFound } from './image/imageNotFound';
import { imageOutsideArchive } from './image/imageOutsideArchive';
import { imageProxyWrapped } from './image/imageProxyWrapped';
import { imageRedirectLoop } from './image/imageRedirectLoop';
import { imageRefused } from './image/imageRefused';
import { imageRemotePlaceholder } from './image/imageRemotePlaceholder';
import { imageServerError } from './image/imageServerError';
import { imageStandIn } from './image/imageStandIn';
import { imageTruncated } from './image/imageTruncated';
import { imageUnreachable } from './image/imageUnreachable';
import { imageUnsupportedScheme } from './image/imageUnsupportedScheme';

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
