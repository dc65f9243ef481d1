import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
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

/** Makes a copy again what it is a copy of, touching only what differs: whoever watches it hears of that alone. */
export async function makeAlike(copy: string, original: string): Promise<void> {
  const wanted = await filesIn(original);
  for (const path of await filesIn(copy)) {
    if (!wanted.has(path)) await rm(join(copy, path));
  }
  for (const path of wanted) {
    const [before, now] = await Promise.all([
      readFile(join(original, path)),
      readFile(join(copy, path)).catch(() => undefined),
    ]);
    if (now === undefined || !before.equals(now)) await cp(join(original, path), join(copy, path));
  }
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return new Set(entries.flatMap((one) => (one.isFile() ? [relative(folder, join(one.parentPath, one.name))] : [])));
}
