import assert from 'node:assert/strict';
import { LabelledArticles } from '../../../../src/core/annotations/agreement/labelledArticles';
import { anchorAnnotations } from '../../../../src/core/annotations/anchorAnnotations';
import { newAnnotation } from '../../../../src/core/annotations/model/writeAnnotation';
import type { ArticleAnnotations } from '../../../../src/core/annotations/store/annotationStore';

const annotationsOf = (article: string, label: string): ArticleAnnotations => ({
  article,
  annotations: [
    newAnnotation(
      { uuid: article, creator: 'Lin', now: '2026-01-01T00:00:00Z', article },
      { kind: 'article' },
      { labels: [{ label }] },
    ),
  ],
  texts: new Map(),
  broken: [],
});
const atOnce = (): Promise<void> => Promise.resolve();

describe('what people gave to articles', () => {
  let reads: string[];
  let label: string;
  let waiting: (() => void)[];
  let isSlow: boolean;
  let articles: LabelledArticles;
  const labelsOf = (path: string) => articles.get(path)?.labels.map((given) => given.label);

  beforeEach(() => {
    reads = [];
    label = 'claim';
    waiting = [];
    isSlow = false;
    articles = new LabelledArticles(async (path) => {
      reads.push(path);
      const read = annotationsOf(path, label);
      if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      return anchorAnnotations(read, path === 'gone.md' ? undefined : '<p>The ferry returns.</p>');
    });
  });

  it('is read once, and again where it is forgotten', async () => {
    const paths = new Set(['a.md', 'b.md', 'gone.md']);
    const done: number[] = [];
    await articles.read(paths, atOnce, (count) => done.push(count));
    assert.deepEqual([labelsOf('a.md'), labelsOf('gone.md')], [['claim'], undefined]);
    assert.deepEqual(done, [1, 2, 3]);
    label = 'error';
    articles.forget(['b.md']);
    await articles.read(paths, atOnce);
    assert.deepEqual(reads, ['a.md', 'b.md', 'gone.md', 'b.md']);
    assert.deepEqual([labelsOf('a.md'), labelsOf('b.md')], [['claim'], ['error']]);
    await articles.read(new Set(['a.md']), atOnce);
    assert.equal(articles.get('b.md'), undefined);
  });

  it('is never what was read before a change', async () => {
    isSlow = true;
    const first = articles.read(new Set(['a.md']), atOnce);
    articles.forget(['a.md']);
    label = 'error';
    const second = articles.read(new Set(['a.md']), atOnce);
    while (waiting.length < 2) await Promise.resolve();
    waiting[1]?.();
    await second;
    waiting[0]?.();
    await first;
    assert.deepEqual(labelsOf('a.md'), ['error']);
  });

  it('stops where it is told to', async () => {
    let breaths = 0;
    const paths = new Set(Array.from({ length: 50 }, (_, index) => `${index}.md`));
    const stop = async (): Promise<void> => {
      if (++breaths > 5) throw new Error('stopped');
    };
    await assert.rejects(articles.read(paths, stop), /stopped/);
    assert.ok(reads.length < 20, `${reads.length}`);
    await articles.read(paths, atOnce);
    assert.ok(labelsOf('49.md'));
  });
});
