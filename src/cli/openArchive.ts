import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type ArchiveConfig,
  type ConfigFault,
  configPath,
  readArchiveConfig,
  sourcesPath,
} from '../core/archive/archiveConfig';
import { SourceNames } from '../core/article/sourceNames';
import type { ArchiveFiles } from '../core/host/archiveFiles';
import type { ArticleReader } from '../core/host/articleReader';
import type { Log } from '../core/host/log';
import { NodeArchiveFiles } from '../node/nodeArchiveFiles';
import { WorkerArticleReader } from '../node/workerArticleReader';
import { WorkerPool } from '../node/workerPool';
import { CannotRun, type CliHost } from './cliHost';
import { plainLine } from './plainLine';

/** The archive that a command was pointed at. */
export interface OpenArchive {
  readonly config: ArchiveConfig;
  readonly sources: SourceNames;
  readonly files: ArchiveFiles;
  readonly reader: ArticleReader;
}

/** Opens the archive in a folder for as long as it is used. A folder named to a command is always an archive. */
export async function withArchive<T>(
  folder: string,
  host: CliHost,
  use: (archive: OpenArchive) => Promise<T>,
): Promise<T> {
  const root = resolve(folder);
  await requireFolder(root, folder);
  const { config, faults } = readArchiveConfig(await textOf(root, configPath), systemZone());
  if (faults.length > 0) throw new CannotRun(`${configPath}: ${faults.map(describeFault).join('; ')}`);
  const sources = new SourceNames(parseSources(await textOf(root, sourcesPath)));

  const pool = new WorkerPool({ script: host.workerScript });
  const log = logTo(host);
  const files = new NodeArchiveFiles(root, pool, log);
  try {
    return await use({ config, sources, files, reader: new WorkerArticleReader(root, pool, files, log) });
  } finally {
    pool.dispose();
  }
}

async function requireFolder(root: string, folder: string): Promise<void> {
  const stats = await stat(root).catch((error: unknown) => {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CannotRun(isAbsent ? `${folder}: there is no such folder` : `${folder}: ${describe(error)}`);
  });
  if (!stats.isDirectory()) throw new CannotRun(`${folder}: not a folder`);
}

async function textOf(root: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotRun(`${path}: ${describe(error)}`);
  }
}

function parseSources(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CannotRun(`${sourcesPath}: not valid JSON (${describe(error)})`);
  }
}

function describeFault(fault: ConfigFault): string {
  switch (fault.kind) {
    case 'notJson':
      return `not valid JSON (${fault.detail})`;
    case 'wrongType': {
      const wanted = {
        object: 'an object',
        stringList: 'a list of texts, none empty',
        string: 'a text',
        list: 'a list',
        positiveNumber: 'a number above 0',
      };
      return fault.field === '' ? 'must hold an object' : `"${fault.field}" must be ${wanted[fault.expected]}`;
    }
    case 'unknownTimeZone':
      return `"${fault.field}": there is no time zone "${fault.value}"; write one such as "Asia/Shanghai"`;
    case 'unknownRule': {
      const meant = fault.closest === undefined ? '' : `; did you mean "${fault.closest}"?`;
      return `"${fault.field}": there is no rule "${fault.value}"${meant}`;
    }
    case 'unknownValue':
      return `"${fault.field}" must be one of ${fault.known.join(', ')}, not "${fault.value}"`;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function logTo({ error }: CliHost): Log {
  const write = (message: string): void => {
    error.write(`${plainLine(message)}\n`);
  };
  return { info: () => undefined, warn: write, error: write };
}
