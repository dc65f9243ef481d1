import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type TreeView, type Workbench, type WorkbenchOptions } from '../support/workbench';
import { type OpenArticles, openArticles } from './openArticles';

export interface OpenProblems extends OpenArticles {
  readonly problems: TreeView;
}

/** The rule that `holes` breaks. */
export const noAddress = 'Image without URL';
export const noAddressInChinese = '图片没有网址';

/** An article whose three images have no address, in the lines 7, 9 and 11. */
export const holes = {
  file: 'inbox/three holes.md',
  title: 'Three holes in a page',
  text: [
    '---',
    'title: Three holes in a page',
    'source: Harbour Ledger',
    'date: 2026-05-01',
    '---',
    '',
    '<p>The sea: <img alt="Sea" src=""></p>',
    '',
    '<p>The land: <img alt="Land" src=""></p>',
    '',
    '<p>The sky: <img alt="Sky" src=""></p>',
    '',
  ].join('\n'),
};

/** Opens the workbench with both views in sight, the sample archive checked, and an article with several problems in it. */
export async function openProblems(options: WorkbenchOptions = {}): Promise<OpenProblems> {
  const { workbench, articles } = await openArticles(options);
  const problems = workbench.view('Problems');
  await writeHoles(workbench, problems);
  return { workbench, articles, problems };
}

/** Writes the article with several problems and waits until they are found. */
export async function writeHoles(workbench: Workbench, problems: TreeView, rule: string = noAddress): Promise<void> {
  await writeFile(join(workbench.folder, holes.file), holes.text);
  await eventually('all is checked', async () =>
    (await problems.allRows()).some(({ label, description }) => label === rule && description === '3'),
  );
}
