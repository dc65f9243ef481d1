import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { webviewShell } from '../../src/core/preview/webviewShell';
import { readFromSourceForm } from '../../src/protocol/readSourceFormMessage';
import type { FromSourceForm, ProfileEdit, ShownSource, ToSourceForm } from '../../src/protocol/sourceFormMessages';
import { type SourceFormStrings, sourceFormStrings } from '../../src/protocol/sourceFormStrings';
import { eventually } from '../support/eventually';
import { pictureFile } from '../support/evidence/resultsFolder';
import { openContext } from '../support/hosts/launchBrowser';
import { projectRoot } from '../support/projectRoot';
import { type Theme, themes } from './themes';

let built: Promise<ReadonlyMap<string, string>> | undefined;

/** Builds the form once, minified, without touching dist. */
export function builtSourceForm(): Promise<ReadonlyMap<string, string>> {
  const folder = join(projectRoot, 'src', 'webview', 'sourceProfile');
  built ??= build({
    entryPoints: [
      { in: join(folder, 'main.ts'), out: 'sourceProfile' },
      { in: join(folder, 'sourceProfile.css'), out: 'sourceProfile' },
    ],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: projectRoot,
    logLevel: 'warning',
  }).then(({ outputFiles }) => new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/')), text])));
  return built;
}

interface Sent {
  readonly sent: unknown[];
  readonly violations: string[];
}

/** The form of a source in a real browser, with a stand-in for VS Code around it. */
export class SourceFormTab {
  readonly page: Page;
  readonly #server: Server;

  private constructor(page: Page, server: Server) {
    this.page = page;
    this.#server = server;
  }

  static async open(theme: Theme = 'light', strings: SourceFormStrings = sourceFormStrings): Promise<SourceFormTab> {
    const files = await builtSourceForm();
    const server = createServer(({ url = '/' }, response) => {
      const text = files.get(url);
      if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(shellOf(server, strings));
      else if (text === undefined) response.writeHead(404).end();
      else response.setHeader('content-type', url.endsWith('.css') ? 'text/css' : 'text/javascript').end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const context = await openContext({ viewport: { width: 900, height: 1000 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const sent: unknown[] = [];
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        violations.push(`${effectiveDirective} ${blockedURI}`);
      });
      Object.assign(window, {
        sent,
        violations,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => sent.push(structuredClone(message)),
          getState: () => undefined,
          setState: () => undefined,
        }),
      });
    });
    const tab = new SourceFormTab(page, server);
    await page.goto(originOf(server));
    await tab.dress(theme);
    await eventually('the form listens', async () => (await tab.sent()).some(({ kind }) => kind === 'ready'));
    return tab;
  }

  async close(): Promise<void> {
    await this.page.context().close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** As VS Code does it: a class, and variables on the root. */
  dress(theme: Theme): Promise<void> {
    return this.page.evaluate(
      ([name, variables]) => {
        document.body.className = name;
        for (const property of [...document.documentElement.style]) {
          if (property.startsWith('--vscode')) document.documentElement.style.removeProperty(property);
        }
        for (const [variable, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(`--vscode-${variable}`, value);
        }
      },
      [`vscode-${theme}`, themes[theme]] as const,
    );
  }

  send(message: ToSourceForm): Promise<void> {
    return this.page.evaluate((data) => {
      // As if it had come already: who asks afterwards sees what it has done.
      window.dispatchEvent(new MessageEvent('message', { data }));
    }, message);
  }

  show(source: ShownSource): Promise<void> {
    return this.send({ kind: 'source', source });
  }

  /** Everything the form has told VS Code so far; what is no message of ours throws. */
  async sent(): Promise<readonly FromSourceForm[]> {
    const sent = await this.page.evaluate(() => (window as unknown as Sent).sent);
    return sent.map((message) => {
      const read = readFromSourceForm(message);
      if (read === undefined) throw new Error(`No message of ours: ${JSON.stringify(message)}`);
      return read;
    });
  }

  /** The changes the form wants, in order. */
  async edits(): Promise<readonly ProfileEdit[]> {
    return (await this.sent()).flatMap((message) => (message.kind === 'edit' ? [message.edit] : []));
  }

  /** Waits for so many changes, and answers the last. */
  async answer(count: number, fault?: string): Promise<ProfileEdit> {
    const edit = await eventually(`change ${count}`, async () => (await this.edits())[count - 1]);
    await this.send({ kind: 'done', id: count, ...(fault !== undefined && { fault }) });
    return edit;
  }

  /** What the page's policy has refused. */
  violations(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as Sent).violations);
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: pictureFile(name), animations: 'disabled', caret: 'hide', fullPage: true });
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function shellOf(server: Server, strings: SourceFormStrings): string {
  const origin = originOf(server);
  return webviewShell({
    cspSource: origin,
    nonce: 'MDEyMzQ1Njc4OWFiY2RlZg',
    scriptUri: `${origin}/sourceProfile.js`,
    styleUri: `${origin}/sourceProfile.css`,
    images: 'none',
    language: 'en',
    title: 'Source',
    data: { strings, first: [] },
  });
}
