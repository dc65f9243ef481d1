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

/** Each attack as an article: those of a body alone and after words, those of front matter with words after them. */
const texts: readonly { readonly kind: string; readonly textOf: (name: string) => string }[] = [
  ...attacks.map(({ kind, body }) => ({
    kind,
    textOf: (name: string) =>
      `---\ntitle: ${name}\ndate: 2031-01-01\n---\n\n${kind === 'markdown' ? '' : '<p>x</p>'}${body}\n`,
  })),
  ...frontMatterAttacks.map((head) => ({
    kind: 'front matter',
    textOf: (name: string) => `${head}\n\nWords of ${name}.\n`,
  })),
];

describe('an article that attacks', () => {
  let workbench: Workbench;
  let archive: TemporaryFolder;
  let server: LoopbackServer;
  const attackOf = new Map<string, { readonly kind: string; readonly text: string }>();

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

  describe('runs nothing, goes nowhere and asks no server', () => {
    const shown = new Set<string>();
    let frame: Frame;
    let happened: readonly string[];
    let usual: readonly string[];
    let last = '';

    before(async () => {
      await workbench.openContainer('Marginalia');
      await workbench.view('Articles').waitForRows('the archive is read');
      await workbench.runCommand('Group by Folder');
      await openPreview(workbench, 'a/harmless.md', harmless);
      // The views follow the preview, which takes longer than the preview itself.
      await workbench.runCommand('View: Close Primary Side Bar');
      frame = await frameOf(workbench.webview());
      await frame.evaluate(listenToPolicy);
      // What VS Code itself puts into a page is there before any attack.
      usual = await frame.evaluate(dangersIn);
      happened = watch(workbench);
      await workbench.webview().locator('main.article h1').first().click();
    });

    for (const [kind, count] of countsOf(texts.map((text) => text.kind))) {
      it(`by any ${kind}: ${count} articles`, async () => {
        const names = [...attackOf].filter(([, attack]) => attack.kind === kind).map(([name]) => name);
        // In the order of the archive, from where the test before this one ended.
        while (!names.every((name) => shown.has(name))) {
          await workbench.page.keyboard.press('n');
          last = await frame.evaluate(waitAndPoke, last);
          shown.add(last);
          const attack = `${last}: ${attackOf.get(last)?.text}`;
          const [dangers, refused] = await Promise.all([
            frame.evaluate(dangersIn),
            frame.evaluate(() => window.refused),
          ]);
          assert.deepEqual(dangers, usual, attack);
          assert.deepEqual(refused, [], attack);
          assert.deepEqual(happened, [], attack);
          assert.deepEqual(server.requests, [], attack);
        }
      });
    }

    it('in any other frame', async () => {
      const ran = await Promise.all(workbench.page.frames().map((each) => each.evaluate(() => 'pwned' in window)));
      assert.ok(!ran.includes(true), 'a script has run in another frame');
    });
  });

  describe('that gets through', () => {
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
  });

  function attackingArticles(): Readonly<Record<string, string>> {
    const articles = texts.map(({ kind, textOf }, index): readonly [string, string] => {
      const name = `Attack-${String(index).padStart(4, '0')}`;
      const text = textOf(name).replaceAll('§', 'pwned=1').replaceAll('¤', `${server.origin}/evil/${index}`);
      attackOf.set(name, { kind, text });
      return [`b/${name}.md`, text];
    });
    return Object.fromEntries(articles);
  }
});

function countsOf(kinds: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

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
