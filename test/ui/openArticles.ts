import { eventually, openWorkbench, type TreeView, type Workbench, type WorkbenchOptions } from '../support/workbench';

export interface OpenArticles {
  readonly workbench: Workbench;
  readonly articles: TreeView;
}

/** Opens the workbench with the Articles view in sight, all articles of the sample archive in it. */
export async function openArticles(options: WorkbenchOptions = {}): Promise<OpenArticles> {
  const workbench = await openWorkbench(options);
  return { workbench, articles: await showArticles(workbench) };
}

/** Opens the Articles view, also after the page was loaded again. */
export async function showArticles(workbench: Workbench): Promise<TreeView> {
  await workbench.openContainer('Marginalia');
  const articles = workbench.view('Articles');
  await articles.waitForRows('articles or groups of them');
  // Titles and rows are drawn anew while the archive is read and checked, and clicks on them then are lost.
  const busy = workbench.page.locator('.part.sidebar .monaco-progress-container.active');
  const total = workbench.page.locator('.part.sidebar .pane-header[aria-label^="Problems"] .description');
  await eventually('the archive is read and checked', async () => {
    const found = (await total.allInnerTexts()).join('');
    return /\d/.test(found) && (await busy.count()) === 0;
  });
  return articles;
}

export async function reload(workbench: Workbench): Promise<TreeView> {
  await workbench.page.reload();
  await workbench.waitUntilReady();
  return showArticles(workbench);
}

/** The rows as text: two spaces a level, then label and description. */
export async function outline(articles: TreeView): Promise<readonly string[]> {
  const rows = await articles.allRows();
  return rows.map(({ level, label, description }) => `${'  '.repeat(level - 1)}${label} | ${description}`);
}

/** Where the sample's articles stand when grouped by source. */
export const places = {
  harvest: ['田野周刊', '2023-10', '秋粮入库的声音'],
  rain: ['田野周刊', '2019-04', '等一场刚刚好的雨'],
  fish: ['田野周刊', '2015-09', '稻田里的鱼'],
  ferry: ['Open Orbit Weekly', '2026-03', 'Charging a ferry in nine minutes'],
  unclosed: ['Open Orbit Weekly', '2024-11', 'Two hundred garden weather stations agree to differ'],
} as const;
