import { join } from 'node:path';
import { projectRoot } from '../projectRoot';

/** Where a run leaves what it made: its report, pictures, and what explains failures. Nothing of it is kept by git. */
export const resultsFolder = join(projectRoot, '.test-results');

/** A file or folder name of any title; not too long for a file system that counts bytes. */
export function fileNameOf(title: string): string {
  return title.replace(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 80);
}

/** Where a picture of the name is kept, for a person to look at. */
export function pictureFile(name: string): string {
  return join(resultsFolder, 'pictures', `${fileNameOf(name)}.png`);
}
