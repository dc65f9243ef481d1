import assert from 'node:assert/strict';
import { OrderedLeaves } from '../../../src/core/tree/orderedLeaves';
import { Seeded } from '../../support/seeded';

interface Leaf {
  title: string;
}

describe('the leaves of a group in order', () => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const inOrder = (a: Leaf, b: Leaf): number => compare(a.title, b.title);

  it('are found again with few comparisons after one of many has changed', () => {
    const leaves = Array.from({ length: 20_000 }, (_, i): Leaf => ({ title: `Title ${i}` }));
    const group = new Set(leaves);
    let comparisons = 0;
    const ordered = new OrderedLeaves(group, (a, b) => {
      comparisons++;
      return inOrder(a, b);
    });
    ordered.in(group);
    assert.ok(comparisons > 10_000);
    comparisons = 0;
    const [, , , , , leaf] = leaves;
    assert.ok(leaf !== undefined);
    leaf.title = 'Title 12345b';
    ordered.move(leaf);
    const sorted = ordered.in(group);
    assert.equal(sorted.length, 20_000);
    assert.equal(sorted[sorted.indexOf(leaf) - 1]?.title, 'Title 12345');
    assert.ok(comparisons <= 16, `${comparisons} comparisons`);
    assert.equal(ordered.in(group), sorted);
  });

  it('are the same as sorted anew after any changes', () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = new Seeded(seed);
      let made = 0;
      // No two are alike, so that there is one order.
      const title = () => `${random.below(8)} ${made++}`;
      const group = new Set(Array.from({ length: random.below(12) }, (): Leaf => ({ title: title() })));
      const ordered = new OrderedLeaves(group, inOrder);
      for (let step = 0; step < 20; step++) {
        const known = [...group];
        const leaf = random.below(3) === 0 || known.length === 0 ? { title: '' } : random.of(known);
        if (group.has(leaf) && random.below(3) === 0) group.delete(leaf);
        else {
          leaf.title = title();
          group.add(leaf);
        }
        ordered.move(leaf);
        if (random.below(3) === 0) continue;
        assert.deepEqual(ordered.in(group), [...group].sort(inOrder), `seed ${seed}, step ${step}`);
      }
    }
  });
});
