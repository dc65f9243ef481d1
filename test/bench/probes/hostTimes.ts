import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { ArticleSearch } from '../../../src/core/archive/articleSearch';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import type { ExtensionApi } from '../../../src/extension/activate';
import type { Archive } from '../../../src/extension/archives/archive';
import type { ArticleTrees } from '../../../src/extension/articleTrees';
import { eventually } from '../../support/eventually';
import { median } from '../table/median';
import { hostFiguresMark } from './hostFiguresMark';

const rounds = 15;
const patience = 600_000;

/** Runs as the tests of the extension in a real extension host, whose workspace is the archive, and prints figures. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  const heapBefore = needed();
  const memoryBefore = process.memoryUsage().rss / 1e6;
  const peak = { heap: 0, memory: 0 };
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
  const bodiesRead = () => [...archive.index.entries()].every((entry) => entry.body !== undefined || entry.fault);
  await eventually('every body is read', bodiesRead, patience);
  const bodies = performance.now() - start;
  const checks = services.problems.checksOf(archive);
  await eventually('every article is checked', () => checks?.progress === undefined, patience);
  const checked = performance.now() - start;
  clearInterval(sampling);
  const figures = {
    articles: archive.index.size,
    tree,
    bodies,
    checked,
    withProblems: archive.problems.articles,
    heapBefore,
    memoryBefore,
    heapPeak: peak.heap,
    memoryPeak: peak.memory,
    heap: needed(),
    ...(await updates(archive, services.trees, () => savedAt)),
    ...(await search(archive)),
  };
  console.log(hostFiguresMark + JSON.stringify(figures));
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
