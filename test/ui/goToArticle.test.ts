import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';

describe('Go to Article', () => {
  let workbench: Workbench;
  before(async () => {
    ({ workbench } = await openArticles());
  });
  after(() => workbench?.close());

  async function ask(): Promise<void> {
    // An editor that comes up takes the focus, and the list is closed again.
    await eventually('it asks', async () => {
      await workbench.quickInput.open('ControlOrMeta+Alt+g');
      await workbench.quickInput.waitForRows('articles', (rows) => rows.length > 5, 5000);
      return true;
    });
  }

  it('finds Chinese titles, sources and years, in any order', async () => {
    await ask();
    await workbench.quickInput.type('2021 北湾');
    const rows = await workbench.quickInput.waitForRows('two articles', ({ length }) => length === 2);
    assert.deepEqual(rows.map(({ label, description }) => `${label} | ${description}`).sort(), [
      '停航两年，北湾轮渡夜航今晚恢复：末班船延至23时40分 | 北湾晚报 · 2021-11-27',
      '元旦第一班电车：六点十分，车上有九个人和一只猫 | 北湾晚报 · 2021-01-01',
    ]);
    await workbench.quickInput.cancel();
  });

  it('opens the article found', async () => {
    await ask();
    await workbench.quickInput.type('阅览室');
    await workbench.quickInput.waitForRows('one article', ({ length }) => length === 1);
    await workbench.quickInput.accept();
    await workbench.waitForTab('市图书馆夜读.md');
    // It takes the focus when it is drawn, and would close the list that the next test opens.
    await workbench.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  });

  it('finds a day', async () => {
    await ask();
    await workbench.quickInput.type('2022-09-10');
    const rows = await workbench.quickInput.waitForRows('one article', ({ length }) => length === 1);
    assert.equal(rows[0]?.label, 'Saturday market moves under the viaduct');
    await workbench.quickInput.cancel();
  });

  it('shows the signs of a title that would be an icon elsewhere', async () => {
    await writeFile(
      join(workbench.folder, 'icons.md'),
      "---\ntitle: 'Why jQuery has $(document) and \\$(bug)'\nsource: $(bug) Weekly\ndate: 2026-04-05\n---\n\n<p>So.</p>\n",
    );
    await workbench
      .view('Articles')
      .waitForRows('it is there', (rows) => rows.some(({ label }) => /Weekly/.test(label)));
    await ask();
    await workbench.quickInput.type('jquery');
    const [row] = await workbench.quickInput.waitForRows('one article', ({ length }) => length === 1);
    assert.deepEqual(
      [row?.label, row?.description],
      ['Why jQuery has $(document) and \\$(bug)', '$(bug) Weekly · 2026-04-05'],
    );
    await workbench.quickInput.cancel();
  });

  it('opens what was typed although Enter follows at once', async () => {
    await ask();
    await workbench.quickInput.type('gulls');
    await workbench.quickInput.accept();
    await workbench.waitForTab('Counting gulls by ear.md');
  });
});
