import assert from 'node:assert/strict';
import { type ArticleFilter, articleFacets } from '../../../src/core/archive/articleFilter';
import { SourceNames } from '../../../src/core/article/sourceNames';
import { isEmptyFilter, matcher, withPart } from '../../../src/core/query/filter';
import { entry, shanghai } from '../../support/builders';

const articles = [
  entry('sea.md', { title: '海上 Ferry　Ｎｅｗｓ', source: 'Ledger', date: '2021-12-31T16:30:00Z' }),
  entry('town.md', { title: 'ferry and town news', source: ' LEDGER ', date: '2021-12-31T15:30:00Z' }),
  entry('none.md', { title: 'Nothing', date: '' }),
  entry('broken.md', { title: 'Broken', source: 'Evening', date: 'Invalid Date' }),
  entry('syntax.md', { title: 'Syntax', source: 'Evening', fault: 'syntax' }),
];

function matching(filter: ArticleFilter, read: readonly string[] = []): readonly string[] {
  const isUnread = (path: string) => !read.includes(path);
  const hasProblems = ({ path }: { readonly path: string }) => path === 'broken.md' || path === 'syntax.md';
  const context = { timeZone: shanghai, sources: new SourceNames(), isUnread, hasProblems };
  const matches = matcher(articleFacets, filter, context);
  return articles.filter(matches).map(({ path }) => path.replace('.md', ''));
}

describe('the filter', () => {
  it('takes all where nothing is set', () => {
    assert.equal(matching({}).length, articles.length);
    assert.equal(matching({ text: '  ' }).length, articles.length);
  });

  it('finds the words of a title in any order, whatever their case and width', () => {
    assert.deepEqual(matching({ text: 'news ferry' }), ['sea', 'town']);
    assert.deepEqual(matching({ text: 'ＦＥＲＲＹ　news' }), ['sea', 'town']);
    assert.deepEqual(matching({ text: '海上' }), ['sea']);
    assert.deepEqual(matching({ text: 'ferry village' }), []);
  });

  it('finds words of source and date too, as searching for an article does', () => {
    assert.deepEqual(matching({ text: 'ledger 2022' }), ['sea']);
    assert.deepEqual(matching({ text: '2021-12' }), ['town']);
    assert.deepEqual(matching({ text: 'evening' }), ['broken', 'syntax']);
    assert.deepEqual(matching({ text: 'invalid' }), ['broken']);
  });

  it('takes any of several sources, also none', () => {
    const source = (key: string) => ({ key, name: key });
    assert.deepEqual(matching({ sources: [source('ledger')] }), ['sea', 'town']);
    assert.deepEqual(matching({ sources: [source('')] }), ['none']);
    assert.deepEqual(matching({ sources: [source('evening'), source('')] }), ['none', 'broken', 'syntax']);
  });

  it('takes days by the clocks of the archive, and only of dates that can be read', () => {
    assert.deepEqual(matching({ days: { first: 20220101 } }), ['sea']);
    assert.deepEqual(matching({ days: { first: 20211231, last: 20211231 } }), ['town']);
    assert.deepEqual(matching({ days: { last: 99991231 } }), ['sea', 'town', 'syntax']);
  });

  it('takes what has problems, and what is unread', () => {
    assert.deepEqual(matching({ problems: true }), ['broken', 'syntax']);
    assert.deepEqual(matching({ unread: true }, ['sea.md', 'broken.md']), ['town', 'none', 'syntax']);
    assert.deepEqual(matching({ unread: true, problems: true }, ['sea.md', 'broken.md']), ['syntax']);
  });

  it('is empty when its last part is taken out', () => {
    const filter = withPart(withPart<ArticleFilter, 'text'>({}, 'text', 'ferry'), 'unread', true);
    assert.deepEqual(filter, { text: 'ferry', unread: true });
    assert.deepEqual(withPart(filter, 'text', 'sea'), { text: 'sea', unread: true });
    assert.ok(isEmptyFilter(withPart(withPart(filter, 'text', undefined), 'unread', undefined)));
    assert.ok(!isEmptyFilter(filter));
  });
});
