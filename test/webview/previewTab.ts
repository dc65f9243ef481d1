import type { BrowserContext, Page } from 'playwright-core';
import { defaultReadingRules } from '../../src/core/article/readingRules';
import type { PreparationOptions } from '../../src/core/preview/preparationOptions';
import { prepareArticle } from '../../src/core/preview/prepareArticle';
import type { PreparedArticle } from '../../src/core/preview/preparedArticle';
import { localImagePaths, type RemoteImages, showImages } from '../../src/core/preview/shownImage';
import { defaultCheckSettings } from '../../src/core/problems/checkSettings';
import type { FromPreview, RenderMessage, ToPreview } from '../../src/protocol/previewMessages';
import { readFromPreview } from '../../src/protocol/readPreviewMessage';
import { eventually } from '../support/eventually';
import { pictureFile } from '../support/evidence/resultsFolder';
import { openContext } from '../support/hosts/launchBrowser';
import { builtPreview } from './builtPreview';
import { PreviewServer } from './previewServer';
import { type Theme, themes } from './themes';

export const options: PreparationOptions = {
  ...defaultCheckSettings,
  path: '2024/article.md',
  reading: { ...defaultReadingRules, timeZone: 'Asia/Shanghai' },
};

type Kind = FromPreview['kind'];
type Message<K extends Kind> = Extract<FromPreview, { readonly kind: K }>;

/** What the page keeps of VS Code's side; it is put there before any script of the page. */
interface Sent {
  readonly sent: unknown[];
  readonly violations: string[];
}

/** The preview in a real browser, with a stand-in for VS Code around it. */
export class PreviewTab {
  readonly server: PreviewServer;
  readonly page: Page;
  /** What the page said on its console, but for debug. */
  readonly console: string[] = [];
  /** Whatever the page asked for that is not part of it, blocked or not. */
  readonly requests: string[] = [];
  readonly #context: BrowserContext;
  #version = 0;
  #collected = 0;

  private constructor(server: PreviewServer, context: BrowserContext, page: Page) {
    this.server = server;
    this.#context = context;
    this.page = page;
  }

  static async open(
    theme: Theme = 'light',
    { remoteImages, data }: Partial<Pick<PreviewServer, 'remoteImages' | 'data'>> = {},
  ): Promise<PreviewTab> {
    const server = await PreviewServer.start(await builtPreview());
    if (remoteImages !== undefined) server.remoteImages = remoteImages;
    if (data !== undefined) server.data = data;
    const context = await openContext({ viewport: { width: 900, height: 1000 }, deviceScaleFactor: 1 });
    const tab = new PreviewTab(server, context, await context.newPage());
    await tab.#watch();
    await tab.load(theme);
    return tab;
  }

  async load(theme: Theme): Promise<void> {
    await this.page.goto(this.server.origin);
    await this.dress(theme);
    await this.waitFor('ready');
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.server.stop();
  }

  /** As VS Code does it: a class, and variables on the root. */
  async dress(theme: Theme): Promise<void> {
    const [name, colours] = [`vscode-${theme}`, themes[theme]];
    await this.page.evaluate(
      ([className, variables]) => {
        document.body.className = document.body.className.replace(/\bvscode-\S+/g, '').trim();
        document.body.classList.add(className);
        for (const property of [...document.documentElement.style]) {
          if (property.startsWith('--vscode')) document.documentElement.style.removeProperty(property);
        }
        for (const [variable, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(`--vscode-${variable}`, value);
        }
      },
      [name, colours] as const,
    );
  }

  send(message: ToPreview): Promise<void> {
    return this.page.evaluate((data) => window.postMessage(data, '*'), message);
  }

  /** Prepares a document as the extension does, shows it, and waits until it is there. */
  async show(
    text: string,
    change: Partial<RenderMessage> = {},
    remote: RemoteImages = 'off',
  ): Promise<PreparedArticle> {
    const prepared = prepareArticle(text, options);
    await this.render({ ...this.messageOf(prepared, remote), ...change });
    return prepared;
  }

  messageOf(prepared: PreparedArticle, remote: RemoteImages = 'off'): RenderMessage {
    const local = new Map(localImagePaths(prepared).map((path) => [path, `${this.server.origin}/${path}`]));
    const { head, html, links, statistics, language, limited } = prepared;
    return {
      kind: 'render',
      version: ++this.#version,
      article: options.path,
      head: {
        title: head.title,
        ...(head.source === undefined ? {} : { source: head.source }),
        ...(head.author === undefined ? {} : { author: head.author }),
        ...(head.date.kind === 'missing' ? {} : { date: head.date.text }),
        categories: head.categories,
        ...(head.link === undefined ? {} : { link: head.link }),
        ...(head.image === undefined ? {} : { image: head.image }),
        problems: [],
      },
      html,
      ...showImages(prepared, remote, local),
      links,
      statistics,
      ...(language === undefined ? {} : { language }),
      ...(limited === undefined ? {} : { limited }),
      mayLoadRemote: false,
    };
  }

  async render(message: RenderMessage): Promise<Message<'didRender'>> {
    this.#version = Math.max(this.#version, message.version);
    await this.send(message);
    return this.waitFor('didRender', ({ version }) => version === message.version);
  }

  /** The body as the page gives it for an export. */
  async collect(article: RenderMessage): Promise<string> {
    const request = ++this.#collected;
    await this.send({ kind: 'collect', request, article });
    const { html } = await this.waitFor('collected', (answer) => answer.request === request);
    return html;
  }

  /** Waits until the page has taken all that it was sent: it takes messages in order. */
  async taken(): Promise<void> {
    await this.collect(this.messageOf(prepareArticle('', options)));
  }

  /** Everything the page has told VS Code so far; what is no message of ours throws. */
  async sent(): Promise<readonly FromPreview[]> {
    const sent = await this.page.evaluate(() => (window as unknown as Sent).sent);
    return sent.map((message) => {
      const read = readFromPreview(message);
      if (read === undefined) throw new Error(`No message of ours: ${JSON.stringify(message)}`);
      return read;
    });
  }

  async sentOf<K extends Kind>(kind: K): Promise<readonly Message<K>[]> {
    return (await this.sent()).filter((message): message is Message<K> => message.kind === kind);
  }

  forget(): Promise<void> {
    return this.page.evaluate(() => void (window as unknown as Sent).sent.splice(0));
  }

  waitFor<K extends Kind>(kind: K, fits: (message: Message<K>) => boolean = () => true): Promise<Message<K>> {
    return eventually(`a message ${kind}`, async () => (await this.sentOf(kind)).find(fits));
  }

  /** What the page's policy has refused. */
  violations(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as Sent).violations);
  }

  /** Keeps a picture to be looked at. */
  async screenshot(name: string, fullPage = false): Promise<string> {
    const path = pictureFile(name);
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide', fullPage });
    return path;
  }

  async #watch(): Promise<void> {
    this.page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    this.page.on('pageerror', (error) => this.console.push(`error: ${error.message}`));
    this.page.on('dialog', (dialog) => {
      this.console.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const own = new Set(['/', '/preview.js', '/preview.css', '/favicon.ico']);
    this.#context.on('request', (request) => {
      const url = request.url();
      if (url.startsWith(this.server.origin) && own.has(new URL(url).pathname)) return;
      if (!url.startsWith('data:')) this.requests.push(url);
    });
    await this.page.addInitScript(() => {
      const sent: unknown[] = [];
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
      Object.assign(window, {
        sent,
        violations,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => sent.push(structuredClone(message)),
          getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
          setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
        }),
      });
    });
  }
}
