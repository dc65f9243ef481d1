import * as vscode from 'vscode';
import type { ArticleEntry } from '../../src/core/article/articleEntry';
import type { ExtensionApi } from '../../src/extension/activate';
import type { Services } from '../../src/extension/services';
import type { Archive } from '../../src/extension/workspace/archives/archive';
import { eventually } from '../support/eventually';
import { type SampleFacts, sampleFacts } from './sampleFacts';

export type OpenSample = Services & { readonly archive: Archive };

/** What the extension as VS Code runs it hands to tests. */
export async function activated(): Promise<ExtensionApi> {
  const api = await theExtension().activate();
  if (api === undefined) throw new Error('The extension runs in production mode and hands out nothing.');
  return api;
}

export function theExtension(): vscode.Extension<ExtensionApi | undefined> {
  const extension = vscode.extensions.getExtension<ExtensionApi | undefined>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know marginalia.news-marginalia.');
  return extension;
}

/** The sample archive, read to the last body and at rest. */
export async function openSample(): Promise<OpenSample> {
  const { services } = await activated();
  await services.archives.start();
  // VS Code may open a workspace file before it has read which folders are in it.
  const archive = await eventually('an archive is open', () => services.archives.all[0]);
  await services.archives.whenRead();
  await eventually(
    'every body is read',
    () => archive.state === 'ready' && [...archive.index.entries()].every(hasBody),
  );
  return { ...services, archive };
}

function hasBody({ body, fault }: ArticleEntry): boolean {
  return body !== undefined || fault === 'notUtf8' || fault === 'cannotRead';
}

/** What the sample archive is known to hold. */
export async function knownSample(): Promise<SampleFacts> {
  const readme = vscode.Uri.joinPath(theExtension().extensionUri, 'test', 'fixtures', 'README.md');
  return sampleFacts(new TextDecoder().decode(await vscode.workspace.fs.readFile(readme)));
}

/** An archive as that README describes it. */
export function describeArchive(archive: Archive): SampleFacts {
  const articles = [...archive.index.entries()]
    .map((entry) => ({
      path: entry.path,
      title: entry.title,
      date: describeDate(entry),
      source: entry.source === undefined ? 'unknown' : archive.sources.resolve(entry.source).name,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const count = (values: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    articles,
    sources: count(articles.map(({ source }) => source)),
    years: count([...archive.index.entries()].map((entry) => yearOf(entry, archive.timeZone))),
  };
}

function describeDate({ date }: ArticleEntry): string {
  if (date.kind === 'read') return new Date(date.time).toISOString().replace('.000Z', 'Z');
  return date.kind === 'missing' ? 'none' : 'unreadable';
}

function yearOf(entry: ArticleEntry, timeZone: string): string {
  if (entry.date.kind !== 'read') return describeDate(entry);
  return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(entry.date.time);
}
