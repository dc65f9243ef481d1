import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { ArticleSearch } from '../../../src/core/archive/articleSearch';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import type { ExtensionApi } from '../../../src/extension/activate';
import type { Services } from '../../../src/extension/services';
import type { Archive } from '../../../src/extension/workspace/archives/archive';
import type { ArticleTrees } from '../../../src/extension/workspace/archives/articleTrees';
import { eventually } from '../../support/eventually';
import { median } from '../table/median';
import { hostFiguresMark } from './hostFiguresMark';

const rounds = 15;
const patience = 600_000;
const mostTouched = 5000;

const sentence =
  '<p style="margin: 0px">清晨的渡轮从北湾出发，<b>载着</b>第一批<a href="https://example.com/a">上班的人</a>；风从东面来。</p>\n';
/** Of 679 KB, as the longest of a real archive. */
const longArticle = `---\ntitle: Long\nsource: Bench\ndate: 2031-04-05\n---\n\n<div>${sentence.repeat(Math.ceil(679_000 / Buffer.byteLength(sentence)))}</div>\n`;

/** Runs as the tests of the extension in a real extension host, whose workspace is the archive, and prints figures. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  const heapBefore = needed();
  const memoryBefore = process.memoryUsage().rss / 1e6;
  const peak = { heap: 0, memory: 0 };
  const memoryPeakSince = (): number => {
    const { memory } = peak;
    peak.memory = 0;
    return memory;
  };
  const sampling = setInterval(() => {
    const { heapUsed, rss } = process.memoryUsage();
    peak.heap = Math.max(peak.heap, heapUsed / 1e6);
    peak.memory = Math.max(peak.memory, rss / 1e6);
  }, 20);
  let savedAt = 0;
  // Listens before the extension does, so that it hears of it first.
  vscode.workspace.onDidSaveTextDocument(() => {
    savedAt = performance.now();
  });
  const start = performance.now();
  const { services } = await extension.activate();
  await services.archives.whenRead();
  const tree = performance.now() - start;
  const [archive] = services.archives.all;
  if (archive?.state !== 'ready') throw new Error(`The archive is ${archive?.state}: ${archive?.failure}`);
  await eventually('every body is read', () => isBodyOfEachRead(archive), patience);
  const bodies = performance.now() - start;
  const checks = services.problems.checksOf(archive);
  await eventually('every article is checked', () => checks?.progress === undefined, patience);
  const checked = performance.now() - start;
  const heapPeak = peak.heap;
  const memoryPeak = memoryPeakSince();
  await touch(archive, () => checks?.progress === undefined);
  const memoryTouched = memoryPeakSince();
  clearInterval(sampling);
  const figures = {
    articles: archive.index.size,
    tree,
    bodies,
    checked,
    withProblems: archive.problems.articles,
    heapBefore,
    memoryBefore,
    heapPeak,
    memoryPeak,
    memoryTouched,
    heap: needed(),
    ...(await previews(archive, services)),
    ...(await updates(archive, services.trees, () => savedAt)),
    ...(await search(archive)),
  };
  console.log(hostFiguresMark + JSON.stringify(figures));
}

/** Makes no list of what may be 50,000 articles: it is asked often, and what it leaves is measured too. */
function isBodyOfEachRead({ index }: Archive): boolean {
  for (const { body, fault } of index.entries()) if (body === undefined && fault === undefined) return false;
  return true;
}

/** As when a branch is switched: thousands of files are others now. Resolves when all of them are read and checked again. */
async function touch({ folder, index }: Archive, isChecked: () => boolean): Promise<void> {
  const touched = [...index.entries()].slice(0, Math.min(mostTouched, index.size / 2));
  for (const { path } of touched) {
    const file = join(folder.uri.fsPath, path);
    // As it is: a new stamp alone is no event to every watcher.
    await writeFile(file, await readFile(file));
  }
  const isReadAgain = ({ path, mtime }: ArticleEntry): boolean => index.get(path)?.mtime !== mtime;
  await eventually('what was touched is read and checked', () => touched.every(isReadAgain) && isChecked(), patience);
}

/** From the choice of a long article until what its preview shows is made: while all others are checked, and at rest. */
async function previews(archive: Archive, services: Services): Promise<Readonly<Record<string, number>>> {
  const [busy, idle] = ['busy', 'idle'].map((name) => `bench-${name}-${randomUUID()}.md`);
  const fileOf = (path = ''): string => join(archive.folder.uri.fsPath, path);
  const checks = services.problems.checksOf(archive);
  const isAtRest = (): boolean => checks?.progress === undefined;
  const { reading, imageFields, imageRoots, standInImages } = archive.checkSettings;
  const open = async (path = ''): Promise<number> => {
    const start = performance.now();
    const document = await vscode.workspace.openTextDocument(fileOf(path));
    await services.prepareArticle(document.getText(), { path, reading, imageFields, imageRoots, standInImages });
    return performance.now() - start;
  };
  try {
    for (const path of [busy, idle]) await writeFile(fileOf(path), longArticle);
    services.problems.checkAll();
    const previewBusy = await open(busy);
    if (isAtRest()) throw new Error('All was checked before the preview was made: there are too few articles.');
    await eventually('all is checked again', isAtRest, patience);
    return { previewBusy, previewIdle: await open(idle) };
  } finally {
    for (const path of [busy, idle]) await rm(fileOf(path), { force: true });
  }
}

/** From the moment a file is saved, in VS Code and outside of it, to the change of the tree. */
async function updates(
  archive: Archive,
  trees: ArticleTrees,
  savedAt: () => number,
): Promise<Readonly<Record<string, number>>> {
  const name = `bench-${randomUUID()}.md`;
  const path = join(archive.folder.uri.fsPath, name);
  const text = (title: string) => `---\ntitle: ${title}\nsource: Bench\ndate: 2031-04-05\n---\nText\n`;
  const shows = (title: string) => eventually(title, () => archive.index.get(name)?.title === title, patience);
  const outside: number[] = [];
  const saved: number[] = [];
  const saving: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const shown = nextChange(trees);
      const start = performance.now();
      await writeFile(path, text(`Outside ${round}`));
      outside.push((await shown) - start);
      await shows(`Outside ${round}`);
    }
    const document = await vscode.workspace.openTextDocument(path);
    for (let round = 0; round < rounds; round++) {
      const edit = new vscode.WorkspaceEdit();
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(document.uri, all, text(`Saved ${round}`));
      await vscode.workspace.applyEdit(edit);
      const shown = nextChange(trees);
      const start = performance.now();
      await document.save();
      saving.push((await shown) - start);
      // On a busy machine the watcher can be faster than the event of the save: nobody waited then.
      saved.push(Math.max(0, (await shown) - savedAt()));
      await shows(`Saved ${round}`);
    }
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(path, { force: true });
  }
  return { outside: median(outside), saved: median(saved), saving: median(saving) };
}

function nextChange(trees: ArticleTrees): Promise<number> {
  return new Promise((resolve) => {
    const listening = trees.onDidChange(() => {
      listening.dispose();
      resolve(performance.now());
    });
  });
}

/** What Go to Article does when it opens, and for each key. */
async function search(archive: Archive): Promise<Readonly<Record<string, number>>> {
  const found = new ArticleSearch<ArticleEntry>();
  const start = performance.now();
  const { timeZone, sources } = archive;
  const context = { timeZone, sources };
  for (const entry of archive.index.entries()) {
    found.add(entry, entry, context);
  }
  const searchOpens = performance.now() - start;
  const times: number[] = [];
  for (const query of ['', 'h', 'har', '晚报', '市政 2019', 'museum 2021-03']) {
    const typed = performance.now();
    await found.find(query, 100, new AbortController().signal);
    times.push(performance.now() - typed);
  }
  return { searchOpens, searchKey: Math.max(...times) };
}

/** Megabytes of objects that are still needed. */
function needed(): number {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('This host cannot collect its garbage.');
  gc();
  gc();
  return process.memoryUsage().heapUsed / 1e6;
}
