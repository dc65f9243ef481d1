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

/** Does all jobs, a file that kills its thread apart from the others. The results are in the order of the files. */
export async function runFileJobs<T>(files: readonly FileStamp[], jobs: FileJobs<T>): Promise<readonly T[]> {
  const results: (readonly T[])[] = [];
  const pieces = [...chunks(files, jobs.filesPerJob)].entries();
  // One job in every thread and no more, so that work that takes long leaves room for other work.
  const worker = async (): Promise<void> => {
    for (const [index, piece] of pieces) results[index] = await runTwice(piece, jobs);
  };
  await Promise.all(Array.from({ length: jobs.threads }, worker));
  return results.flat();
}

async function runTwice<T>(files: readonly FileStamp[], jobs: FileJobs<T>): Promise<readonly T[]> {
  try {
    return [await jobs.run(files)];
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
    jobs.log.warn(`A parse worker ended (${error.message}); its ${files.length} files are read again.`);
  }
  try {
    return [await jobs.run(files)];
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
  }
  const results: T[] = [];
  for (const file of files) results.push(await runAlone(file, jobs));
  return results;
}

async function runAlone<T>(file: FileStamp, jobs: FileJobs<T>): Promise<T> {
  try {
    return await jobs.run([file]);
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
    return jobs.failed(file, `reading it ended the parse worker: ${error.message}`);
  }
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[], void> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
