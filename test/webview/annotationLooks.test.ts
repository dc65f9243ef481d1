import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { AnnotationThread, ShownComment } from '../../src/protocol/annotationMessages';
import { type AnnotationStrings, annotationStrings } from '../../src/protocol/annotationStrings';
import { projectRoot } from '../support/projectRoot';
import { labels, message, SampleText, select, thread } from './annotatedPage';
import { usualData } from './previewServer';
import { PreviewTab } from './previewTab';
import { chineseArticle } from './sampleTexts';
import { type Theme, themes } from './themes';

const axe = readFileSync(createRequire(join(projectRoot, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const article = chineseArticle.replace('/harbour/ferry.jpg', '/picture.png');

const chinese: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(projectRoot, 'media/l10n/bundle.l10n.zh-cn.json'), 'utf8'),
);
const strings = Object.fromEntries(
  Object.entries(annotationStrings).map(([name, text]) => [name, chinese[text] ?? text]),
) as AnnotationStrings;

describe('the looks of annotations in the preview', () => {
  let tab: PreviewTab;
  before(async () => {
    const data = { ...usualData, strings: { ...usualData.strings, annotations: strings } };
    tab = await PreviewTab.open('light', { data });
  });
  after(() => tab?.close());

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`have no barriers in ${theme}`, async () => {
      await tab.dress(theme);
      await tab.show(article, { article: theme });
      await tab.send(message(threads(), { article: theme }));
      await tab.page.waitForSelector('.annotations .all');
      await tab.page.waitForFunction(() =>
        [...document.images].every((image) => image.complete && image.naturalWidth > 0),
      );
      await tab.page.evaluate(() => window.scrollTo(0, 0));
      await looksWell(`${theme} highlights`);
      await tab.page.click('.annotations .all > summary');
      await looksWell(`${theme} list`);
      await tab.page.click('.annotations .all > summary');

      await select(tab, '声音太轻了');
      await tab.page.keyboard.press('a');
      await looksWell(`${theme} selection`);
      await tab.page.click('.selection [data-tool=more]');
      await looksWell(`${theme} passage form`);
      await tab.page.keyboard.press('Escape');

      await tab.page.keyboard.press('j');
      await tab.page.keyboard.press('Enter');
      await looksWell(`${theme} card`);
      await tab.page.click('.cards [data-action=answer]');
      await looksWell(`${theme} answer`);
      await tab.page.keyboard.press('Escape');
      await tab.page.keyboard.press('Escape');

      await tab.page.click('.lost .annotation-item');
      await looksWell(`${theme} lost`);
      await tab.page.keyboard.press('Escape');
      await tab.page.click('[data-item=annotate]');
      await tab.page.fill('.cards textarea', '数字只有港务局一个来源。');
      await looksWell(`${theme} article form`);
      await tab.page.click('.cards .actions .button:not(.primary)');
      await tab.page.hover('.body img');
      await looksWell(`${theme} image`);
    });
  }

  function threads(): readonly AnnotationThread[] {
    const text = new SampleText(article);
    const [claim, evidence] = labels;
    const said = (id: string, note: string, change: Partial<ShownComment> = {}): ShownComment => ({
      id,
      creator: '林小雨',
      date: '2031年5月1日 10:00',
      isOwn: true,
      labels: [],
      note,
      ...change,
    });
    const given = [claim, evidence].flatMap((one) =>
      one === undefined ? [] : [{ label: one.id, text: one.name, colour: one.colour }],
    );
    return [
      text.on('航速 18 节，比旧船快了将近一倍', 'a', {
        comments: [
          said('a', '快了将近一倍？\n旧船的航速没有给出。', { labels: given }),
          said('a1', '港务局的公告里写的是 10 节。', { creator: 'Bo Andersen', isOwn: false }),
          said('a2', '', { state: 'resolved' }),
        ],
      }),
      text.on('陈守义把帽子夹在腋下', 'b', { isResolved: true, colour: '#cc79a7' }),
      text.on('每年可以少用 340 000 升柴油', 'c', { state: 'approximate', colour: '#e69f00' }),
      text.on('新船的电池组重 12 吨，可以支撑六次往返', 'd', { colour: '#f0e442', comments: [said('d', '')] }),
      thread('e', { comments: [said('e', '整体可信，数字单一来源。', { labels: given.slice(0, 1) })] }),
      thread('f', { on: 'image', images: [0, 1], subject: '/harbour/ferry.jpg' }, '图片没有注明拍摄时间。'),
      thread('g', {
        on: 'passage',
        state: 'orphan',
        subject: '票价：3 元，老人和学生免费',
        candidates: [{ text: '票价：4 元，老人免费', percent: 63 }],
        comments: [said('g', '票价变了。')],
      }),
    ];
  }

  async function looksWell(name: string): Promise<void> {
    await tab.screenshot(`annotations ${name}`);
    // By the debugger: the page's policy lets no other script in.
    await tab.page.evaluate(axe);
    const { violations } = await tab.page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${name}: ${id}: ${html} ${failureSummary}`),
    );
    assert.deepEqual(found, []);
  }
});
