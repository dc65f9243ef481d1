import assert from 'node:assert/strict';
import { InlineArticleReader } from '../../../src/core/archive/inlineArticleReader';
import type { ArchiveFiles } from '../../../src/core/host/archiveFiles';
import { articleText, rules, unstopped } from '../node/archiveFolder';

/** Files in memory whose reads end only when they are let go. */
class SlowFiles implements ArchiveFiles {
  readonly #contents: ReadonlyMap<string, Uint8Array>;
  readonly #waiting: (() => void)[] = [];
  readonly reads: string[] = [];
  mostAtOnce = 0;

  constructor(contents: Readonly<Record<string, string | Uint8Array>>) {
    const encoder = new TextEncoder();
    this.#contents = new Map(
      Object.entries(contents).map(([path, text]) => [path, typeof text === 'string' ? encoder.encode(text) : text]),
    );
  }

  async *list(): AsyncGenerator<readonly never[], void> {
    yield [];
  }

  async stat(): Promise<{ files: readonly never[]; folders: readonly never[] }> {
    return { files: [], folders: [] };
  }

  async read(path: string): Promise<Uint8Array> {
    this.reads.push(path);
    const held = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#waiting.length);
    setTimeout(() => this.#waiting.shift()?.());
    await held;
    const bytes = this.#contents.get(path);
    if (bytes === undefined) throw new Error('gone');
    return bytes;
  }
}

describe('reading articles without workers', () => {
  const stamps = (paths: readonly string[]) => paths.map((path) => ({ path, size: 1, mtime: 2 }));

  it('reads each file once, a few at a time', async () => {
    const contents = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.md`, articleText(`T${i}`)]));
    const files = new SlowFiles(contents);
    const { articles } = await new InlineArticleReader(files).read(
      stamps(Object.keys(contents)),
      'whole',
      rules,
      unstopped,
    );
    assert.equal(articles.length, 100);
    assert.deepEqual([...files.reads].sort(), Object.keys(contents).sort());
    assert.ok(files.mostAtOnce > 1 && files.mostAtOnce <= 16, `${files.mostAtOnce} at once`);
    assert.equal(articles.find(({ path }) => path === '42.md')?.title, 'T42');
  });

  it('reports what is no UTF-8 or cannot be read, and reads the rest', async () => {
    const files = new SlowFiles({ 'a.md': articleText('A'), 'b.md': new Uint8Array([0xe9, 0x20]) });
    const paths = stamps(['a.md', 'b.md', 'gone.md']);
    const { articles, unreadable } = await new InlineArticleReader(files).read(paths, 'head', rules, unstopped);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
    assert.deepEqual(unreadable.map(({ path, reason }) => `${path} ${reason}`).sort(), [
      'b.md notUtf8',
      'gone.md cannotRead',
    ]);
  });

  it('stops when it is told to', async () => {
    const contents = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.md`, articleText(`T${i}`)]));
    const files = new SlowFiles(contents);
    const stop = new AbortController();
    const reading = new InlineArticleReader(files).read(stamps(Object.keys(contents)), 'head', rules, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(reading, /enough/);
    assert.ok(files.reads.length <= 16);
  });
});
