import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { annotationPath } from '../../src/core/annotations/store/annotationPaths';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { showArticles } from './openArticles';
import { archiveOf, article, openPreview, showsTitle } from './previewPage';

const path = 'tides.md';
const body = ['The harbour froze twice.', 'Nobody crossed while the *ferry* stayed 渡船🚢 at its quay.'].join('\n\n');
const labels = { labels: [{ id: 'claim', name: 'Claim', key: '1', colour: 'blue', scope: ['passage'] }] };

describe('annotating in the preview', () => {
  // Two windows of VS Code, one after the other, on a computer that may be busy.
  let workbench: Workbench;
  let archive: TemporaryFolder;

  beforeEach(async () => {
    archive = await archiveOf({
      [path]: article('Tides', body),
      'other.md': article('Other', 'Short.'),
      '.marginalia/labels.json': JSON.stringify(labels),
    });
    workbench = await openWindow(archive.path);
  });
  afterEach(async () => {
    await workbench?.close();
    await archive?.remove();
  });

  it('puts a thread at the same words in the editor, which stays there whatever is written above, by whomever', async () => {
    const preview = await openPreview(workbench, path, 'Tides');
    await preview.locator('.annotations-row').waitFor();
    // A double click leads to the source too; what it selects is still selected. A body that is drawn anew just then is not.
    const claim = preview.locator('.selection [data-label="claim"]');
    await eventually('labels are offered', async () => {
      await preview.locator('.body em', { hasText: 'ferry' }).dblclick({ timeout: 5000 });
      await claim.waitFor({ timeout: 5000 });
      return true;
    });
    await claim.click();
    await eventually('it is kept', async () => (await kept()).length === 1);
    await showsHighlights(['ferry']);

    await openCard();
    assert.match(await preview.locator('.cards .annotation').innerText(), /Ada[\s\S]*Claim/);
    await workbench.screenshot('annotation in the preview');
    await preview.locator('.cards [data-action="show"]').click();
    const thread = workbench.page.locator('.review-widget');
    await eventually('its label is in the thread', async () => (await thread.innerText()).includes('Claim'));

    await preview.locator('.cards [data-action="answer"]').click();
    await preview.locator('.cards textarea').fill('So it did.');
    await preview.locator('.cards .primary').click();
    await eventually('the answer is in the thread', async () => (await thread.innerText()).includes('So it did.'));
    await workbench.screenshot('annotation in preview and editor');

    await workbench.page.locator('.editor-instance .view-line', { hasText: 'The harbour froze' }).first().click();
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await workbench.page.keyboard.insertText('\n\nThe ferry of old.\n');
    await workbench.save();
    await preview.locator('.body p', { hasText: 'The ferry of old.' }).waitFor();
    await showsHighlights(['ferry']);
    const file = join(workbench.folder, path);
    await eventually('it is saved', async () => (await readFile(file, 'utf8')).includes('of old'));
    await writeFile(file, article('Tides', `A first ferry, before it all 🚢.\n\n${body}`));
    await preview.locator('.body p', { hasText: 'before it all' }).waitFor();
    await eventually('it has moved', async () => (await textBefore()).endsWith('Nobodycrossedwhilethe'));

    const [own = ''] = await kept();
    const others = own.replaceAll('Ada', 'Bo').replaceAll('urn:uuid:', 'urn:uuid:b');
    const bo = join(workbench.folder, annotationPath(path, 'Bo') ?? '');
    await mkdir(dirname(bo), { recursive: true });
    await writeFile(bo, others);
    await showsHighlights(['ferry', 'ferry']);

    const first = workbench;
    workbench = await openWindow(first.folder);
    await first.close();
    await openPreview(workbench, path, 'Tides');
    await showsHighlights(['ferry', 'ferry']);
    await openCard();
    const cards = await workbench.webview().locator('.cards .annotation .creator').allInnerTexts();
    assert.deepEqual([...new Set(cards)].sort(), ['Ada', 'Bo']);
    await workbench.screenshot('annotations of two people');
  });

  it('opens the form for a whole article from the tree, keeps what is written out of sight, and takes the keys of labels', async () => {
    const articles = await showArticles(workbench);
    const group = 'Harbour Ledger';
    await articles.expand(group);
    await articles.chooseInContextMenu([group, 'Tides'], 'Annotate Whole Article in Preview');
    await showsTitle(workbench, 'Tides');
    const note = workbench.webview().locator('.cards textarea');
    await note.fill('Half a thought');
    // The preview follows, out of sight.
    await workbench.openFile('other.md');
    await workbench.openFile(path);
    await eventually(
      'the preview is out of sight',
      async () => (await workbench.page.locator('iframe.webview:visible').count()) === 0,
    );
    await workbench.page.locator('.tab', { hasText: 'Preview' }).first().click();
    await eventually('it is still there', async () => (await note.inputValue({ timeout: 2000 })) === 'Half a thought');
    await note.press('ControlOrMeta+Enter');
    await workbench.webview().locator('[data-item="article"]', { hasText: 'On the whole article: 1' }).waitFor();
    assert.match((await kept()).join(), /Half a thought/);

    const body = workbench.webview().locator('.body');
    await body.evaluate((element) => {
      const text = element.querySelector('p')?.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, 4, text, 17);
    });
    await body.press('a');
    await body.press('1');
    await showsHighlights(['harbour froze']);
  });

  function openWindow(folder: string): Promise<Workbench> {
    const settings = { 'marginalia.annotations.creator': 'Ada' };
    return openWorkbench({ folder, size: { width: 1400, height: 800 }, settings });
  }

  /** What Ada's files hold. */
  async function kept(): Promise<readonly string[]> {
    const file = join(workbench.folder, annotationPath(path, 'Ada') ?? '');
    const names = await readdir(dirname(file)).catch(() => []);
    return names.length === 0 ? [] : [await readFile(file, 'utf8')];
  }

  function painted(): Promise<readonly { readonly text: string; readonly before: string }[]> {
    return workbench
      .webview()
      .locator('.body')
      .evaluate((element) =>
        [...CSS.highlights].flatMap(([name, highlight]) =>
          name === 'marginalia-current'
            ? []
            : [...highlight].map((range) => {
                const before = document.createRange();
                before.setStart(element, 0);
                before.setEnd(range.startContainer, range.startOffset);
                return { text: String(range), before: before.toString().replace(/\s+/g, '') };
              }),
        ),
      );
  }

  async function showsHighlights(wanted: readonly string[]): Promise<void> {
    await eventually(
      `highlights: ${wanted.join()}`,
      async () => (await painted()).map(({ text }) => text).join() === wanted.join(),
    );
  }

  async function textBefore(): Promise<string> {
    return (await painted())[0]?.before ?? '';
  }

  async function openCard(): Promise<void> {
    const preview = workbench.webview();
    await eventually('the card opens', async () => {
      await preview.locator('.body em', { hasText: 'ferry' }).click({ timeout: 5000 });
      await preview.locator('.cards .annotation').first().waitFor({ timeout: 5000 });
      return true;
    });
  }
});
