import assert from 'node:assert/strict';
import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import { canonicalLink } from '../../../src/core/archive/canonicalLink';
import { mostAlike } from '../../../src/core/archive/duplicateCandidates';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { SourceNames } from '../../../src/core/article/sourceNames';
import { ArchiveKnowledge } from '../../../src/core/problems/archiveKnowledge';
import { entry, shanghai } from '../../support/builders';
import { Seeded } from '../../support/seeded';

const names = new SourceNames({
  sources: {
    北湾晚报: { aliases: ['北湾晚报（电子版）'], domains: ['beiwan.example.com'] },
    'Harbour Ledger（周末）': {},
  },
});
const longTitle = 'The ferry that runs at night returns';

/** An archive's index with the knowledge that follows it. */
function archive(sources = names) {
  const index = new ArchiveIndex();
  const knowledge = new ArchiveKnowledge(sources, (path) => index.get(path), shanghai);
  let affected: readonly string[] = [];
  index.onDidChange((change) => {
    affected = knowledge.apply(change);
  });
  const apply = (entries: readonly ArticleEntry[], removed: readonly string[]): readonly string[] => {
    affected = [];
    index.apply(entries, removed);
    return affected;
  };
  const of = (path: string) => knowledge.of(index.get(path) ?? assert.fail(path));
  return {
    index,
    of,
    put: (...entries: readonly ArticleEntry[]) => apply(entries, []),
    remove: (...paths: readonly string[]) => apply([], paths),
    duplicatesOf: (path: string) => (of(path).duplicates ?? []).map((one) => `${one.path} ${one.because}`),
  };
}

describe('archive knowledge', () => {
  describe('the canonical source', () => {
    it('is told where another name of it is written', () => {
      const { put, of } = archive();
      put(
        entry('a.md', { source: '北湾晚报（电子版）' }),
        entry('b.md', { source: '北湾晚报' }),
        entry('c.md', { source: 'www.beiwan.example.com' }),
        entry('d.md', { source: '南屿科学站' }),
        entry('e.md'),
      );
      const canonical = { key: '北湾晚报', name: '北湾晚报' };
      assert.deepEqual(of('a.md'), { canonicalSource: canonical });
      assert.deepEqual(of('b.md'), {});
      assert.deepEqual(of('c.md'), { canonicalSource: canonical });
      assert.deepEqual(of('d.md'), {});
      assert.deepEqual(of('e.md'), {});
    });

    it('is written as the file of sources writes it', () => {
      const { put, of } = archive();
      put(entry('a.md', { source: 'Harbour Ledger（周末）' }), entry('b.md', { source: 'harbour  ledger(周末)' }));
      assert.equal(of('a.md').canonicalSource, undefined);
      assert.equal(of('b.md').canonicalSource?.name, 'Harbour Ledger（周末）');
    });

    it('is what far more articles write, and is told anew when that changes', () => {
      const { put, remove, of } = archive();
      assert.deepEqual(put(entry('1.md', { source: 'Ｏpen Orbit' }), entry('2.md', { source: 'open orbit' })), []);
      assert.equal(of('1.md').canonicalSource, undefined);
      put(entry('3.md', { source: 'Open Orbit' }), entry('4.md', { source: 'Open Orbit' }));
      assert.equal(of('1.md').canonicalSource, undefined);
      assert.deepEqual([...put(entry('5.md', { source: 'Open Orbit' }))].sort(), ['1.md', '2.md']);
      assert.equal(of('1.md').canonicalSource?.name, 'Open Orbit');
      assert.equal(of('5.md').canonicalSource, undefined);
      assert.deepEqual([...remove('3.md')].sort(), ['1.md', '2.md']);
      assert.equal(of('1.md').canonicalSource, undefined);
    });
  });

  describe('duplicates', () => {
    it('share an address, however it was shared', () => {
      const { put, of, duplicatesOf } = archive();
      put(entry('a.md', { title: 'One', link: 'https://www.ledger.example/ferry/?utm_source=feed#top' }));
      assert.deepEqual(put(entry('b.md', { title: 'Two', link: 'http://m.ledger.example/ferry' })), ['a.md']);
      assert.deepEqual(duplicatesOf('a.md'), ['b.md link']);
      assert.deepEqual(of('b.md').duplicates, [{ path: 'a.md', title: 'One', because: 'link' }]);
    });

    it('share title, source and day', () => {
      const { put, duplicatesOf } = archive();
      const parts = { title: '公告', source: '北湾晚报' };
      put(
        entry('a.md', { ...parts, date: '2021-11-27T23:30:00+08:00' }),
        entry('b.md', { title: ' 公告', source: '北湾晚报（电子版）', date: '2021-11-27T01:00:00+08:00' }),
        entry('c.md', { ...parts, date: '2021-11-28T01:00:00+08:00' }),
        entry('d.md', { ...parts, source: '南屿科学站', date: '2021-11-27T23:30:00+08:00' }),
        entry('e.md', { ...parts, date: '' }),
      );
      assert.deepEqual(duplicatesOf('a.md'), ['b.md titleAndSource']);
      for (const path of ['c.md', 'd.md', 'e.md']) assert.deepEqual(duplicatesOf(path), []);
    });

    it('share a long title and the source on different days', () => {
      const { put, duplicatesOf } = archive();
      const parts = { title: longTitle, source: 'Ledger' };
      put(entry('a.md', { ...parts, date: '2021-11-27' }), entry('b.md', { ...parts, date: '2022-01-02' }));
      assert.deepEqual(duplicatesOf('b.md'), ['a.md titleAndSource']);
    });

    it('are not two articles that name two addresses', () => {
      const { put, duplicatesOf } = archive();
      const parts = { title: longTitle, source: 'Ledger' };
      put(
        entry('a.md', { ...parts, link: 'https://ledger.example/1' }),
        entry('b.md', { ...parts, link: 'https://ledger.example/2' }),
      );
      assert.deepEqual(duplicatesOf('a.md'), []);
    });

    it('are not articles named after their files', () => {
      const { put, duplicatesOf } = archive();
      const parts = { title: longTitle, titleFrom: 'fileName', source: 'Ledger' } as const;
      put(entry('a/x.md', parts), entry('b/x.md', parts));
      assert.deepEqual(duplicatesOf('a/x.md'), []);
    });

    it('are not the many articles that share the address of a list', () => {
      const { put, remove, duplicatesOf } = archive();
      const some = (count: number) =>
        Array.from({ length: count }, (_, at) => entry(`${at}.md`, { link: 'https://ledger.example/news' }));
      put(...some(mostAlike));
      assert.equal(duplicatesOf('0.md').length, mostAlike - 1);
      assert.equal(put(entry('x.md', { link: 'https://ledger.example/news' })).length, mostAlike);
      assert.deepEqual(duplicatesOf('0.md'), []);
      assert.deepEqual(put(entry('y.md', { link: 'https://ledger.example/news' })), []);
      assert.deepEqual(remove('y.md'), []);
      assert.equal(remove('x.md').length, mostAlike);
      assert.equal(duplicatesOf('0.md').length, mostAlike - 1);
    });

    it('are told of an article as it stands in an editor', () => {
      const link = 'https://ledger.example/ferry';
      const known = [entry('a.md', { link }), entry('b.md')];
      const knowledge = new ArchiveKnowledge(names, (path) => known.find((one) => one.path === path));
      knowledge.apply({ added: known, changed: [], removed: [] });
      assert.deepEqual(knowledge.of(entry('b.md', { link })).duplicates?.length, 1);
    });
  });

  it('leaves others alone when nothing changed that they care for', () => {
    const { put } = archive();
    const link = 'https://ledger.example/ferry';
    put(entry('a.md', { title: 'A', link }), entry('b.md', { title: 'B', link }));
    assert.deepEqual(put(entry('a.md', { title: 'A', link, categories: ['x'], size: 7 })), []);
    assert.deepEqual(put(entry('a.md', { title: 'C', link })), ['b.md']);
  });

  it('knows after any changes what a new one knows, and named all whom they concerned', () => {
    const chance = new Seeded(7);
    const pick = <T>(...values: readonly T[]): T => chance.of(values);
    const { index, put, remove, of } = archive();
    const paths = Array.from({ length: 40 }, (_, at) => `${at}.md`);
    for (let round = 0; round < 200; round++) {
      const known = new Map([...index.paths()].map((path) => [path, JSON.stringify(of(path))]));
      const touched = paths.filter(() => chance.next() < pick(0.02, 0.2));
      const put1 = touched.map((path) => {
        const link = pick('', '', '', `https://a.example/${chance.below(6)}`);
        return entry(path, {
          title: pick('公告', longTitle, `Other ${chance.below(9)}`),
          titleFrom: pick('field', 'fileName'),
          date: pick('', '2021-11-27', '2021-11-28'),
          ...(link === '' ? {} : { link }),
          source: pick('Open Orbit', 'open orbit', '北湾晚报', '北湾晚报（电子版）'),
        });
      });
      const named = new Set(chance.next() < 0.3 ? remove(...touched) : put(...put1));
      const fresh = new ArchiveKnowledge(names, (path) => index.get(path), shanghai);
      fresh.apply({ added: [...index.entries()], changed: [], removed: [] });
      for (const article of index.entries()) {
        const now = JSON.stringify(of(article.path));
        assert.equal(now, JSON.stringify(fresh.of(article)), article.path);
        const isTold = touched.includes(article.path) || named.has(article.path);
        assert.ok(isTold || known.get(article.path) === now, `${article.path} was not named`);
      }
    }
  });
});

describe('the dates beside an article', () => {
  const undated = { date: 'Invalid Date' };
  const pathsBeside = ({ of }: ReturnType<typeof archive>, path: string) =>
    (of(path).datesBeside ?? []).map((beside) => beside.path);

  it('are those of the files before and after it in its folder, numbers by their value', () => {
    const known = archive();
    known.put(
      entry('a/10.md', { date: '2021-11-28' }),
      entry('a/9.md', undated),
      entry('a/8.md', undated),
      entry('a/7.md', { date: '2021-11-27' }),
      entry('a/100.md', { date: '2023-01-01' }),
      entry('b/8.md', { date: '2021-11-27' }),
      entry('b/9.md', undated),
    );
    assert.deepEqual(pathsBeside(known, 'a/9.md'), ['a/7.md', 'a/10.md']);
    assert.deepEqual(pathsBeside(known, 'a/8.md'), ['a/7.md', 'a/10.md']);
    assert.deepEqual(pathsBeside(known, 'b/9.md'), []);
    assert.deepEqual(pathsBeside(known, 'a/7.md'), []);
    known.put(entry('b/12.md', { date: '2021-11-20' }));
    assert.deepEqual(pathsBeside(known, 'b/9.md'), ['b/8.md', 'b/12.md']);
    known.remove('b/12.md', 'a/10.md');
    assert.deepEqual(pathsBeside(known, 'b/9.md'), []);
    assert.deepEqual(pathsBeside(known, 'a/9.md'), []);
  });

  it('are none where files are not in the order of their dates', () => {
    const known = archive();
    known.put(entry('1.md', { date: '2021-11-01' }), entry('2.md', undated), entry('3.md', { date: '2021-11-09' }));
    assert.deepEqual(pathsBeside(known, '2.md'), []);
    known.put(entry('3.md', { date: '2021-11-08' }));
    assert.deepEqual(pathsBeside(known, '2.md'), ['1.md', '3.md']);
  });

  it('are found among names that are equal but for zeros', () => {
    const known = archive();
    known.put(
      ...['001', '01', '1'].map((name, at) => entry(`${name}.md`, at === 1 ? undated : { date: '2021-11-27' })),
    );
    assert.deepEqual(pathsBeside(known, '01.md'), ['001.md', '1.md']);
  });

  it('are not looked for far away, however many files have no date', () => {
    const reads = (articles: number): number => {
      let asked = 0;
      const entries = new Map(
        Array.from({ length: articles }, (_, at) =>
          entry(`${at}.md`, at > 0 && at < articles - 1 ? undated : { date: '2021-11-27' }),
        ).map((one) => [one.path, one]),
      );
      const knowledge = new ArchiveKnowledge(names, (path) => {
        asked++;
        return entries.get(path);
      });
      knowledge.apply({ added: [...entries.values()], changed: [], removed: [] });
      for (const one of entries.values()) knowledge.of(one);
      return asked / articles;
    };
    assert.ok(reads(2000) < reads(200) * 1.5);
  });
});

describe('canonical link', () => {
  for (const [link, expected] of [
    ['https://www.ledger.example/a/b/?b=2&a=1&utm_source=x#part', 'ledger.example/a/b?a=1&b=2'],
    ['//ledger.example/a', 'ledger.example/a?'],
    ['http://LEDGER.example:80/a/index.html', 'ledger.example/a?'],
    ['https://ledger.example/渡船', 'ledger.example/%E6%B8%A1%E8%88%B9?'],
    ['https://ledger.example/%e6%b8%a1', 'ledger.example/%E6%B8%A1?'],
    ['https://app.example/#/news/3', 'app.example?#/news/3'],
    ['https://m.example/a', 'm.example/a?'],
    ['https://ledger.example/', undefined],
    ['https://ledger.example/?utm_source=x', undefined],
    ['ledger.example/a', undefined],
    ['https://', undefined],
    ['', undefined],
  ] as const) {
    it(`of ${link}`, () => assert.equal(canonicalLink(link), expected));
  }
});
