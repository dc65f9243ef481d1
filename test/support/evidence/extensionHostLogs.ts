import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Log {
  readonly name: string;
  readonly text: string;
}

/**
 * The logs of extension hosts, with what extensions wrote into channels of their own, below the log folder of a VS Code:
 * those that were written to after `since`, oldest first.
 */
export function extensionHostLogs(folder: string, since = 0): readonly Log[] {
  return logFilesIn(folder)
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .filter(({ time }) => time >= since)
    .sort((a, b) => a.time - b.time)
    .map(({ path }) => ({ name: `${basename(dirname(path))}/${basename(path)}`, text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text.trim() !== '');
}

function logFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.log$/.test(entry.name) && /exthost/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // A VS Code that has not come so far has no logs.
    return [];
  }
}
