import assert from 'node:assert/strict';
import { type AnchoredAnnotation, anchorAnnotations } from '../../../src/core/annotations/anchorAnnotations';
import type { Annotation, AnnotationTarget } from '../../../src/core/annotations/model/annotation';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';

describe('anchoring the annotations of an article', () => {
  let reads = 0;

  const annotation = (id: string, target: AnnotationTarget): Annotation => {
    const made = newAnnotation(
      { uuid: id, creator: 'Lin', now: '2026-01-01T00:00:00Z', article: 'a.md' },
      { kind: 'article' },
      { note: id },
    );
    return {
      ...made,
      id,
      get target() {
        reads++;
        return target;
      },
    };
  };
  const quote = (exact: string): AnnotationTarget => ({ kind: 'passage', passage: { exact, prefix: '', suffix: '' } });
  const reply = (id: string, to: string): Annotation => annotation(id, { kind: 'reply', to });
  const anchored = (annotations: readonly Annotation[]): ReadonlyMap<string, AnchoredAnnotation> => {
    reads = 0;
    const found = anchorAnnotations(
      { article: 'a.md', annotations, texts: new Map(), broken: [] },
      '<p>The night ferry returns to the harbour.</p>',
    );
    return new Map(found.anchored.map((one) => [one.annotation.id, one]));
  };

  it('puts replies where what they answer is, through other replies, whatever their order', () => {
    const found = anchored([
      reply('third', 'second'),
      reply('second', 'first'),
      reply('first', 'head'),
      reply('to lost', 'lost'),
      reply('to nothing', 'gone'),
      annotation('head', quote('night ferry returns')),
      annotation('lost', quote('A quote that is nowhere in the text')),
    ]);
    for (const id of ['first', 'second', 'third']) {
      assert.deepEqual([found.get(id)?.text, found.get(id)?.annotation.id], ['night ferry returns', id]);
    }
    for (const id of ['to lost', 'to nothing']) assert.equal(found.get(id)?.state, 'orphan');
  });

  it('loses replies that answer each other in a circle', () => {
    const found = anchored([reply('a', 'b'), reply('b', 'c'), reply('c', 'b'), reply('itself', 'itself')]);
    assert.deepEqual(
      [...found.values()].map(({ state }) => state),
      ['orphan', 'orphan', 'orphan', 'orphan'],
    );
  });

  it('reads each reply a few times, however many there are', () => {
    const readsOf = (count: number): number => {
      const chain = Array.from({ length: count }, (_, at) => reply(`${at}`, at === 0 ? 'head' : `${at - 1}`));
      const found = anchored([annotation('head', quote('night ferry returns')), ...chain.reverse()]);
      assert.equal(found.get(`${count - 1}`)?.text, 'night ferry returns');
      return reads;
    };
    const few = readsOf(100);
    assert.ok(readsOf(400) <= 4 * few, `${few} reads of 100 replies`);
  });
});
