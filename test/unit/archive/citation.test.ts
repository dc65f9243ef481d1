import assert from 'node:assert/strict';
import { formatCitation } from '../../../src/core/archive/citation';

describe('a citation', () => {
  const all = {
    title: 'The tide gauge',
    source: 'Harbour Ledger',
    author: 'Ada',
    date: '2021-11-27',
    link: 'https://example.com/1',
    path: 'a/b.md',
  };
  const usual = '{title}. {source}, {date}. {link}';
  const without = (...names: readonly (keyof typeof all)[]) => ({
    ...all,
    ...Object.fromEntries(names.map((n) => [n, ''])),
  });

  for (const [template, values, expected] of [
    [usual, all, 'The tide gauge. Harbour Ledger, 2021-11-27. https://example.com/1'],
    [usual, without('source'), 'The tide gauge, 2021-11-27. https://example.com/1'],
    [usual, without('link'), 'The tide gauge. Harbour Ledger, 2021-11-27'],
    [usual, without('source', 'date', 'link'), 'The tide gauge'],
    [usual, { title: 'T', path: 'p' }, 'T'],
    ['{author}: {title}.', without('author'), 'The tide gauge.'],
    ['By {author}: {title}.', all, 'By Ada: The tide gauge.'],
    ['By {author}: {title}.', without('author'), 'The tide gauge.'],
    ['{title} ({date})', without('date'), 'The tide gauge'],
    ['{title} ({source}, {date}).', without('date'), 'The tide gauge (Harbour Ledger).'],
    ['{title} ({source}, {date}).', without('source'), 'The tide gauge, 2021-11-27.'],
    ['{title} ({source}, {date}).', without('source', 'date'), 'The tide gauge.'],
    ['{title} (in {source})', all, 'The tide gauge (in Harbour Ledger)'],
    ['{title} (in {source})', without('source'), 'The tide gauge'],
    ['{source}’s {title}', all, 'Harbour Ledger’s The tide gauge'],
    ['[{title}]({link})', without('link'), '[The tide gauge]'],
    ['“{title}”（{source}），{date}。', without('source'), '“The tide gauge”，2021-11-27。'],
    ['《{title}》，{source}，{date}。', without('date'), '《The tide gauge》，Harbour Ledger。'],
    ['{title}, *{source}*, {date}', without('source'), 'The tide gauge, 2021-11-27'],
    ['{title}, *{source}*, {date}', all, 'The tide gauge, *Harbour Ledger*, 2021-11-27'],
    ['{title}. Accessed today.', all, 'The tide gauge. Accessed today.'],
    ['{path} {unknown}', all, 'a/b.md {unknown}'],
    ['No values', all, 'No values'],
    ['({link}).', without('link'), ''],
    ['', all, ''],
    ['{title}', { title: '$& {date} $1', date: '2021', path: 'p' }, '$& {date} $1'],
  ] as const) {
    it(`is "${expected}" of "${template}"`, () => {
      assert.equal(formatCitation(template, values), expected);
    });
  }
});
