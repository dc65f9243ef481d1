import assert from 'node:assert/strict';
import { AnchorCache } from '../../../src/core/annotations/anchorCache';
import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { InMemoryTextStore } from '../../support/inMemoryTextStore';

const document = '---\ntitle: Tides\n---\n<p>The night ferry returns to the harbour.</p>\n';

describe('anchoring for all who want to know', () => {
  let store: AnnotationStore;
  let cache: AnchorCache;
  const annotate = async (exact: string, article = 'a.md'): Promise<void> => {
    const prepared = new PreparedText(readArticleText(document));
    const start = prepared.article.text.indexOf(exact);
    const passage = describePassage(prepared, { start, end: start + exact.length });
    assert.ok(passage);
    const origin = { uuid: exact, creator: 'Lin', now: '2026-01-01T00:00:00Z', article };
    await store.save(article, 'Lin', [{ after: newAnnotation(origin, { kind: 'passage', passage }, {}) }]);
  };
  const found = async (text = document, article = 'a.md'): Promise<readonly (string | undefined)[]> =>
    cache.anchor(await store.read(article), text).anchored.map((one) => one.text);
  /** As another instance: what an editor gives is never the one that a file gave. */
  const copyOf = (text: string): string => Buffer.from(text).toString();

  beforeEach(async () => {
    store = new AnnotationStore(new InMemoryTextStore());
    cache = new AnchorCache();
    await annotate('night ferry');
  });

  it('reads a text once and anchors once, whoever asks', async () => {
    const one = cache.anchor(await store.read('a.md'), document);
    const other = cache.anchor(await store.read('a.md'), copyOf(document));
    for await (const read of store.readAll()) assert.equal(cache.anchor(read, document), one);
    assert.equal(other, one);
    assert.equal(cache.prepare(copyOf(document)), one.prepared);
    assert.deepEqual(cache.work, { texts: 1, anchorings: 1 });
  });

  it('anchors anew where annotations have changed, in the text that is read already', async () => {
    assert.deepEqual(await found(), ['night ferry']);
    await annotate('harbour');
    assert.deepEqual((await found()).toSorted(), ['harbour', 'night ferry']);
    assert.deepEqual(cache.work, { texts: 1, anchorings: 2 });
  });

  it('reads each version of a text, and an older one that is back not again', async () => {
    const later = document.replace('ferry', 'boat ferry');
    assert.deepEqual(await found(), ['night ferry']);
    assert.deepEqual(await found(later), ['night boat ferry']);
    assert.deepEqual(await found(), ['night ferry']);
    assert.deepEqual(cache.work, { texts: 2, anchorings: 2 });
  });

  it('keeps the annotations of two articles of one text apart', async () => {
    await annotate('harbour', 'b.md');
    assert.deepEqual([await found(), await found(document, 'b.md')], [['night ferry'], ['harbour']]);
    assert.deepEqual(cache.work, { texts: 1, anchorings: 2 });
  });

  it('loses all where the article is gone', async () => {
    const { anchored, prepared } = cache.anchor(await store.read('a.md'), undefined);
    assert.deepEqual([anchored.map(({ state }) => state), prepared], [['orphan'], undefined]);
  });

  it('remembers a bounded number of characters, the last text always', async () => {
    cache = new AnchorCache(document.length * 3);
    const versions = Array.from({ length: 20 }, (_, index) => document.replace('night', `night ${index}`));
    for (const version of versions) cache.prepare(version);
    for (const version of versions.slice(-2)) cache.prepare(version);
    assert.equal(cache.work.texts, 20);
    cache.prepare(versions[0] ?? '');
    assert.equal(cache.work.texts, 21);
    const long = document.repeat(10);
    assert.equal(cache.prepare(long), cache.prepare(copyOf(long)));
  });
});
