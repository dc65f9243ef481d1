import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InlineArticleReader } from '../core/archive/inlineArticleReader';
import type { ArticleReader } from '../core/article/articleReader';
import { SourceNames } from '../core/article/sourceNames';
import { type ArchiveConfig, configPath, readArchiveConfig, sourcesPath } from '../core/config/archiveConfig';
import type { ArchiveFiles } from '../core/host/archiveFiles';
import type { Log } from '../core/host/log';
import type { PlaceInLines } from '../core/problems/detailedFile';
import { errorText } from '../core/text/errorText';
import { faultMessage } from '../core/text/json/faultMessage';
import { faultPlace, type JsonFault, readJson } from '../core/text/json/jsonFault';
import { LineIndex } from '../core/text/lineIndex';
import { inEnglish } from '../core/text/message';
import type { TextRange } from '../core/text/textRange';
import { NodeArchiveFiles } from '../node/nodeArchiveFiles';
import { WorkerArticleChecker } from '../node/workerArticleChecker';
import { WorkerArticleReader } from '../node/workerArticleReader';
import { WorkerPool } from '../node/workerPool';
import { CannotRun, type CliHost } from './cliHost';
import { plainLine } from './plainLine';

/** The archive that a command was pointed at. */
export interface OpenArchive {
  readonly root: string;
  readonly config: ArchiveConfig;
  readonly sources: SourceNames;
  readonly files: ArchiveFiles;
  readonly reader: ArticleReader;
  readonly checker: WorkerArticleChecker;
  /** Rules that the configuration names and that do not exist. */
  readonly unknownRules: readonly UnknownRule[];
}

/** A rule that does not exist, and where the configuration names it. */
export interface UnknownRule {
  readonly id: string;
  readonly closest?: string;
  readonly range: TextRange;
  readonly place: PlaceInLines;
}

/** Opens the archive in a folder for as long as it is used. A folder named to a command is always an archive. */
export async function withArchive<T>(
  folder: string,
  host: CliHost,
  use: (archive: OpenArchive) => Promise<T>,
): Promise<T> {
  const root = resolve(folder);
  await requireFolder(root, folder);
  const text = await textOf(root, configPath);
  const { config, faults } = readArchiveConfig(text, systemZone());
  refuseFaults(
    faults.filter(({ kind }) => kind !== 'unknownRule'),
    host,
  );
  const sources = new SourceNames(parseSources(await textOf(root, sourcesPath)));

  const pool = host.pool ?? new WorkerPool({ script: host.workerScript });
  const log = logTo(host);
  const files = new NodeArchiveFiles(root, pool, log);
  try {
    return await use({
      root,
      config,
      sources,
      files,
      reader: new WorkerArticleReader(root, pool, new InlineArticleReader(files), log),
      checker: new WorkerArticleChecker(root, pool, log),
      unknownRules: faults.flatMap((fault) => unknownRule(fault, text ?? '') ?? []),
    });
  } finally {
    if (pool !== host.pool) pool.dispose();
  }
}

/** What a configuration says in vain must not go unheard where nobody looks at a screen. */
export function refuseFaults(faults: readonly JsonFault[], host: CliHost): void {
  const isLeftOut = ({ kind }: JsonFault): boolean => kind === 'unusablePattern' || kind === 'unusableGlob';
  const refused = faults.filter((fault) => !isLeftOut(fault));
  if (refused.length > 0) throw new CannotRun(`${configPath}: ${refused.map(sentence).join(' ')}`);
  // The rest of the configuration means what it meant without them.
  const log = logTo(host);
  for (const fault of faults) log.warn(`${configPath}: ${sentence(fault)} It is left out.`);
}

function unknownRule(fault: JsonFault, text: string): UnknownRule | undefined {
  if (fault.kind !== 'unknownRule') return undefined;
  const range = faultPlace(text, fault);
  const lines = new LineIndex(text);
  return {
    id: fault.value,
    ...(fault.closest === undefined ? {} : { closest: fault.closest }),
    range,
    place: { start: lines.positionOf(range.start), end: lines.positionOf(range.end) },
  };
}

async function requireFolder(root: string, folder: string): Promise<void> {
  const stats = await stat(root).catch((error: unknown) => {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CannotRun(isAbsent ? `${folder}: there is no such folder` : `${folder}: ${errorText(error)}`);
  });
  if (!stats.isDirectory()) throw new CannotRun(`${folder}: not a folder`);
}

async function textOf(root: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotRun(`${path}: ${errorText(error)}`);
  }
}

function parseSources(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const { value, fault } = readJson(text);
  if (fault !== undefined) throw new CannotRun(`${sourcesPath}: ${sentence(fault)}`);
  return value;
}

function sentence(fault: JsonFault): string {
  return inEnglish(faultMessage(fault));
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
