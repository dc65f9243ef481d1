import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { patienceMilliseconds } from '../eventually';
import { ownWitnesses, watchContext } from '../evidence/witnesses';
import { onExit } from '../onExit';
import { processWide } from '../processWide';
import { hangMilliseconds } from '../runner/patience';
import { findBrowser } from './findBrowser';

/** One for the process; started again when it has gone. */
const shared = processWide<{ browser?: Promise<Browser> | undefined }>('browser', () => ({}));

/**
 * A browser profile of its own, in the browser that all tests of this process share. Close it in the end: what it shows
 * when a test fails is kept.
 */
export async function openContext(options: BrowserContextOptions, witnesses = ownWitnesses): Promise<BrowserContext> {
  shared.browser ??= launchBrowser();
  const context = await (await shared.browser).newContext(options);
  context.setDefaultTimeout(patienceMilliseconds);
  return watchContext(context, witnesses);
}

/** A headless browser that talks to nobody by itself. */
async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch(await launchOptions());
  onExit(() => browser.close());
  browser.on('disconnected', () => {
    shared.browser = undefined;
  });
  return browser;
}

async function launchOptions() {
  const asRoot = process.getuid?.() === 0;
  return {
    timeout: hangMilliseconds,
    executablePath: await findBrowser(),
    headless: true,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      '--disable-gpu',
    ],
  };
}
