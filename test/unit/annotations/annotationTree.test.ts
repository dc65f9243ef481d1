import assert from 'node:assert/strict';
import type { AnchorState } from '../../../src/core/annotations/anchoring/passage';
import type { AnnotationRow } from '../../../src/core/annotations/index/annotationRow';
import {
  type AnnotationGroup,
  type AnnotationGrouping,
  AnnotationTree,
  annotationGroupings,
} from '../../../src/core/annotations/index/annotationTree';
import { Seeded } from '../../support/seeded';

function annotation(id: string, article: string | undefined, more: Partial<AnnotationRow> = {}): AnnotationRow {
  return {
    id,
    article,
    kind: article === undefined ? 'source' : 'passage',
    creator: 'Lin',
    labels: [],
    subject: `subject ${id}`,
    note: '',
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    replies: 0,
    isResolved: false,
    ...more,
  };
}

/** Annotations that a test changes at will, and the tree that follows them. */
class Followed {
  readonly rows = new Map<string | undefined, AnnotationRow[]>();
  readonly states = new Map<string, AnchorState>();
  readonly titles = new Map<string, string>();
  readonly tree: AnnotationTree;
  asked = 0;

  constructor(
    rows: readonly AnnotationRow[],
    private readonly grouping: AnnotationGrouping = 'label',
  ) {
    for (const row of rows) this.rows.set(row.article, [...(this.rows.get(row.article) ?? []), row]);
    this.tree = this.fresh();
    this.asked = 0;
  }

  fresh(): AnnotationTree {
    const options = {
      grouping: this.grouping,
      matches: ({ note }: AnnotationRow) => {
        this.asked++;
        return note !== 'hidden';
      },
      rowsOf: (article: string | undefined) => this.rows.get(article) ?? [],
      stateOf: ({ id }: AnnotationRow) => this.states.get(id),
      titleOf: (path: string) => this.titles.get(path) ?? path,
      sourceOf: ({ kind, subject, article }: AnnotationRow) => {
        const name = kind === 'source' ? subject : article?.startsWith('a') ? 'Ledger' : undefined;
        return name === undefined ? undefined : { key: name.toLowerCase(), name };
      },
    };
    return new AnnotationTree('root', options, this.rows.keys());
  }

  put(article: string | undefined, ...rows: AnnotationRow[]): readonly string[] {
    if (rows.length === 0) this.rows.delete(article);
    else this.rows.set(article, rows);
    this.tree.update([article]);
    return this.changed();
  }

  changed(): readonly string[] {
    const { whole, groups, leaves } = this.tree.takeChange();
    if (whole) return ['all'];
    return [
      ...Array.from(groups, nameOf),
      ...Array.from(leaves, ({ item, group }) => `${item.id} in ${nameOf(group)}`),
    ];
  }
}

function nameOf({ key }: AnnotationGroup): string {
  return `${key?.kind} ${key?.name ?? key?.key ?? ''}`;
}

function draw(tree: AnnotationTree, group: AnnotationGroup = tree.root, indent = ''): readonly string[] {
  return tree
    .children(group)
    .flatMap((row) =>
      row.type === 'leaf'
        ? [`${indent}${row.item.id}${row.measure === 'orphan' ? '!' : ''}`]
        : [`${indent}${nameOf(row)} ${row.size}`, ...draw(tree, row, `${indent}  `)],
    );
}

const claim = { labels: [{ label: 'claim' }] };
const both = { labels: [{ label: 'claim' }, { label: 'error' }, { label: 'claim' }] };
const some = [
  annotation('1', 'a.md', claim),
  annotation('2', 'a.md', { created: '2025-01-01T00:00:00Z', creator: '周' }),
  annotation('3', 'b.md', both),
  annotation('4', undefined, { subject: 'Ledger' }),
  annotation('5', 'b.md', { kind: 'other' }),
];

describe('the tree of annotations', () => {
  const outermost = (grouping: AnnotationGrouping): readonly string[] =>
    draw(new Followed(some, grouping).tree).filter((line) => !line.startsWith(' '));

  it('groups by label and article, article, source and person, what has none last', () => {
    assert.deepEqual(draw(new Followed(some).tree), [
      'label claim 2',
      '  article a.md 1',
      '    1',
      '  article b.md 1',
      '    3',
      'label error 1',
      '  article b.md 1',
      '    3',
      'label  2',
      '  article a.md 1',
      '    2',
      '  article  1',
      '    4',
    ]);
    assert.deepEqual(outermost('article'), ['article a.md 2', 'article b.md 1', 'article  1']);
    assert.deepEqual(outermost('source'), ['source Ledger 3', 'source  1']);
    assert.deepEqual(outermost('person'), ['person Lin 3', 'person 周 1']);
  });

  it('counts each annotation once, however many labels it has, and leaves out what it cannot show', () => {
    const { tree } = new Followed(some);
    assert.deepEqual([tree.size, tree.root.size, tree.root.count], [4, 4, 5]);
  });

  it('puts what is lost first as well, and takes it away when it is found', () => {
    const followed = new Followed(some, 'person');
    followed.states.set('3', 'orphan');
    followed.tree.update(['b.md']);
    assert.deepEqual(followed.changed(), ['all']);
    assert.deepEqual(draw(followed.tree), [
      'orphans  orphans 1',
      '  3!',
      'person Lin 3',
      '  4',
      '  1',
      '  3!',
      'person 周 1',
      '  2',
    ]);
    followed.states.delete('3');
    followed.tree.update(['b.md']);
    assert.deepEqual(draw(followed.tree), draw(new Followed(some, 'person').tree));
  });

  it('refreshes only the groups of what has changed', () => {
    const followed = new Followed(some);
    const [first, second] = some;
    assert.ok(first && second);
    assert.deepEqual(followed.put('a.md', first, second), [], 'nothing is other than before');
    assert.deepEqual(followed.put('a.md', { ...first, note: 'New.' }, second), ['1 in article a.md']);
    assert.deepEqual(followed.put('a.md', first, second, annotation('6', 'a.md', claim)), ['label claim']);
    assert.deepEqual(followed.put('a.md', first), ['label ', 'label claim']);
    assert.deepEqual(followed.put('b.md', annotation('3', 'b.md', claim)), ['all'], 'no error is left');
  });

  it('shows articles by the titles they have now', () => {
    const followed = new Followed(some, 'article');
    followed.titles.set('a.md', 'The ferry');
    followed.tree.update(['a.md', 'z.md']);
    assert.deepEqual(followed.changed(), ['all']);
    assert.equal(draw(followed.tree)[0], 'article The ferry 2');
    followed.tree.touchArticles(['a.md', 'z.md']);
    assert.deepEqual(followed.changed(), ['1 in article The ferry', '2 in article The ferry']);
  });

  it('keeps apart what has the same id in a copy of its article', () => {
    const { tree } = new Followed([annotation('1', 'a.md'), annotation('1', 'copy.md')], 'article');
    assert.deepEqual(draw(tree), ['article a.md 1', '  1', 'article copy.md 1', '  1']);
  });

  for (const grouping of annotationGroupings) {
    it(`is the same after any changes as one made anew, grouped by ${grouping}`, () => {
      const random = new Seeded(11);
      const followed = new Followed([], grouping);
      for (let step = 0; step < 1500; step++) {
        const article = random.of(['', 'a.md', 'a2.md', 'b.md', 'c.md']) || undefined;
        const rows = Array.from({ length: random.below(4) }, (_, at) =>
          annotation(`${at}`, article, {
            labels: ['claim', 'error', 'fact'].filter(() => random.below(2) === 0).map((label) => ({ label })),
            creator: random.of(['Lin', '周', '']),
            note: random.of(['', 'hidden']),
            created: `202${random.below(3)}-01-01T00:00:00Z`,
          }),
        );
        for (const { id } of rows) {
          if (random.below(3) === 0) followed.states.set(id, random.of<AnchorState>(['orphan', 'exact']));
        }
        followed.put(article, ...rows);
        // A state is of all articles here; in the index it is of one.
        followed.tree.update(followed.rows.keys());
        if (step % 25 === 0) assert.deepEqual(draw(followed.tree), draw(followed.fresh()), `step ${step}`);
      }
    });
  }

  it('looks at the annotations of changed articles alone, however many there are', () => {
    const followed = new Followed(
      Array.from({ length: 5000 }, (_, at) => annotation(`${at}`, `a${at % 500}.md`, claim)),
      'label',
    );
    followed.tree.children(followed.tree.root);
    const rows = followed.rows.get('a7.md') ?? [];
    followed.put('a7.md', ...rows.map((row) => ({ ...row, note: 'New.' })));
    assert.equal(followed.asked, 10);
  });
});
