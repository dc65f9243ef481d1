import { rmSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onExit, onVeryEnd } from './onExit';

/** A folder that is gone with `remove`, or at the latest with this process. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function temporaryFolder(name = 'files'): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `marginalia-${name}-`)));
  // Windows keeps files of a process that has just ended locked for a moment.
  const removeAll = () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  const forget = onExit(removeAll);
  const forgetLastResort = onVeryEnd(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    async remove() {
      forget();
      forgetLastResort();
      await removeAll();
    },
  };
}

/** A copy of `folder` under its own name, for tests that write to it. */
export async function copyOf(folder: string): Promise<TemporaryFolder> {
  const parent = await temporaryFolder('copy');
  const path = join(parent.path, basename(folder));
  await cp(folder, path, { recursive: true });
  return { path, remove: () => parent.remove() };
}
