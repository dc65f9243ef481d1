import assert from 'node:assert/strict';
import { compareArticles } from '../../../src/core/archive/articleOrder';
import { ArticleRow, GroupNode } from '../../../src/core/archive/groupNode';
import { OrderedRows } from '../../../src/core/archive/orderedRows';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { entry } from '../../support/builders';
import { Seeded } from '../../support/seeded';

describe('the rows of a group in order', () => {
  const inOrder = compareArticles('title');
  const groupOf = (entries: readonly ArticleEntry[]) => {
    const group = new GroupNode('g', undefined, undefined);
    for (const each of entries) group.addArticle(new ArticleRow(group, each, true));
    return group;
  };

  it('are found again with few comparisons after one of many has changed', () => {
    const group = groupOf(Array.from({ length: 20_000 }, (_, i) => entry(`${i}.md`, { title: `Title ${i}` })));
    let comparisons = 0;
    const ordered = new OrderedRows(group.articles.values(), (a, b) => {
      comparisons++;
      return inOrder(a, b);
    });
    ordered.in(group.articles);
    assert.ok(comparisons > 10_000);
    comparisons = 0;
    const row = group.articles.get('5.md');
    assert.ok(row !== undefined);
    row.entry = { ...row.entry, title: 'Title 12345b' };
    ordered.move(row);
    const rows = ordered.in(group.articles);
    assert.equal(rows.length, 20_000);
    assert.equal(rows[rows.indexOf(row) - 1]?.entry.title, 'Title 12345');
    assert.ok(comparisons <= 16, `${comparisons} comparisons`);
    assert.equal(ordered.in(group.articles), rows);
  });

  it('are the same as sorted anew after any changes', () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = new Seeded(seed);
      const title = () => `${random.below(8)}`;
      const group = groupOf(Array.from({ length: random.below(12) }, (_, i) => entry(`${i}`, { title: title() })));
      const ordered = new OrderedRows(group.articles.values(), inOrder);
      for (let step = 0; step < 20; step++) {
        const path = `${random.below(15)}`;
        const old = group.articles.get(path);
        const row = old ?? new ArticleRow(group, entry(path), true);
        if (old !== undefined && random.below(3) === 0) group.deleteArticle(row);
        else {
          row.entry = entry(path, { title: title() });
          group.addArticle(row);
        }
        ordered.move(row);
        if (random.below(3) === 0) continue;
        const anew = [...group.articles.values()].sort((a, b) => inOrder(a.entry, b.entry));
        assert.deepEqual(
          ordered.in(group.articles).map(({ id }) => id),
          anew.map(({ id }) => id),
          `seed ${seed}, step ${step}`,
        );
      }
    }
  });
});
