import { calendarDay } from './calendarTime';

/** A day that a file's path names. */
export interface PathDate {
  /** As written. */
  readonly text: string;
  /** The day's first instant as if it were UTC's. */
  readonly local: number;
  readonly from: 'fileName' | 'folder';
}

/** `2021-10-28`, `20211028`, `2021_10_28`, `2021年10月28日` at the start of a file name. */
const leadingDate = /^((?:19|20)\d{2})(?:([-_.]?)(\d{2})\2(\d{2})|[-_.年](\d{1,2})[-_.月](\d{1,2})日?)(?!\d)/;
/** `2021/10/28`, `2021-10/28`, `2021/10-28`, `20211028` as folders. Year and month alone are too coarse. */
const folderDate = /(?:^|\/)((?:19|20)\d{2})(?:[-_./年](\d{1,2})[-_./月](\d{1,2})日?|(\d{2})(\d{2}))(?=\/|$)/g;

/** The day that the file's name starts with, else the one that its folders name. */
export function readPathDate(path: string): PathDate | undefined {
  const nameStart = path.lastIndexOf('/') + 1;
  const match = leadingDate.exec(path.slice(nameStart, nameStart + 16));
  if (match !== null) {
    const local = calendarDay(Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]));
    if (local !== undefined) return { text: match[0], local, from: 'fileName' };
  }
  return nameStart === 0 ? undefined : readFolders(path.slice(0, nameStart - 1));
}

function readFolders(folder: string): PathDate | undefined {
  let found: PathDate | undefined;
  for (const match of folder.matchAll(folderDate)) {
    const local = calendarDay(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]));
    if (local !== undefined) found = { text: match[0].replace(/^\//, ''), local, from: 'folder' };
  }
  return found;
}

/** A file's name without its folders, its extension, and a date before what it really says. */
export function nameOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const date = leadingDate.exec(stem);
  if (
    date === null ||
    calendarDay(Number(date[1]), Number(date[3] ?? date[5]), Number(date[4] ?? date[6])) === undefined
  )
    return stem;
  return stem.slice(date[0].length).replace(/^[\s\-_.,:]+/, '') || stem;
}
