import assert from 'node:assert/strict';
import { prepareArticle } from '../../src/core/preview/prepareArticle';
import { showImages } from '../../src/core/preview/shownImage';
import type { RenderMessage } from '../../src/protocol/previewMessages';
import { readFromPreview } from '../../src/protocol/readPreviewMessage';
import type { Attack } from './attack';
import { attacks } from './attackPayloads';
import { frontMatterAttacks } from './frontMatterAttacks';
import { dangersIn, runsBare, showAndPoke } from './pageChecks';
import { usualData } from './previewServer';
import { options, PreviewTab } from './previewTab';

describe('hostile articles', () => {
  let tab: PreviewTab;
  let navigations = 0;

  before(async () => {
    tab = await PreviewTab.open('light');
    tab.page.on('framenavigated', () => navigations++);
  });
  after(() => tab?.close());

  it('are many', () => {
    const bodies = new Set([...attacks.map(({ body }) => body), ...frontMatterAttacks]);
    assert.equal(bodies.size, attacks.length + frontMatterAttacks.length, 'one is there twice');
    assert.ok(bodies.size >= 300, `only ${bodies.size}`);
  });

  it('do nothing as articles', async () => {
    for (const [index, attack] of attacks.entries()) {
      const body = filled(attack, index, 'article');
      const isMarkdown = attack.kind === 'markdown';
      await expectNothing(
        messageOf(`---\ntitle: Attack ${index}\n---\n\n${isMarkdown ? body : `<p>x</p>${body}`}`),
        body,
      );
    }
  });

  it('do nothing inside of Markdown', async () => {
    for (const [index, attack] of attacks.entries()) {
      const body = filled(attack, index, 'markdown');
      await expectNothing(messageOf(`Some *words* first.\n\n${body}\n\nAnd ${body.replaceAll('\n', ' ')} last.`), body);
    }
  });

  it('do nothing in the header card', async () => {
    for (const [index, value] of frontMatterAttacks.entries()) {
      const text = filled({ kind: 'frontMatter', body: value }, index, 'head');
      const document = `${text}\n\nBody.`;
      const message = messageOf(document);
      const { head } = message;
      const { title } = head;
      const problems = [{ severity: 'error', message: title, start: 0, end: 1 }] as const;
      const hostile = { ...head, sourceProfile: title, date: title, isoDate: title, dateText: title, problems };
      const everywhere = { ...hostile, source: text, author: text, categories: [text], link: text };
      await expectNothing({ ...message, head: hostile }, text);
      await expectNothing({ ...messageOf(document), head: everywhere }, text);
    }
  });

  it('asked for nothing, went nowhere, and the policy had nothing to stop', async () => {
    await tab.page.waitForLoadState('networkidle');
    assert.deepEqual(tab.server.strangers, []);
    assert.deepEqual(tab.requests, []);
    assert.equal(navigations, 0);
    assert.deepEqual(tab.console, []);
    assert.deepEqual(await tab.violations(), []);
  });

  it('do nothing even where nobody prepared them', async () => {
    for (const [index, attack] of attacks.entries()) {
      const body = filled(attack, index, 'raw');
      await expectNothing({ ...messageOf('x'), html: body }, body);
    }
  });

  // The sanitiser reads a body in a document that is not shown, where the policy stops what preparation would have left out.
  it('asked for nothing and went nowhere even then', async () => {
    await tab.page.waitForLoadState('networkidle');
    assert.deepEqual(tab.server.strangers, []);
    assert.deepEqual(tab.requests, []);
    assert.equal(navigations, 0);
    assert.deepEqual(
      tab.console.filter((line) => !line.includes('Content Security Policy')),
      [],
    );
  });

  it('do nothing as words in the HTML of the page', async () => {
    const hostile = [...attacks.map(({ body }) => body), ...frontMatterAttacks]
      .map((body) => body.replaceAll('§', 'pwned=1').replaceAll('¤', 'https://evil.test/'))
      .join('</script>');
    const page = { ...usualData.strings.page, article: hostile };
    const own = await PreviewTab.open('light', { data: { ...usualData, strings: { ...usualData.strings, page } } });
    try {
      await own.show('---\ntitle: Tides\n---\n<p>The harbour froze.</p>\n');
      assert.equal(await own.page.getAttribute('main', 'aria-label'), hostile);
      assert.deepEqual(await own.page.evaluate(dangersIn), []);
      assert.deepEqual([own.requests, own.server.strangers, own.console, await own.violations()], [[], [], [], []]);
    } finally {
      await own.close();
    }
  });

  it('would do much to a page without protection', async () => {
    const bare = await tab.page.context().newPage();
    await bare.goto(`${tab.server.origin}/bare`);
    const ran: string[] = [];
    for (const [index, attack] of attacks.entries()) {
      if (!['handler', 'foreign', 'mutation', 'letters'].includes(attack.kind)) continue;
      const body = filled(attack, index, 'bare');
      if (await bare.evaluate(runsBare, body)) ran.push(body);
    }
    await bare.close();
    assert.ok(ran.length >= 50, `only ${ran.length} of them ran:\n${ran.join('\n')}`);
  });

  function messageOf(text: string): RenderMessage {
    const prepared = prepareArticle(text, options);
    return { ...tab.messageOf(prepared), ...showImages(prepared, 'off', new Map()) };
  }

  async function expectNothing(message: RenderMessage, attack: string): Promise<void> {
    for (const sent of await tab.page.evaluate(showAndPoke, message)) {
      const read = readFromPreview(sent);
      assert.ok(read, `${attack} made the page say ${JSON.stringify(sent)}`);
      if (read.kind === 'openLink') assert.match(read.url, /^(?:https?:\/\/|mailto:)/);
    }
    const dangers = await tab.page.evaluate(dangersIn);
    assert.deepEqual(dangers, [], attack);
    assert.deepEqual(tab.server.strangers, [], attack);
    assert.equal(tab.page.frames().length, 1, attack);
    assert.equal(navigations, 0, attack);
  }

  function filled({ body }: Attack, index: number, where: string): string {
    return body.replaceAll('§', 'pwned=1').replaceAll('¤', `${tab.server.origin}/evil/${where}/${index}`);
  }
});
