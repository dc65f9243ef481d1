import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { extensionHostLogs } from './extensionHostLogs';
import { fileNameOf, resultsFolder } from './resultsFolder';
import { ofExtensionHost, type Witnesses } from './witnesses';

/** A page that does not answer for as long is stuck itself, which is worth knowing too. */
const milliseconds = 15_000;

/**
 * Keeps what there is to see and to read when a test has failed: of each page a picture, the tree of what
 * it showed and its console; what servers printed, and the logs of extension hosts written since. Returns the files.
 */
export async function keepEvidence(
  witnesses: Witnesses,
  suite: string,
  title: string,
  since: number,
): Promise<readonly string[]> {
  const folder = join(resultsFolder, 'failures', suite, fileNameOf(title));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  const keep = async (name: string, text: string | Promise<string>): Promise<void> => {
    const path = join(folder, name);
    await writeFile(path, await text);
    files.push(path);
  };
  let number = 0;
  for (const { context, console } of witnesses.contexts) {
    for (const page of context.pages()) {
      const name = `page-${++number}`;
      const path = join(folder, `${name}.png`);
      const taken = await page.screenshot({ path, timeout: milliseconds }).catch(reasonOf);
      if (typeof taken === 'string') await keep(`${name}-without-picture.txt`, taken);
      else files.push(path);
      await keep(`${name}-shown.txt`, shownIn(page));
    }
    await keep(`page-${number}-console.log`, console.join('\n'));
    const lines = console.filter((line) => ofExtensionHost.test(line));
    if (lines.length > 0) await keep(`page-${number}-extension-host.log`, lines.join('\n'));
  }
  for (const [index, server] of [...witnesses.servers].entries()) {
    await keep(`server-${index + 1}.log`, server.log());
    const logs = extensionHostLogs(server.logFolder, since);
    if (logs.length === 0) continue;
    await keep(`extension-host-${index + 1}.log`, logs.map(({ name, text }) => `== ${name}\n${text}`).join('\n'));
  }
  return files;
}

/** The accessibility tree of a page and of each of its frames: what a reader is told. */
async function shownIn(page: Page): Promise<string> {
  const tree = (frame: Frame): Promise<string> =>
    frame.locator('body').ariaSnapshot({ timeout: milliseconds }).catch(reasonOf);
  const shown: string[] = [];
  for (const frame of page.frames()) shown.push(`== ${frame.url()}\n${await tree(frame)}`);
  return shown.join('\n\n');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
