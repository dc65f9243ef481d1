import type { FileStamp } from '../core/host/archiveFiles';
import type { Log } from '../core/host/log';
import { ThreadEnded } from './parseThread';

/** Work on many files that is given to threads a few files at a time. */
export interface FileJobs<T> {
  /** So many that messages cost little beside the work, so few that all threads finish at about the same time. */
  readonly filesPerJob: number;
  readonly threads: number;
  readonly log: Log;
  run(files: readonly FileStamp[]): Promise<T>;
  /** Stands in for the result of a file over which threads die. */
  failed(file: FileStamp, detail: string): T;
}

/** Does all jobs; a file in which a thread dies or hangs is left out, and tried once more by itself. */
export async function runFileJobs<T>(files: readonly FileStamp[], jobs: FileJobs<T>): Promise<readonly T[]> {
  const results: (readonly T[])[] = [];
  const pieces = [...chunks(files, jobs.filesPerJob)].entries();
  // One job in every thread and no more, so that work that takes long leaves room for other work.
  const worker = async (): Promise<void> => {
    for (const [index, piece] of pieces) results[index] = await runPiece(piece, jobs);
  };
  await Promise.all(Array.from({ length: jobs.threads }, worker));
  return results.flat();
}

async function runPiece<T>(files: readonly FileStamp[], jobs: FileJobs<T>): Promise<readonly T[]> {
  const results: T[] = [];
  const suspects: FileStamp[] = [];
  let left = files;
  while (left.length > 0) {
    const ended = await runUnlessEnded(left, jobs, results);
    if (ended === undefined) break;
    const suspect = left[ended.file] ?? left[0];
    if (suspect !== undefined) suspects.push(suspect);
    left = left.filter((file) => file !== suspect);
    jobs.log.warn(`A parse worker ended in ${suspect?.path} (${ended.message}); ${left.length} files are read again.`);
  }
  for (const file of suspects) {
    const ended = await runUnlessEnded([file], jobs, results);
    if (ended !== undefined) results.push(jobs.failed(file, detailOf(ended)));
  }
  return results;
}

/** Puts the result with the others, or says how the thread ended. */
async function runUnlessEnded<T>(
  files: readonly FileStamp[],
  jobs: FileJobs<T>,
  results: T[],
): Promise<ThreadEnded | undefined> {
  try {
    results.push(await jobs.run(files));
    return undefined;
  } catch (error) {
    if (error instanceof ThreadEnded) return error;
    throw error;
  }
}

function detailOf({ hung, message }: ThreadEnded): string {
  return hung ? 'takes too long to read' : `reading it ended the parse worker: ${message}`;
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[], void> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
