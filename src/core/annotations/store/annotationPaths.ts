import { stableHash } from '../../text/stableHash';

/** Below this folder of the archive its annotations are kept. */
export const annotationsFolder = '.marginalia/annotations';

const extension = '.jsonld';
/** Annotations on sources belong to no article. No article is in a folder of this name. */
const sourcesFolder = '.sources';
const longest = 80;

/** Whose annotations a file holds, and on which article; `article` is undefined for those on sources. */
export interface AnnotationFile {
  readonly article: string | undefined;
  readonly path: string;
}

/** Where a person's annotations on an article are kept. Undefined where the article's path leads out of the archive. */
export function annotationPath(article: string | undefined, creator: string): string | undefined {
  const folder = article === undefined ? sourcesFolder : article;
  if (article !== undefined && !isInside(article)) return undefined;
  return `${annotationsFolder}/${folder}/${fileNameOf(creator)}${extension}`;
}

/** What a path below the archive holds annotations of; undefined where it holds none. */
export function annotationFileOf(path: string): AnnotationFile | undefined {
  if (!path.startsWith(`${annotationsFolder}/`) || !path.endsWith(extension)) return undefined;
  const steps = path.slice(annotationsFolder.length + 1).split('/');
  const name = steps.pop() ?? '';
  if (steps.length === 0 || name.startsWith('.')) return undefined;
  const folder = steps.join('/');
  if (folder === sourcesFolder) return { article: undefined, path };
  return isInside(folder) && steps[0] !== sourcesFolder ? { article: folder, path } : undefined;
}

/** The folder with the annotations of one article. */
export function annotationsFolderOf(article: string): string | undefined {
  return isInside(article) ? `${annotationsFolder}/${article}` : undefined;
}

/** Where a file that cannot be read is kept beside the one that takes its place. */
export function brokenPathOf(path: string, contents: string): string {
  return `${path.slice(0, -extension.length)}.broken-${stableHash(contents)}.txt`;
}

function isInside(path: string): boolean {
  if (path === '' || /[\0\\]/.test(path) || /^[a-z]:/i.test(path)) return false;
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

/**
 * A person's name as the name of a file: readable, on every system, for whatever is typed as a name. Different names have
 * different file names, but for case where the system ignores that.
 */
export function fileNameOf(creator: string): string {
  const name = creator.normalize('NFC').trim();
  const safe = name.replace(/[^\p{L}\p{M}\p{N} _\-.@]/gu, escaped).replace(/^[. ]|[. ]$/g, escaped);
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe) || safe === '';
  if (!isReserved && safe.length <= longest) return safe;
  return `${[...safe]
    .slice(0, longest / 2)
    .join('')
    .replace(/[. ]$/, '')}~${stableHash(name)}`;
}

function escaped(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
