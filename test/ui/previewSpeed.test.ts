import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { archiveOf, article, openPreview, showsTitle } from './previewPage';

interface Moment {
  readonly kind: string;
  readonly time: number;
  /** What drawing took, as the page tells it. */
  readonly milliseconds?: number;
}

declare global {
  interface Window {
    previewMoments?: Moment[];
  }
}

/** Generous beside the bars, which are printed: what computers that run tests do beside cannot be known. */
const leeway = 10;

describe('the speed of the preview', () => {
  let workbench: Workbench;
  let archive: TemporaryFolder;

  after(async () => {
    await workbench?.close();
    await archive?.remove();
  });

  it('is that of the bars', async () => {
    const paragraph =
      '<p>The harbour was quiet; 港口很安静，only the gulls went on with what they had to say of it. </p>\n';
    const body = (bytes: number): string =>
      `<div>\n${paragraph.repeat(Math.ceil(bytes / Buffer.byteLength(paragraph)))}</div>`;
    archive = await archiveOf({
      'a small.md': article('Small', 'Short.'),
      'b medium.md': article('Medium', body(50_000)),
      'c large.md': article('Large', body(2_000_000)),
    });
    workbench = await openWorkbench({ folder: archive.path });
    const { page } = workbench;
    await page.addInitScript(rememberMoments);
    await page.reload();
    await workbench.waitUntilReady();
    // Once, so that all code is loaded; then the page comes up anew.
    await openPreview(workbench, 'a small.md', 'Small');
    await workbench.runCommand('Close Editor');
    await openPreview(workbench, 'b medium.md', 'Medium');
    const ready = await momentsOf(workbench, 'ready');
    const painted = await momentsOf(workbench, 'painted');
    const first = (painted[0]?.time ?? 0) - (ready[0]?.time ?? 0);
    for (let round = 0; round < 5; round++) {
      const { length } = await momentsOf(workbench, 'didRender');
      await workbench.typeInEditor('\n\nMore.', { atEnd: true });
      await eventually('another render', async () => (await momentsOf(workbench, 'didRender')).length > length);
    }
    const updates = (await momentsOf(workbench, 'didRender')).slice(1).map(({ milliseconds = 0 }) => milliseconds);
    await workbench.save();
    await workbench.openFile('c large.md');
    await showsTitle(workbench, 'Large', 60_000);
    const large = (await momentsOf(workbench, 'didRender')).at(-1)?.milliseconds ?? 0;
    const update = updates.sort((a, b) => a - b)[Math.floor(updates.length / 2)] ?? 0;
    console.log(
      `50 KB: painted ${first.toFixed(0)} ms after ready, updated in ${update.toFixed(0)} ms; 2 MB: drawn in ${large.toFixed(0)} ms.`,
    );
    assert.ok(first > 0 && first < 150 * leeway, `first paint: ${first} ms`);
    assert.ok(update > 0 && update < 50 * leeway, `update: ${update} ms`);
    assert.ok(large > 0 && large < 1500 * leeway, `2 MB: ${large} ms`);
  });
});

/** Runs in every frame. In the one around the page of the preview, VS Code takes what the page tells by a function. */
function rememberMoments(): void {
  const moments: Moment[] = [];
  window.previewMoments = moments;
  const now = (): number => performance.timeOrigin + performance.now();
  type Take = (command: string, data: unknown) => void;
  let take: Take | undefined;
  Object.defineProperty(window, '__vscode_post_message__', {
    set: (value: Take) => {
      take = value;
    },
    get: (): Take => (command, data) => {
      const message = (data as { readonly message?: Partial<Moment> } | undefined)?.message;
      if (message?.kind !== undefined) {
        const { kind, milliseconds } = message;
        moments.push({ kind, time: now(), ...(milliseconds === undefined ? {} : { milliseconds }) });
        // The second frame after it begins when the first is on the screen.
        const painted = (): unknown => moments.push({ kind: 'painted', time: now() });
        if (kind === 'didRender') requestAnimationFrame(() => requestAnimationFrame(painted));
      }
      take?.(command, data);
    },
  });
}

async function momentsOf({ page }: Workbench, kind: string): Promise<readonly Moment[]> {
  const read = (frame: Frame): Promise<readonly Moment[]> =>
    frame.evaluate(() => window.previewMoments ?? []).catch(() => []);
  const all = (await Promise.all(page.frames().map(read))).flat();
  return all.filter((moment) => moment.kind === kind).sort((a, b) => a.time - b.time);
}
