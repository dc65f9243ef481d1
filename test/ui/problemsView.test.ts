import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, eventuallyEqual, type TreeView, type Workbench } from '../support/workbench';
import { outline, reload } from './openArticles';
import { holes, noAddress, openProblems, writeHoles } from './openProblems';

const syntax = 'Malformed front matter';

describe('the Problems view', () => {
  let workbench: Workbench;
  let articles: TreeView;
  let problems: TreeView;
  before(async () => {
    ({ workbench, articles, problems } = await openProblems({
      settings: { 'files.autoSave': 'off', 'marginalia.articles.markRead': 'manually' },
    }));
  });
  afterEach(async () => {
    await workbench.restore();
    await writeHoles(workbench, problems);
  });
  after(() => workbench?.close());

  const labels = async (level: number): Promise<readonly string[]> =>
    (await problems.allRows()).filter((row) => row.level === level).map(({ label }) => label);
  const shows = (...rules: readonly string[]): Promise<unknown> =>
    eventually(`the rules ${rules.join('; ')}`, async () => (await labels(1)).join() === rules.join());
  const cursorAt = (line: number, milliseconds?: number): Promise<unknown> =>
    eventually(
      `the cursor is in line ${line}`,
      async () => (await workbench.statusBar()).some((text) => text.startsWith(`Ln ${line},`)),
      milliseconds,
    );
  const says = (message: string): Promise<unknown> =>
    eventually(`the view says “${message}”`, async () => (await problems.message()) === message);

  async function ask(): Promise<void> {
    await workbench.quickInput.openBy(
      () => problems.titleAction('Filter Problems'),
      (rows) => rows.length > 3,
    );
  }

  it('lists rules, the gravest first, then the most frequent', async () => {
    await eventuallyEqual('the rules', () => labels(1), [
      'Front matter not closed',
      syntax,
      noAddress,
      'Missing field',
      'No front matter',
      'Doubtful date',
      'Malformed image URL',
      'Front matter not at the start',
      'Title repeated in body',
      'Variant source name',
    ]);
    assert.match(await problems.tooltip(noAddress), /^An image has no URL\s+Problems: 3, articles: 1\s+image\/empty/);
  });

  it('goes to the place of a problem at one click', async () => {
    await problems.expand(noAddress);
    await workbench.openRow(problems, [noAddress, holes.title], 'three holes.md');
    await cursorAt(7);
    await problems.expand([noAddress, holes.title]);
    await problems.waitForRows('the single problems', (rows) => rows.filter(({ level }) => level === 3).length === 3);
    const third = await eventually('the third problem', async () =>
      (await labels(3)).find((label) => label.startsWith('Line 11: This image has no URL')),
    );
    await eventually('a click on it leads there', async () => {
      await problems.click([noAddress, holes.title, third]);
      await cursorAt(11, 5000);
      return true;
    });
    const previews = async (): Promise<readonly boolean[]> => (await workbench.tabs()).map(({ preview }) => preview);
    await eventuallyEqual('one tab', previews, [true]);
  });

  it('stays open and current while its articles are typed, saved and deleted', async () => {
    await problems.expand(noAddress);
    await problems.expand([noAddress, holes.title]);
    await workbench.openRow(problems, [noAddress, holes.title], 'three holes.md');
    await workbench.typeInEditor('\n\n');
    await eventually('the lines where problems are now', async () =>
      (await labels(3)).every((label, at) => label.startsWith(`Line ${9 + 2 * at}:`)),
    );
    const more = 'Image without URL';
    await workbench.typeInEditor('\n<p><img alt="Boat" src=""></p>\n', { atEnd: true });
    await eventually('one more, and all open', async () => {
      const rows = await problems.allRows();
      const below = rows.slice(rows.findIndex(({ label }) => label === more));
      return below[0]?.label === more && below.filter(({ level }) => level === 3).length === 4;
    });
    await workbench.page.keyboard.press('ControlOrMeta+s');
    await rm(join(workbench.folder, '2021/harbour-timetable.md'));
    await eventually('one rule less', async () => !(await labels(1)).includes(syntax));
    await eventually('all open', async () => (await labels(3)).length === 4);
  });

  it('is narrowed by words, severity, rule and fixes, and shows all again at one click', async () => {
    await ask();
    await workbench.quickInput.choose('Severity…');
    await eventually('severities', async () => (await workbench.quickInput.title()).includes('Severity'));
    await workbench.quickInput.choose('errors only');
    await says('Filter: errors only');
    await shows('Front matter not closed', syntax);
    await ask();
    await workbench.quickInput.type('harbour-time');
    await workbench.quickInput.accept();
    await says('Filter: “harbour-time” · errors only');
    await shows(syntax);
    await problems.clearFilter();
    await ask();
    await workbench.quickInput.choose('Rule…');
    await workbench.quickInput.waitForRows('rules', (rows) => rows.some(({ label }) => label === 'Doubtful date'));
    await workbench.quickInput.choose('Doubtful date');
    await workbench.quickInput.accept();
    await says('Filter: metadata/date');
    await ask();
    await workbench.quickInput.choose('Safely fixable only');
    await eventually('a way out', async () => (await problems.welcome()).includes('No problem matches the filter.'));
    await problems.element.locator('.welcome-view-content .monaco-button', { hasText: 'Clear Filter' }).click();
    await eventually('all rules', async () => (await labels(1)).length === 10);
  });

  it('shows hints only when asked to', async () => {
    const text = '---\ntitle: 12_00\nsource: Harbour Ledger\ndate: 2024-05-01\n---\n\nText.\n';
    await writeFile(join(workbench.folder, 'inbox', 'hint.md'), text);
    const hint = 'Garbled title';
    await articles.expand('Harbour Ledger');
    await articles.waitForRows('the article', (rows) => rows.some(({ label }) => label === '2024-05'));
    await problems.chooseInTitleMenu('Group and Show', 'Show Hints');
    await eventually('the hint', async () => (await labels(1)).includes(hint));
    await problems.chooseInTitleMenu('Group and Show', 'Show Hints  ✓');
    await eventually('no hint', async () => !(await labels(1)).includes(hint));
  });

  it('offers what can be done with a row', async () => {
    await problems.expand(noAddress);
    const menu = await problems.contextMenu([noAddress, holes.title]);
    for (const item of ['Open', 'Open to the Side', 'Reveal in Explorer View', 'Copy Title', 'Copy Path']) {
      assert.ok(menu.includes(item), item);
    }
    await problems.chooseInContextMenu([noAddress, holes.title], 'Copy Path');
    const path = join(workbench.folder, holes.file);
    await eventually('the path is copied', async () => (await workbench.clipboard()) === path);
    await problems.chooseInContextMenu(noAddress, 'About This Rule');
    await eventually('the page of the rule', async () =>
      (await workbench.tabs()).some(({ active, label }) => active && label.includes('empty')),
    );
  });

  it('groups by source and rule, and remembers that', async () => {
    await problems.chooseInTitleMenu('Group and Show', 'Group by Source, Rule');
    await problems.waitForRows('sources', (rows) => rows.some(({ label }) => label === 'Harbour Ledger'));
    await problems.expand('Harbour Ledger');
    await problems.expand(['Harbour Ledger', noAddress]);
    const ofSource = async (): Promise<readonly string[]> => {
      const rows = await outline(problems);
      const at = rows.indexOf('Harbour Ledger | 4');
      return rows.slice(at, at + 4);
    };
    await eventuallyEqual('the problems of a source', ofSource, [
      'Harbour Ledger | 4',
      '  Image without URL | 3',
      '    Three holes in a page | 3 · 2026-05-01',
      '  Title repeated in body | 1',
    ]);
    await reload(workbench);
    await problems.waitForRows('sources', (all) => all.some(({ label }) => label === 'Harbour Ledger'));
    await problems.chooseInTitleMenu('Group and Show', 'Group by Rule');
  });
});
