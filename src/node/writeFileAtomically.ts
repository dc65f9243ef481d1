import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

type Contents = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

/**
 * Writes a file so that whoever reads it sees either all of the old or all of the new contents, also after a crash. The
 * folder must be there. A link is written through, the mode of an existing file is kept.
 */
export async function writeFileAtomically(path: string, contents: Contents): Promise<void> {
  const target = await existing(realpath(path), path);
  const mode = await existing(
    stat(target).then((stats) => stats.mode & 0o7777),
    undefined,
  );
  // A name may be as long as the system allows already.
  const temporary = join(dirname(target), `.${randomBytes(12).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', mode ?? 0o666);
  try {
    try {
      // The mode given to `open` is narrowed by the umask.
      if (mode !== undefined) await handle.chmod(mode);
      await write(handle, contents);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function write(handle: FileHandle, contents: Contents): Promise<void> {
  if (typeof contents === 'string' || contents instanceof Uint8Array) await handle.writeFile(contents);
  else for await (const part of contents) await handle.appendFile(part);
}

async function existing<T, E>(found: Promise<T>, absent: E): Promise<T | E> {
  try {
    return await found;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return absent;
    throw error;
  }
}

/** Windows refuses while somebody, often a virus scanner, has the target open for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isPassing = process.platform === 'win32' && hasCode(error, 'EPERM', 'EACCES', 'EBUSY');
      if (!isPassing || wait > 1000) throw error;
      await delay(wait);
    }
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}
