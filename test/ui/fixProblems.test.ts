import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';
import { pictureThemes } from './pictures';

const broken = (title: string): string =>
  `---\ntitle: ${title}\nsource: 旧港周报\ndate: 2021-04-05\n---\n<p>渡船🚢 <img src="https://https://example.com/a.jpg" alt="x"> <b onclick="go()">字</b></p>\n`;
const mended = (title: string): string =>
  broken(title).replace('https://https://', 'https://').replace(' onclick="go()"', '');

for (const theme of pictureThemes) {
  describe(`changing many articles at once, ${theme}`, () => {
    let workbench: Workbench;
    const titles = { 'a.md': '潮水', 'b.md': 'Low water', 'c.md': '渡口' };
    const place = '旧港周报';
    const file = (name: string): string => join(workbench.folder, 'inbox', name);

    before(async () => {
      const opened = await openArticles({ theme });
      workbench = opened.workbench;
      for (const [name, title] of Object.entries(titles)) await writeFile(file(name), broken(title));
      await opened.articles.waitForRows('the new source', (rows) => rows.some(({ label }) => label === place));
    });
    after(() => workbench?.close());

    const preview = () => workbench.page.locator('.bulk-edit-panel');
    const isTicked = (): Promise<readonly boolean[]> =>
      preview()
        .locator('.monaco-list-row input[type=checkbox], .monaco-list-row .monaco-checkbox')
        .evaluateAll((boxes) =>
          boxes.map((box) => (box as HTMLInputElement).checked || box.classList.contains('checked')),
        );
    const groupChangesBy = (what: string): Promise<void> =>
      workbench.page.locator(`.part.panel .action-label[aria-label^="Group Changes By ${what}"]`).first().click();
    const apply = async (): Promise<void> => {
      await preview().locator('.monaco-button', { hasText: 'Apply' }).first().click();
      await preview().waitFor({ state: 'hidden' });
    };
    const contents = (): Promise<readonly string[]> =>
      Promise.all(Object.keys(titles).map((name) => readFile(file(name), 'utf8')));

    it('fixes a group after a look, and undoes it in one step', async () => {
      const articles = workbench.view('Articles');
      await articles.chooseInContextMenu(place, 'Fix All Safe Problems…');
      await preview().waitFor();
      await eventually('all is ticked', async () => {
        const boxes = await isTicked();
        return boxes.length >= 3 && boxes.every(Boolean);
      });
      await workbench.screenshot(`refactoring preview ${theme}`);
      await groupChangesBy('Type');
      await eventually('the rules by their names', async () => {
        const rows = (await preview().locator('.monaco-list-row').allInnerTexts()).map((text) => text.trim());
        return rows.includes('Active content') && rows.includes('Malformed image URL');
      });
      await groupChangesBy('File');
      await apply();
      const after = Object.values(titles).map(mended);
      await eventually('all are mended', async () => (await contents()).join() === after.join());
      assert.match(await workbench.waitForNotification('Fixed'), /Fixed 6 problems in 3 articles\./);

      await workbench.openFile('inbox/a.md');
      await workbench.page.locator('.editor-group-container.active .editor-instance .view-lines').first().click();
      await workbench.page.keyboard.press('ControlOrMeta+z');
      await eventually('the text of before', async () => (await workbench.editorText()).includes('onclick'));
      // Undone in the other files too, which are renamed as they are now: not saved.
      await workbench.openFile('inbox/b.md');
      await eventually('the other text of before', async () => (await workbench.editorText()).includes('onclick'));
    });

    it('renames a source after a look, and keeps its old name as an alias', async () => {
      const articles = workbench.view('Articles');
      await articles.chooseInContextMenu(place, 'Rename Source…');
      await workbench.quickInput.waitUntilOpen();
      await workbench.quickInput.type('Harbour Ledger');
      await eventually('a warning', async () =>
        (await workbench.quickInput.message()).includes('“Harbour Ledger” has 6 articles'),
      );
      await workbench.quickInput.type('新港周报');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitForRows(
        'the question',
        (rows) => rows[0]?.label === 'Keep “旧港周报” as another name',
      );
      await workbench.quickInput.accept();
      await preview().waitFor();
      await workbench.screenshot(`renaming a source ${theme}`);
      await apply();
      await articles.waitForRows('the new name', (rows) =>
        rows.some(({ label, description }) => label === place.replace('旧', '新') && description === '3 · 2021-04'),
      );
      await workbench.waitForNotification('Renamed the source to “新港周报” in 3 articles.');
      const sources = JSON.parse(await readFile(join(workbench.folder, '.marginalia', 'sources.json'), 'utf8'));
      assert.deepEqual(sources.sources.新港周报, { aliases: ['旧港周报'] });
    });
  });
}
