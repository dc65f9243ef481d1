import { anchorAnnotations } from '../../../src/core/annotations/anchorAnnotations';
import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import type { ArticleAnnotations } from '../../../src/core/annotations/store/annotationStore';
import { prepareArticle } from '../../../src/core/preview/prepareArticle';
import { SeenArticle } from '../../../src/extension/features/preview/annotations/seenArticle';
import { cleanUp } from '../../support/onExit';
import { message, SampleText, thread } from '../../webview/annotatedPage';
import { options, PreviewTab } from '../../webview/previewTab';

const sentence = '清晨的渡轮从北湾出发，载着第一批上班的人；风从东面来，浪不高，灯塔还亮着。 ';
const paragraph = `<p style="text-align:left">${sentence.repeat(3)}<b>某事</b>与<a href="https://example.com/a/b">链接</a>。</p>\n`;
const image =
  '<p><img data-src="https://example.com/x.jpg" src="/img/loading.gif" alt="图" width="600" height="400"></p>\n';
const piece = `${paragraph.repeat(4)}${image}`;

function article(bytes: number): string {
  return `---\ntitle: 标题\n---\n\n<div>${piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)))}</div>`;
}

/** The preview's page in a real browser, with a stand-in for VS Code around it. */
async function main(): Promise<void> {
  const tab = await PreviewTab.open('light');
  try {
    const small = article(50_000);
    const bare = await least(4, () => bareTime(tab, small));
    const first = await least(4, async () => {
      await tab.load('light');
      return pageTime(tab, () => tab.show(small));
    });
    let number = 0;
    const update = await least(6, () => pageTime(tab, () => tab.show(small.replace('清晨', `清晨${++number}`))));
    await tab.show(small);
    const annotations = await least(4, () => annotationsTime(tab, small));
    const annotated = await least(4, () => annotatedTime(tab, small));
    const figures = { bare, first, update, annotations, annotated, ...(await largeTimes(tab)) };
    process.stdout.write(JSON.stringify(figures));
  } finally {
    await tab.close();
    await cleanUp();
  }
}

function annotationsTime(tab: PreviewTab, text: string): Promise<number> {
  const { prepared, seen } = new SampleText(text);
  const threads = Array.from({ length: 200 }, (_, index) => {
    const start = Math.floor((index * prepared.article.length) / 201);
    const place = seen.passageOf({ start, end: start + 40 });
    return thread(`${index}`, { on: 'passage', ...(place === undefined ? {} : { place }) }, `${Math.random()}`);
  });
  return pageTime(tab, () => tab.send(message(threads)));
}

/** An article with 300 annotations from its choice on: prepared, its annotations found in its text, all of it drawn. */
async function annotatedTime(tab: PreviewTab, text: string): Promise<number> {
  const { prepared: described } = new SampleText(text);
  const read: ArticleAnnotations = {
    article: options.path,
    texts: new Map([[described.name, described.fingerprint]]),
    broken: [],
    annotations: Array.from({ length: 300 }, (_, index) => {
      const start = Math.floor((index * described.article.length) / 301);
      const passage = describePassage(described, { start, end: start + 40 });
      if (passage === undefined) throw new Error(`There is no passage at ${start}.`);
      const draft = { uuid: `${index}`, creator: 'Ada', now: '2026-01-01T00:00:00Z', article: options.path };
      return newAnnotation(
        draft,
        { kind: 'passage', passage },
        { labels: [{ label: 'claim' }], note: `Note ${index}` },
      );
    }),
  };
  await tab.load('light');
  const before = process.cpuUsage();
  const shown = tab.messageOf(prepareArticle(text, options));
  const { anchored, prepared } = anchorAnnotations(read, text);
  const seen = prepared && new SeenArticle(prepared.article);
  const threads = anchored.map(({ annotation: { id }, start, end }) => {
    const place = start === null || end === null ? undefined : seen?.passageOf({ start, end });
    if (place === undefined) throw new Error(`${id} was not found.`);
    return thread(id, { on: 'passage', place });
  });
  const { user, system } = process.cpuUsage(before);
  const drawn = await pageTime(tab, async () => {
    await tab.render(shown);
    await tab.send(message(threads));
  });
  return (user + system) / 1000 + drawn;
}

async function largeTimes(tab: PreviewTab): Promise<Readonly<Record<string, number>>> {
  const text = article(2_000_000);
  const bareLarge = await least(2, () => bareTime(tab, text));
  const prepared: number[] = [];
  const drawn = await least(2, async () => {
    await tab.load('light');
    const before = process.cpuUsage();
    const article = prepareArticle(text, options);
    const { user, system } = process.cpuUsage(before);
    prepared.push((user + system) / 1000);
    return pageTime(tab, () => tab.render(tab.messageOf(article)));
  });
  await tab.page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  const article2MB = prepareArticle(text, options);
  const firstLook = await least(2, async () => {
    await tab.load('light');
    return pageTime(tab, () => tab.render(tab.messageOf(article2MB)));
  });
  const preparing = Math.min(...prepared);
  return { bareLarge, large: preparing + drawn, prepared: preparing, firstLook };
}

/** What the browser needs for the same HTML in a page that holds nothing else. */
async function bareTime(tab: PreviewTab, text: string): Promise<number> {
  const { html } = prepareArticle(text, options);
  await tab.page.goto(`${tab.server.origin}/bare`);
  return pageTime(tab, () =>
    tab.page.evaluate((source) => {
      document.body.innerHTML = source;
    }, html),
  );
}

/** The least of a few: the first ones wait for the compiler. */
async function least(runs: number, run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) times.push(await run());
  return Math.min(...times);
}

/** The time the page's own thread works, layout and paint included; not what others do on the machine meanwhile. */
async function pageTime({ page }: PreviewTab, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskTime();
  await work();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const after = await taskTime();
  await session.detach();
  return after - before;

  async function taskTime(): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'TaskDuration');
    if (found === undefined) throw new Error('The browser does not tell how long its tasks took.');
    return found.value * 1000;
  }
}

void main();
