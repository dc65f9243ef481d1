import * as vscode from 'vscode';
import type { ImageReference } from '../../../core/article/body/imageReference';
import { articleImages } from '../../../core/images/articleImages';
import { remoteAddress } from '../../../core/images/remote/remoteAddresses';
import type { CheckedArticle } from '../../../core/problems/checkedArticle';
import type { Services } from '../../services';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';

/** A remote image in its place. */
export interface PlacedImage {
  readonly image: ImageReference;
  readonly url: string;
}

export function placedImages(article: CheckedArticle): readonly PlacedImage[] {
  return articleImages(article).flatMap((image) => {
    const url = remoteAddress(article, image);
    return url === undefined ? [] : [{ image, url }];
  });
}

/** Which image a command is called on: the document, the address, and where that began. */
export type ImageArguments = readonly [document: vscode.Uri, url: string, start: number];

/** The image that a command is about, as the document stands now; undefined where it is not there any more. */
export async function wantedImage(
  [uri, url, start]: readonly unknown[],
  { archives, problems }: Services,
): Promise<(PlacedImage & { readonly checked: CheckedDocument }) | undefined> {
  if (!(uri instanceof vscode.Uri) || typeof url !== 'string' || typeof start !== 'number') return undefined;
  await archives.whenRead();
  const document = await vscode.workspace.openTextDocument(uri);
  const checked = await problems.documents.checkNow(document);
  if (checked === undefined) return undefined;
  // What was typed meanwhile may have moved it.
  const far = ({ image }: PlacedImage): number => Math.abs(image.range.start - start);
  const [nearest] = placedImages(checked.article)
    .filter((image) => image.url === url)
    .sort((a, b) => far(a) - far(b));
  return nearest && { ...nearest, checked };
}
