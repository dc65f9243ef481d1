import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { projectRoot } from '../support/projectRoot';
import { beiwan, stranger, translated } from './sourceFormSamples';
import { builtSourceForm, SourceFormTab } from './sourceFormTab';
import { type Theme, themes } from './themes';

const axe = readFileSync(createRequire(join(projectRoot, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const chinese = JSON.parse(readFileSync(join(projectRoot, 'media/l10n/bundle.l10n.zh-cn.json'), 'utf8'));

describe('the form of a source', () => {
  let tab: SourceFormTab;

  beforeEach(async () => {
    tab = await SourceFormTab.open();
  });
  afterEach(() => tab?.close());

  const field = (name: string) => tab.page.locator(`[data-field="${name}"]`);
  const faults = () => tab.page.locator('.fault:visible').allInnerTexts();

  it('is small, and keeps to its policy', async () => {
    const files = await builtSourceForm();
    assert.ok([...files.values()].join('').length < 40_000);
    await tab.show(beiwan);
    assert.deepEqual(await tab.violations(), []);
  });

  it('shows all that is known', async () => {
    await tab.show(beiwan);
    assert.equal(await tab.page.innerText('h1'), '北湾晚报');
    assert.equal(await field('kind').inputValue(), 'newspaper');
    assert.equal(await field('notes').inputValue(), '1951 年创刊。\n2003 年起有电子版。');
    const texts = await tab.page.innerText('main');
    for (const part of ['1,289', '更正及时', '4 / 5', '62.5 / 100', '周远 · 2026-02-11', 'History: 2', '改版后头条']) {
      assert.ok(texts.includes(part), `${part} is missing in ${texts}`);
    }
    assert.equal(await tab.page.locator('.items input').count(), 8);
  });

  it('shows older ratings by their days, the newest first, in whatever order they were written', async () => {
    const rated = (value: number, date: string) => ({ scale: 'corrections', value, rater: '周远', date });
    const ratings = [rated(3, '2026-02-11'), rated(1, '2024-01-05'), rated(2, '2025-03-04'), rated(4, '2026-02-11')];
    await tab.show({ ...beiwan, profile: { ...beiwan.profile, ratings }, current: ratings.slice(3) });
    await tab.page.locator('summary', { hasText: 'History: 4' }).click();
    assert.deepEqual(
      (await tab.page.locator('.history li strong').allInnerTexts()).map((text) => text.charAt(0)),
      ['4', '3', '2', '1'],
    );
  });

  it('tells each change when its field is left, and what became of it', async () => {
    await tab.show(beiwan);
    await field('owner').fill(' 北湾传媒 ');
    await field('owner').blur();
    assert.deepEqual(await tab.answer(1), { kind: 'text', field: 'owner', value: '北湾传媒' });
    assert.equal(await tab.page.innerText('.status'), 'Saved');
    assert.equal(await field('owner').inputValue(), '北湾传媒');
    await field('kind').selectOption('agency');
    assert.deepEqual(await tab.answer(2), { kind: 'text', field: 'kind', value: 'agency' });
    await field('notes').fill('');
    await field('notes').blur();
    assert.deepEqual(await tab.answer(3), { kind: 'text', field: 'notes' });
  });

  it('adds, changes and takes out items of lists, each once', async () => {
    await tab.show(beiwan);
    const adding = tab.page.getByLabel('Add to: Other names');
    await adding.fill('BWWB');
    await adding.press('Enter');
    assert.deepEqual(await tab.answer(1), { kind: 'item', field: 'aliases', index: 2, value: 'BWWB' });
    await tab.page.waitForFunction((input) => (input as HTMLInputElement).value === '', await adding.elementHandle());
    const second = tab.page.getByLabel('Other names, 2');
    await second.fill('Beiwan News');
    await second.press('Enter');
    await second.blur();
    assert.deepEqual(await tab.answer(2), {
      kind: 'item',
      field: 'aliases',
      index: 1,
      before: 'Beiwan Evening News',
      value: 'Beiwan News',
    });
    await tab.page.getByLabel('Remove beiwan.example.com').click();
    const gone = { kind: 'item', field: 'domains', index: 0, before: 'beiwan.example.com' };
    assert.deepEqual(await tab.answer(3), gone);
    await tab.page.getByLabel('Add to: Policies · URL').fill('https://a.test/');
    await tab.page.getByLabel('Add to: Policies · Title').fill('Ethics');
    await tab.page.getByLabel('Add to: Policies · Title').press('Enter');
    const link = { url: 'https://a.test/', title: 'Ethics' };
    assert.deepEqual(await tab.answer(4), { kind: 'link', field: 'policies', index: 1, value: link });
    assert.equal((await tab.edits()).length, 4);
  });

  it('says at the field what is wrong, keeps what was typed, and takes it back by Escape', async () => {
    await tab.show(beiwan);
    await field('homepage').fill('nowhere');
    await field('homepage').blur();
    await tab.answer(1, 'This is no web URL.');
    assert.deepEqual(await faults(), ['This is no web URL.']);
    assert.equal(await field('homepage').getAttribute('aria-invalid'), 'true');
    assert.equal(await tab.page.innerText('.status'), 'Not saved: This is no web URL.');
    await tab.show({ ...beiwan, faults: [{ place: 'kind', message: 'This is none of the kinds.' }] });
    assert.equal(await field('homepage').inputValue(), 'nowhere');
    assert.deepEqual(await faults(), ['This is none of the kinds.', 'This is no web URL.']);
    await field('homepage').press('Escape');
    assert.equal(await field('homepage').inputValue(), 'https://beiwan.example.com/');
    assert.deepEqual(await faults(), ['This is none of the kinds.']);
  });

  it('follows the file, but never writes over what is being typed', async () => {
    await tab.show(beiwan);
    await field('owner').fill('being typed');
    const third = tab.page.getByLabel('Other names, 2');
    await third.fill('typed too');
    const { profile } = beiwan;
    await tab.show({
      ...beiwan,
      profile: { ...profile, owner: 'From the file', funding: 'A foundation', aliases: ['New', ...profile.aliases] },
    });
    assert.equal(await field('owner').inputValue(), 'being typed');
    assert.equal(await field('funding').inputValue(), 'A foundation');
    const aliases = tab.page.locator('fieldset', { hasText: 'Other names' }).locator('.items input');
    const typed = () => aliases.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    assert.deepEqual(await typed(), ['New', '北湾晚报（电子版）', 'typed too']);
    assert.equal(await tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Other names, 3');
    await tab.show({ ...beiwan, profile: { ...profile, aliases: [] } });
    assert.deepEqual(await typed(), []);
  });

  it('adds a rating on a scale', async () => {
    await tab.show(beiwan);
    await tab.page.locator('summary', { hasText: 'Add a rating' }).click();
    assert.match(await tab.page.innerText('.part details .hint'), /周远/);
    assert.equal(await tab.page.getByLabel('Date').inputValue(), '2026-05-04');
    await tab.page.getByRole('button', { name: 'Add Rating' }).click();
    await tab.answer(1, 'The value is not on the scale.');
    assert.deepEqual(await faults(), ['The value is not on the scale.']);
    await tab.page.locator('select:has(option[value="5"])').selectOption('5');
    await tab.page.getByLabel('Confidence').selectOption('medium');
    await tab.page.getByLabel('Evidence, one a line').fill('https://a.test/\n\n 合订本 ');
    await tab.page.getByRole('button', { name: 'Add Rating' }).click();
    assert.deepEqual(await tab.answer(2), {
      kind: 'rating',
      rating: {
        scale: 'corrections',
        value: 5,
        rater: '',
        date: '2026-05-04',
        confidence: 'medium',
        evidence: ['https://a.test/', '合订本'],
      },
    });
    await tab.page.locator('summary', { hasText: 'Add a rating' }).click();
    await tab.page.getByLabel('Scale', { exact: true }).selectOption('share');
    await tab.page.getByRole('spinbutton', { name: 'Value' }).fill('12.5');
    await tab.page.getByRole('button', { name: 'Add Rating' }).click();
    const last = await tab.answer(3);
    assert.ok(last.kind === 'rating' && last.rating.value === 12.5 && last.rating.scale === 'share');
  });

  it('adds scales and changes them', async () => {
    await tab.show(stranger);
    assert.equal(await tab.page.locator('summary', { hasText: 'Add a rating' }).isVisible(), false);
    await tab.page.locator('summary', { hasText: 'Add a scale' }).click();
    await tab.page.getByLabel('Name', { exact: true }).fill('Care taken');
    await tab.page.getByLabel('Names of steps').fill('1 none\n5：always so\nnonsense');
    await tab.page.getByRole('button', { name: 'Save Scale' }).click();
    const steps = { '1': 'none', '5': 'always so' };
    const scale = { id: 'care-taken', name: 'Care taken', min: 1, max: 5, steps };
    assert.deepEqual(await tab.answer(1), { kind: 'scale', scale });
    await tab.show({ ...stranger, scales: [scale] });
    await tab.page.getByRole('button', { name: 'Edit scale: Care taken' }).click();
    await tab.page.getByLabel('Highest').fill('7');
    await tab.page.getByRole('button', { name: 'Save Scale' }).click();
    assert.deepEqual(await tab.answer(2), { kind: 'scale', scale: { ...scale, max: 7 } });
  });

  it('says when the file is broken, and goes on when it is mended', async () => {
    await tab.show(beiwan);
    await tab.send({ kind: 'broken', message: 'It cannot be read.' });
    assert.equal(await field('owner').isVisible(), false);
    assert.match(await tab.page.innerText('[role=alert]:visible'), /It cannot be read\./);
    await tab.page.getByRole('button', { name: 'Open the place' }).click();
    assert.equal((await tab.sent()).at(-1)?.kind, 'openJson');
    await tab.show(beiwan);
    assert.equal(await field('owner').isVisible(), true);
    assert.equal(await tab.page.locator('.broken').isVisible(), false);
  });

  it('shows text as text, opens web addresses, and asks for annotations', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { profile, current } = beiwan;
    await tab.show({
      ...beiwan,
      profile: { ...profile, name: evil, aliases: [evil], notes: evil },
      current: current.map((rating) => ({
        ...rating,
        rater: evil,
        evidence: ['javascript:alert(1)', 'https://a.test/'],
      })),
      annotations: [{ id: 'x', labels: evil, note: evil, creator: evil, day: '2026-01-01' }],
    });
    assert.equal(await tab.page.locator('img').count(), 0);
    assert.equal(await tab.page.innerText('h1'), evil);
    assert.equal(await tab.page.getByRole('button', { name: 'javascript' }).count(), 0);
    await tab.page.getByRole('button', { name: 'https://a.test/' }).first().click();
    assert.deepEqual((await tab.sent()).at(-1), { kind: 'openLink', url: 'https://a.test/' });
    await tab.page.getByRole('button', { name: 'Annotate…' }).click();
    assert.equal((await tab.sent()).at(-1)?.kind, 'annotate');
    assert.deepEqual(await tab.violations(), []);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`has no barriers in ${theme}`, async () => {
      await tab.close();
      tab = await SourceFormTab.open(theme, translated(chinese));
      await tab.show({ ...beiwan, faults: [{ place: 'homepage', message: '这不是网址。' }] });
      await tab.screenshot(`source form ${theme}`);
      assert.deepEqual(await barriers(), []);
      const folded = tab.page.locator('details:not([open]) > summary:visible');
      while ((await folded.count()) > 0) await folded.first().click();
      await tab.screenshot(`source form ${theme} opened`);
      assert.deepEqual(await barriers(), []);
      await tab.page.setViewportSize({ width: 340, height: 800 });
      await tab.screenshot(`source form ${theme} narrow`);
      const isWider = await tab.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.equal(isWider, false, 'it runs out of a narrow window');
      await tab.show(stranger);
      await tab.screenshot(`source form ${theme} empty`);
      await tab.send({ kind: 'broken', message: '无法读取 .marginalia/sources.json。' });
      assert.deepEqual(await barriers(), []);
    });
  }

  async function barriers(): Promise<readonly string[]> {
    await tab.page.evaluate(axe);
    const { violations } = await tab.page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }
});
