import type { CDPSession } from 'playwright-core';
import type { PreviewTab } from './previewTab';

interface Changed {
  readonly changed: { count: number };
}

/** Counts what the page of a preview does: the same work is the same number, however busy the machine is. */
export class PageWork {
  readonly #tab: PreviewTab;
  readonly #session: CDPSession;

  private constructor(tab: PreviewTab, session: CDPSession) {
    this.#tab = tab;
    this.#session = session;
  }

  /** The page is loaded anew: V8 counts the blocks only of functions that have not run before. */
  static async start(tab: PreviewTab): Promise<PageWork> {
    const session = await tab.page.context().newCDPSession(tab.page);
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await tab.load('light');
    return new PageWork(tab, session);
  }

  /** How often the blocks of the page's own code are entered. */
  async steps(work: () => Promise<unknown>): Promise<number> {
    await this.#take();
    await work();
    return this.#take();
  }

  /** How many nodes of the body are added, removed or changed. */
  async changedNodes(work: () => Promise<unknown>): Promise<number> {
    const { page } = this.#tab;
    await page.evaluate(() => {
      const changed = { count: 0 };
      Object.assign(window, { changed });
      const body = document.querySelector('.body');
      if (body === null) throw new Error('There is no body.');
      new MutationObserver((records) => {
        for (const { type, addedNodes, removedNodes } of records) {
          changed.count += type === 'childList' ? addedNodes.length + removedNodes.length : 1;
        }
      }).observe(body, { subtree: true, childList: true, characterData: true });
    });
    await work();
    return page.evaluate(() => (window as unknown as Changed).changed.count);
  }

  async #take(): Promise<number> {
    const { result } = await this.#session.send('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { url, functions } of result) {
      if (!url.startsWith(this.#tab.server.origin)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }
}
