import assert from 'node:assert/strict';
import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import { NameSpellings } from '../../../src/core/archive/nameSpellings';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { SourceNames } from '../../../src/core/article/sourceNames';
import { entry } from '../../support/builders';
import { Seeded } from '../../support/seeded';

const wide = '快讯（早间）';
const narrow = '快讯(早间)';

function sourcesOf(...entries: ArticleEntry[]): { index: ArchiveIndex; name: (text: string) => string } {
  const index = new ArchiveIndex();
  index.apply(entries);
  return { index, name: (text) => index.names.sources.of(text).name };
}

describe('the names that articles write', () => {
  it('are shown as they are written', () => {
    const { name } = sourcesOf(entry('a.md', { source: wide }));
    assert.equal(name(wide), wide);
    assert.equal(name(narrow), wide);
    assert.equal(new SourceNames().resolve({ text: wide, from: 'field' }).name, wide);
  });

  it('are shown as most articles write them, of equally many as the first by path does', () => {
    const { index, name } = sourcesOf(entry('b.md', { source: narrow }), entry('a.md', { source: wide }));
    assert.equal(name(narrow), wide);
    index.apply([entry('c.md', { source: narrow })]);
    assert.equal(name(wide), narrow);
    index.apply([], ['b.md']);
    assert.equal(name(wide), wide);
    index.apply([entry('0.md', { source: narrow }), entry('d.md', { source: wide })]);
    assert.equal(name(wide), narrow);
    index.apply([], ['a.md', 'd.md']);
    assert.equal(name(wide), narrow);
  });

  it('are canonical where sources.json says so', () => {
    const names = new SourceNames({ sources: { 快讯: { aliases: [narrow] } } });
    const { index } = sourcesOf(entry('a.md', { source: wide }));
    assert.equal(names.spelledBy(index.names.sources).resolve({ text: wide, from: 'field' }).name, '快讯');
  });

  it('are counted for authors and categories too', () => {
    const { index } = sourcesOf(
      entry('a.md', { author: 'LI Wen', categories: ['Sea', 'sea'] }),
      entry('b.md', { author: 'Li Wen', categories: ['sea'] }),
      entry('c.md', { author: 'Li Wen' }),
    );
    assert.equal(index.names.authors.of('LI WEN').name, 'Li Wen');
    assert.equal(index.names.categories.of('SEA').name, 'sea');
  });

  it('are the same however the articles came and went', () => {
    const random = new Seeded(11);
    const texts = ['Ledger', 'LEDGER', 'Ｌedger', 'Evening', 'EVENING'];
    const { index } = sourcesOf();
    for (let step = 0; step < 300; step++) {
      const put = Array.from({ length: random.below(4) }, () =>
        entry(`${random.below(20)}.md`, { source: random.of(texts) }),
      );
      index.apply(put, [`${random.below(20)}.md`]);
      const anew = new ArchiveIndex();
      anew.apply([...index.entries()].sort((a, b) => (a.path < b.path ? -1 : 1)));
      for (const { source } of index.entries()) {
        const text = source?.text ?? '';
        assert.equal(index.names.sources.of(text).name, anew.names.sources.of(text).name, `step ${step}`);
      }
    }
  });

  it('are counted without looking at other articles, but where the first of equally many has gone', () => {
    let looks = 0;
    const known = new Map<string, ArticleEntry>();
    const names = new NameSpellings(
      ({ source }) => (source === undefined ? [] : [source.text]),
      () => {
        looks++;
        return known.values();
      },
    );
    const put = (article: ArticleEntry): void => {
      const before = known.get(article.path);
      known.set(article.path, article);
      if (before !== undefined) names.remove(before);
      names.add(article);
      names.settle();
    };
    for (let at = 100; at < 400; at++) put(entry(`${at}.md`, { source: at % 3 === 0 ? narrow : wide }));
    // A source renamed article by article passes through equality once.
    for (let at = 100; at < 400; at++) put(entry(`${at}.md`, { source: narrow }));
    assert.ok(looks <= 2, `${looks} looks at all articles`);
    assert.equal(names.of(wide).name, narrow);
  });
});
