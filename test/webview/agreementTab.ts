import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { webviewShell } from '../../src/core/preview/webviewShell';
import type { AgreementState, FromAgreement, ToAgreement } from '../../src/protocol/agreementMessages';
import { readFromAgreement } from '../../src/protocol/readAgreementMessage';
import { eventually } from '../support/eventually';
import { pictureFile } from '../support/evidence/resultsFolder';
import { openContext } from '../support/hosts/launchBrowser';
import { projectRoot } from '../support/projectRoot';
import { strings } from './sampleReport';
import { type Theme, themes } from './themes';

/** A name that no network knows: all that is asked of it is answered here. */
const origin = 'http://agreement.test';

/** The agreement page in a real browser, with a stand-in for VS Code around it. */
export class AgreementTab {
  readonly page: Page;
  /** What the page said on its console, and what its policy has refused. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(theme: Theme = 'light', kept?: AgreementState): Promise<AgreementTab> {
    const files = await builtFiles();
    const context = await openContext({ viewport: { width: 1000, height: 900 } });
    const tab = new AgreementTab(await context.newPage());
    const { page } = tab;
    page.on('console', (message) => tab.complaints.push(message.text()));
    page.on('pageerror', (error) => tab.complaints.push(error.message));
    await page.route('**/*', async (route) => {
      const file = files.get(new URL(route.request().url()).pathname);
      await (file === undefined ? route.fulfill({ status: 404 }) : route.fulfill(file));
    });
    await page.addInitScript((state) => {
      const sent: unknown[] = [];
      Object.assign(window, {
        sent,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => sent.push(structuredClone(message)),
          getState: () => state,
          setState: (kept: unknown) => Object.assign(window, { kept: structuredClone(kept) }),
        }),
      });
    }, kept);
    await page.goto(origin);
    await tab.dress(theme);
    await tab.waitFor('ready');
    return tab;
  }

  /** As VS Code does it: a class, and variables on the root. */
  async dress(theme: Theme): Promise<void> {
    await this.page.evaluate(
      ([name, variables]) => {
        document.body.className = `vscode-${name}`;
        document.documentElement.removeAttribute('style');
        for (const [variable, value] of Object.entries(variables))
          document.documentElement.style.setProperty(`--vscode-${variable}`, value);
      },
      [theme, themes[theme]] as const,
    );
  }

  /** Sends messages, and waits until the page has taken them. */
  async send(...messages: readonly ToAgreement[]): Promise<void> {
    await this.page.evaluate(async (all) => {
      const taken = new Promise((resolve) => {
        window.addEventListener('message', ({ data }) => data === 'taken' && resolve(undefined));
      });
      for (const message of all) window.postMessage(message, '*');
      window.postMessage('taken', '*');
      await taken;
    }, messages);
  }

  /** What the page has told VS Code so far; what is no message of ours throws. */
  async sent(): Promise<readonly FromAgreement[]> {
    const sent = await this.page.evaluate(() => (window as unknown as { readonly sent: unknown[] }).sent);
    return sent.map((message) => {
      const read = readFromAgreement(message);
      if (read === undefined) throw new Error(`No message of ours: ${JSON.stringify(message)}`);
      return read;
    });
  }

  /** What the page wants to be given back when VS Code is loaded again. */
  kept(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as { readonly kept: unknown }).kept);
  }

  waitFor<K extends FromAgreement['kind']>(kind: K): Promise<Extract<FromAgreement, { readonly kind: K }>> {
    return eventually(`a message ${kind}`, async () =>
      (await this.sent()).findLast(
        (message): message is Extract<FromAgreement, { readonly kind: K }> => message.kind === kind,
      ),
    );
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: pictureFile(name), animations: 'disabled', fullPage: true });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

async function builtFiles(): Promise<ReadonlyMap<string, { readonly contentType: string; readonly body: string }>> {
  const folder = join(projectRoot, 'src', 'webview', 'agreement');
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts'), join(folder, 'agreement.css')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: projectRoot,
    logLevel: 'warning',
  });
  const textOf = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const shell = webviewShell({
    cspSource: origin,
    nonce: 'MDEyMzQ1Njc4OWFiY2RlZg',
    scriptUri: `${origin}/agreement.js`,
    styleUri: `${origin}/agreement.css`,
    images: 'none',
    language: 'en',
    title: 'Agreement',
    data: { strings, first: [] },
  });
  return new Map([
    ['/', { contentType: 'text/html; charset=utf-8', body: shell }],
    ['/agreement.js', { contentType: 'text/javascript; charset=utf-8', body: textOf('.js') }],
    ['/agreement.css', { contentType: 'text/css; charset=utf-8', body: textOf('.css') }],
    ['/favicon.ico', { contentType: 'image/x-icon', body: '' }],
  ]);
}
