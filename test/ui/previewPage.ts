import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder';
import { eventually, type Workbench } from '../support/workbench';

/** An archive of these articles by their paths, whole files or what follows the front matter of a plain one. */
export async function archiveOf(articles: Readonly<Record<string, string | Buffer>>): Promise<TemporaryFolder> {
  const folder = await temporaryFolder('archive');
  const write = async (path: string, text: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), text);
  };
  await write('.marginalia/config.json', '{ "timeZone": "Asia/Shanghai" }\n');
  for (const [path, text] of Object.entries(articles)) await write(path, text);
  return folder;
}

export function article(title: string, body: string, fields = ''): string {
  return `---\ntitle: '${title}'\nsource: Harbour Ledger\ndate: 2031-04-05 10:20\n${fields}---\n\n${body}\n`;
}

/** Opens an article and its preview beside it, and waits until that shows the title. */
export async function openPreview(workbench: Workbench, path: string, title: string): Promise<FrameLocator> {
  await workbench.openFile(path);
  await workbench.runCommand('Marginalia: Open Preview to the Side');
  await showsTitle(workbench, title);
  return workbench.webview();
}

/** Opens an article, and the preview in place of its text. */
export async function reopenAsPreview(workbench: Workbench, path: string, title: string): Promise<void> {
  await workbench.openFile(path);
  await workbench.runCommand('Reopen Editor With...');
  await workbench.quickInput.waitForRows('kinds of editors', (rows) =>
    rows.some(({ label }) => label === 'Article Preview'),
  );
  await workbench.quickInput.choose('Article Preview');
  await showsTitle(workbench, title);
}

export async function showsTitle(workbench: Workbench, title: string, milliseconds?: number): Promise<void> {
  const heading = workbench.webview().locator('main.article h1').first();
  await eventually(
    `the preview shows ${title}`,
    async () => (await heading.innerText({ timeout: 1000 })) === title,
    milliseconds,
  );
}

/** Waits for a notification in the list of all: what pops up is gone again soon, or never comes while a test drives. */
export async function saysInNotification(workbench: Workbench, text: string): Promise<void> {
  await workbench.page.locator('.statusbar-item .codicon-bell-dot').waitFor();
  await workbench.runCommand('Notifications: Show Notifications');
  const message = workbench.page.locator('.notifications-center .notification-list-item-message', { hasText: text });
  await message.first().waitFor();
  await workbench.runCommand('Notifications: Hide Notifications');
}

/** A server on this computer that knows what it was asked for. */
export class LoopbackServer {
  readonly requests: { readonly path: string; readonly referrer: string | undefined }[] = [];
  readonly #server: Server;
  readonly #waiting = new Set<ServerResponse>();
  #answer: (path: string, response: ServerResponse) => void = (_, response) => response.writeHead(404).end();

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', ({ url = '', headers }, response) => {
      this.requests.push({ path: url, referrer: headers.referer });
      this.#answer(url, response);
    });
  }

  static async start(answer?: LoopbackServer['answerBy']): Promise<LoopbackServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const started = new LoopbackServer(server);
    if (answer !== undefined) started.answerBy = answer;
    return started;
  }

  set answerBy(answer: (path: string, response: ServerResponse) => void) {
    this.#answer = answer;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often it was asked for a path. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  /** Leaves a request without an answer until the server stops. */
  keepWaiting(response: ServerResponse): void {
    this.#waiting.add(response);
  }

  async stop(): Promise<void> {
    for (const response of this.#waiting) response.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
