import assert from 'node:assert/strict';
import { annotationFacets } from '../../../src/core/annotations/index/annotationFilter';
import { articleFacets } from '../../../src/core/archive/articleFilter';
import { problemFacets } from '../../../src/core/problems/problemFilter';
import { type Facets, namesOf } from '../../../src/core/query/filter';
import { inEnglish } from '../../../src/core/text/message';

describe('the facets of a filter', () => {
  const described = <Filter>(facets: Facets<Filter, never, never>, filter: Required<Filter>): readonly string[] =>
    namesOf(facets).map((name) => {
      const value = filter[name];
      assert.ok(value !== undefined && value !== null);
      const text = facets[name].describe(value);
      return 'template' in text ? inEnglish(text) : text.join(' or ');
    });
  const ledger = { key: 'ledger', name: 'Ledger' };
  const days = { first: 20210101, last: 20211231 };

  it('of articles describe themselves in the order in which they are asked for', () => {
    assert.deepEqual(
      described(articleFacets, {
        text: 'ferry',
        sources: [ledger, { key: '', name: 'Unknown source' }],
        days,
        unread: true,
        problems: true,
      }),
      ['“ferry”', 'Ledger or Unknown source', '2021-01-01 to 2021-12-31', 'unread', 'with problems'],
    );
  });

  it('of problems do so too', () => {
    assert.deepEqual(
      described(problemFacets, {
        text: 'ferry',
        severity: 'warning',
        rules: ['image/empty', 'metadata/date'],
        sources: [ledger],
        fixable: true,
      }),
      ['“ferry”', 'errors and warnings', 'image/empty or metadata/date', 'Ledger', 'safely fixable'],
    );
  });

  it('of annotations do so too', () => {
    assert.deepEqual(
      described(annotationFacets, {
        text: 'why',
        label: { key: 'claim', name: 'Claim' },
        creator: 'Lin',
        days,
        unresolved: true,
        orphans: true,
      }),
      ['“why”', 'Claim', 'Lin', '2021-01-01 to 2021-12-31', 'not resolved', 'not found any more'],
    );
  });
});
