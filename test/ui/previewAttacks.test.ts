import assert from 'node:assert/strict';
import type { Frame, FrameLocator } from 'playwright-core';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { attacks } from '../webview/attackPayloads';
import { frontMatterAttacks } from '../webview/frontMatterAttacks';
import { dangersIn } from '../webview/pageChecks';
import { archiveOf, LoopbackServer, openPreview } from './previewPage';

declare global {
  interface Window {
    /** What the policy of the preview's page had to refuse. */
    refused?: string[];
  }
}

const harmless = 'Nothing but words';

describe('an article that attacks', () => {
  let workbench: Workbench;
  let archive: TemporaryFolder;
  let server: LoopbackServer;
  const attackOf = new Map<string, string>();

  before(async () => {
    server = await LoopbackServer.start();
    archive = await archiveOf({
      'a/harmless.md': `---\ntitle: ${harmless}\ndate: 2031-01-01\n---\n\nGulls.\n`,
      ...attackingArticles(),
    });
    workbench = await openWorkbench({ folder: archive.path });
  });

  after(async () => {
    await workbench?.close();
    await archive?.remove();
    await server?.stop();
  });

  it('runs nothing, goes nowhere and asks no server, whatever it holds', async function () {
    const { page } = workbench;
    await workbench.openContainer('Marginalia');
    await workbench.view('Articles').waitForRows('the archive is read');
    await workbench.runCommand('Group by Folder');
    await openPreview(workbench, 'a/harmless.md', harmless);
    const frame = await frameOf(workbench.webview());
    await frame.evaluate(listenToPolicy);
    // What VS Code itself puts into a page is there before any attack.
    const usual = await frame.evaluate(dangersIn);
    const happened = watch(workbench);
    await workbench.webview().locator('main.article h1').first().click();
    const shown = new Set<string>();
    for (let last = ''; shown.size < attackOf.size; ) {
      await page.keyboard.press('n');
      last = await frame.evaluate(waitAndPoke, last);
      shown.add(last);
      const attack = `${last}: ${attackOf.get(last)}`;
      assert.deepEqual(await frame.evaluate(dangersIn), usual, attack);
      assert.deepEqual(await frame.evaluate(() => window.refused), [], attack);
      assert.deepEqual(happened, [], attack);
      assert.deepEqual(server.requests, [], attack);
    }
    assert.deepEqual([...shown].sort(), [...attackOf.keys()].sort());
    assert.ok(shown.size >= 300, `only ${shown.size}`);
    const ran = await Promise.all(page.frames().map((each) => each.evaluate(() => 'pwned' in window)));
    assert.ok(!ran.includes(true), 'a script has run in another frame');
    if (this.test) this.test.title += `: ${shown.size} articles`;
  });

  it('would be heard of by the server and by the page', async () => {
    const { page } = workbench;
    const frame = await frameOf(workbench.webview());
    const happened = watch(workbench);
    await frame.evaluate((url) => {
      const image = new Image();
      image.src = url;
      document.querySelector('main')?.append(image);
    }, `${server.origin}/refused.png`);
    await eventually('the policy refuses it', () => frame.evaluate(() => window.refused?.length === 1));
    assert.notDeepEqual(await frame.evaluate(dangersIn), []);
    const other = await page.context().newPage();
    await other.goto(`${server.origin}/seen`).catch(() => undefined);
    await other.close();
    await eventually('the server hears', () => server.count('/seen') === 1);
    assert.ok(happened.some((what) => what.includes('/seen')));
  });

  /** Each attack as an article: alone, and after words; those of front matter with words after them. */
  function attackingArticles(): Readonly<Record<string, string>> {
    const texts = [
      ...attacks.map(({ kind, body }) => (name: string) => {
        return `---\ntitle: ${name}\ndate: 2031-01-01\n---\n\n${kind === 'markdown' ? '' : '<p>x</p>'}${body}\n`;
      }),
      ...frontMatterAttacks.map((head) => (name: string) => `${head}\n\nWords of ${name}.\n`),
    ];
    const articles = texts.map((textOf, index): readonly [string, string] => {
      const name = `Attack-${String(index).padStart(4, '0')}`;
      const text = textOf(name).replaceAll('§', 'pwned=1').replaceAll('¤', `${server.origin}/evil/${index}`);
      attackOf.set(name, text);
      return [`b/${name}.md`, text];
    });
    return Object.fromEntries(articles);
  }
});

async function frameOf(page: FrameLocator): Promise<Frame> {
  const frame = await (await page.locator('html').elementHandle())?.ownerFrame();
  assert.ok(frame, 'the preview has a page');
  return frame;
}

/** What must never be: a frame that goes somewhere, a request to anybody but VS Code, an error, a dialog. */
function watch({ page }: Workbench): readonly string[] {
  const happened: string[] = [];
  const home = new URL(page.url()).origin;
  page.on('framenavigated', (frame) => happened.push(`a frame went to ${frame.url()}`));
  page.on('pageerror', ({ message }) => happened.push(message));
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) happened.push(message.text());
  });
  page.context().on('request', (request) => {
    const { protocol, origin, hostname } = new URL(request.url());
    const isVsCode = origin === home || hostname.endsWith('.vscode-cdn.net');
    if (!isVsCode && protocol !== 'data:' && protocol !== 'blob:') happened.push(`request for ${request.url()}`);
  });
  return happened;
}

/** Run in the page. */
function listenToPolicy(): void {
  const refused: string[] = [];
  window.refused = refused;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    refused.push(`${effectiveDirective} ${blockedURI}`);
  });
}

/** Run in the page: waits for another attack than the last, does with it what a person might, and tells its name. */
async function waitAndPoke(last: string): Promise<string> {
  const nextTask = (): Promise<unknown> => {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  };
  const nameOf = (): string => /Attack-\d{4}/.exec(document.querySelector('main')?.textContent ?? '')?.[0] ?? '';
  while (nameOf() === '' || nameOf() === last) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const name = nameOf();
  const types = 'pointerover mouseover mouseenter pointerdown focus keydown toggle animationstart'.split(' ');
  for (const element of [...document.querySelectorAll<HTMLElement>('main, main *')].slice(0, 200)) {
    for (const type of types) element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    element.focus?.();
    // Links ask the person, and images are enlarged: what a click does there is tried elsewhere.
    if (element.closest('.body') !== null && element.closest('a, button') === null) element.click?.();
    element.blur?.();
  }
  // Errors and loads of what a body brings come in tasks of their own.
  for (let task = 0; task < 3; task++) await nextTask();
  return name;
}
