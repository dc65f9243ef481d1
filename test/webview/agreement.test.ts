import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { AgreementAdvice } from '../../src/protocol/agreementMessages';
import { readAgreementState } from '../../src/protocol/readAgreementMessage';
import { eventually } from '../support/eventually';
import { projectRoot } from '../support/projectRoot';
import { AgreementTab } from './agreementTab';
import { place, report } from './sampleReport';
import { type Theme, themes } from './themes';

const axe = readFileSync(createRequire(join(projectRoot, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const places = Array.from({ length: 100 }, (_, index) => place(index));
const advice: AgreementAdvice = {
  title: '只有林作过批注',
  text: '比较一致程度需要两个人。批注保存在文章库中，每人一个文件。',
  actions: [{ action: 'importAnnotations', label: '导入批注…' }],
};

describe('the agreement page', () => {
  let tab: AgreementTab;

  beforeEach(async () => {
    tab = await AgreementTab.open();
  });
  afterEach(async () => {
    await tab?.close();
    assert.deepEqual(tab.complaints, []);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`has no barriers in ${theme}`, async () => {
      await tab.dress(theme);
      await tab.send(
        report,
        { kind: 'places', version: 1, from: 0, places: places.slice(0, 6) },
        { kind: 'current', version: 1, index: 1 },
        { kind: 'progress', done: 30, total: 120 },
      );
      await tab.page.click('summary');
      await tab.screenshot(`agreement ${theme}`);
      assert.deepEqual(await barriers(), []);
      await tab.send({ ...report, version: 2, sections: [], places: 0, summary: '', advice });
      await tab.send({ kind: 'stopped' });
      await tab.screenshot(`agreement ${theme} empty`);
      assert.deepEqual(await barriers(), []);
    });
  }

  it('shows what is said of each label, and of each two people', async () => {
    await tab.send(report);
    const card = tab.page.locator('[data-section="passages claim"]');
    assert.match(await card.innerText(), /论断[\s\S]*0\.731[\s\S]*初步结论[\s\S]*片段：212/);
    assert.equal(await card.locator('th[scope=row]').count(), 3);
    assert.equal(await card.locator('td[data-shade="4"]').first().innerText(), '0.812\n文章：24');
    assert.equal(await tab.page.locator('[data-section="articles credibility"] table').count(), 0);
  });

  it('tells what is chosen', async () => {
    await tab.send(report);
    await tab.page.getByLabel('Label', { exact: true }).focus();
    await tab.page.getByLabel('Label', { exact: true }).selectOption('可信度');
    assert.deepEqual((await tab.waitFor('choose')).choice, { people: [], label: 'credibility' });
    await tab.send({ ...report, version: 2, choice: { people: [], label: 'credibility' } });
    assert.equal(await tab.page.evaluate(() => document.activeElement?.getAttribute('data-key')), 'label');
    await tab.page.getByLabel('吴').uncheck();
    assert.deepEqual((await tab.waitFor('choose')).choice, { people: ['Lin Zhiyuan', '周晓'], label: 'credibility' });
    await tab.send({ ...report, version: 3, choice: { people: ['Lin Zhiyuan', '周晓'], label: 'credibility' } });
    assert.ok(await tab.page.getByLabel('周晓').isDisabled(), 'two at least');
    await tab.page.getByLabel('吴').check();
    assert.deepEqual((await tab.waitFor('choose')).choice, { people: [], label: 'credibility' });
    await tab.page.getByLabel('Source', { exact: true }).selectOption('未知来源');
    assert.equal((await tab.waitFor('choose')).choice.source, '');
  });

  it('is stepped through by keys and clicks, and asks for more', async () => {
    await tab.send(report, { kind: 'places', version: 1, from: 0, places });
    await tab.page.keyboard.press('n');
    assert.equal((await tab.waitFor('step')).to, 'next');
    await tab.send({ kind: 'current', version: 1, index: 60 });
    const current = tab.page.locator('[aria-current]');
    assert.match(await current.innerText(), /第 61 处/);
    assert.equal(await tab.page.innerText('.position'), '61 of 131');
    assert.ok(await current.evaluate((it) => it.getBoundingClientRect().bottom <= innerHeight), 'it is in sight');
    await current.focus();
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press('Enter');
    assert.deepEqual(await tab.waitFor('open'), { kind: 'open', version: 1, index: 61 });
    await tab.page.keyboard.press('p');
    assert.equal((await tab.waitFor('step')).to, 'previous');
    await tab.page.getByRole('button', { name: 'Show More' }).click();
    await tab.waitFor('more');
    const rest = Array.from({ length: 31 }, (_, index) => place(100 + index));
    await tab.send({ kind: 'places', version: 1, from: 100, places: rest });
    assert.equal(await tab.page.locator('.place').count(), 131);
    assert.ok(await tab.page.getByRole('button', { name: 'Show More' }).isHidden());
  });

  it('takes no older report, and no places of another', async () => {
    await tab.send({ ...report, version: 5, title: 'New' }, { ...report, version: 4, title: 'Old' });
    await tab.send({ kind: 'places', version: 4, from: 0, places });
    await tab.send({ kind: 'places', version: 5, from: 3, places });
    assert.equal(await tab.page.innerText('h1'), 'New');
    assert.equal(await tab.page.locator('.place').count(), 0);
  });

  it('shows what goes on, is stopped, and goes on', async () => {
    await tab.send(report, { kind: 'progress', done: 30, total: 120 });
    assert.match(await tab.page.innerText('.status'), /30 of 120/);
    await tab.page.getByRole('button', { name: 'Stop' }).click();
    await tab.waitFor('stop');
    await tab.send({ kind: 'stopped' });
    assert.equal(await tab.page.evaluate(() => document.activeElement?.textContent), 'Go On');
    await tab.page.keyboard.press('Enter');
    await tab.waitFor('goOn');
    await tab.send({ ...report, version: 2 });
    assert.ok(await tab.page.locator('.status').isHidden());
  });

  it('keeps which report it is and how far down a person is, and goes back there', async () => {
    const all = { kind: 'places', version: 1, from: 0, places } as const;
    const state = { folder: 'file:///archive', choice: { people: [], label: 'claim' } };
    await tab.send({ kind: 'keep', state }, report, all);
    assert.deepEqual(await tab.kept(), state);
    await tab.page.mouse.wheel(0, 700);
    await eventually('it is kept', async () => readAgreementState(await tab.kept())?.scrolled === 700);
    assert.deepEqual(await tab.kept(), { ...state, scrolled: 700 });
    await tab.close();
    tab = await AgreementTab.open('light', { ...state, scrolled: 700 });
    await tab.send({ kind: 'keep', state }, report);
    // Its places may come frames later, and until then the page is too short.
    await tab.page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    });
    await tab.send(all);
    await eventually('it is there again', () => tab.page.evaluate(() => window.scrollY === 700));
  });

  it('says what to do next where there is nothing to compare', async () => {
    await tab.send({ ...report, sections: [], places: 0, labels: [], sources: [], people: [], advice });
    assert.ok(await tab.page.locator('.places').isHidden());
    await tab.page.getByRole('button', { name: '导入批注…' }).click();
    assert.equal((await tab.waitFor('act')).action, 'importAnnotations');
  });

  it('shows what strangers wrote as text', async () => {
    const nasty = '<img src=x onerror="document.title=1">';
    const [section] = report.sections;
    assert.ok(section);
    await tab.send(
      {
        ...report,
        title: nasty,
        people: [nasty, 'b', 'c'],
        sections: [{ ...section, name: nasty, definition: nasty }],
      },
      { kind: 'places', version: 1, from: 0, places: [{ ...place(0), quote: nasty, article: nasty }] },
    );
    assert.equal(await tab.page.locator('img').count(), 0);
    assert.equal(await tab.page.innerText('h1'), nasty);
  });

  async function barriers(): Promise<readonly string[]> {
    // By the debugger: the page's policy lets no other script in.
    await tab.page.evaluate(axe);
    const { violations } = await tab.page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }
});
