import assert from 'node:assert/strict';
import { ArticleSearch } from '../../../src/core/archive/articleSearch';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { SourceNames } from '../../../src/core/article/sourceNames';
import { entry } from '../../support/builders';
import { unstopped } from './indexerBench';

function searchIn(entries: readonly ArticleEntry[]): ArticleSearch<string> {
  const search = new ArticleSearch<string>();
  const context = { timeZone: 'UTC', sources: new SourceNames() };
  for (const each of entries) search.add(each.path, each, context);
  return search;
}

describe('searching for an article', () => {
  const search = searchIn([
    entry('ferry', { title: 'The ferry at night', source: '北湾晚报', date: '2021-01-01', author: 'Ada' }),
    entry('bus', { title: 'Night bus', source: 'Harbour Ledger', date: '2022-02-02' }),
    entry('tram', { title: '三号线试运行', source: '北湾晚报', date: '2023-03-03' }),
    entry('wide', { title: 'ＦＥＲＲＹ　号', source: 'Harbour Ledger', date: '2020-04-04' }),
    entry('undated', { title: 'Ferry tales', date: '' }),
  ]);
  const find = (query: string, most = 10) => search.find(query, most, unstopped);

  it('gives all, the newest first and those without a date last, where nothing is asked', async () => {
    assert.deepEqual(await find(' '), ['tram', 'bus', 'ferry', 'wide', 'undated']);
    assert.deepEqual(await find('', 2), ['tram', 'bus']);
    assert.deepEqual(await find('', 0), []);
  });

  it('finds words of the title, the source, the date and the author in any order', async () => {
    assert.deepEqual(await find('ledger night'), ['bus']);
    assert.deepEqual(await find('2022-02 bus'), ['bus']);
    assert.deepEqual(await find('ada'), ['ferry']);
    assert.deepEqual(await find('ferry bus'), []);
  });

  it('finds Chinese within longer texts, and full-width letters', async () => {
    assert.deepEqual(await find('试运'), ['tram']);
    assert.deepEqual(await find('晚报 三号'), ['tram']);
    assert.deepEqual(await find('ferry 号'), ['wide']);
    assert.deepEqual(await find('ｎｉｇｈｔ'), ['bus', 'ferry']);
  });

  it('finds Chinese in simplified and traditional characters alike', async () => {
    const both = searchIn([
      entry('t', { title: '香港大學研究', source: '聯合早報' }),
      entry('s', { title: '香港大学研究', source: '联合早报' }),
    ]);
    for (const query of ['香港大学', '香港大學', '联合 大学', '聯合早報'])
      assert.deepEqual((await both.find(query, 10, unstopped)).toSorted(), ['s', 't'], query);
  });

  it('puts a title that starts with what was typed first, then one that holds it as typed', async () => {
    assert.deepEqual(await find('ferry'), ['wide', 'undated', 'ferry']);
    assert.deepEqual(await find('night'), ['bus', 'ferry']);
    const typed = searchIn([
      entry('apart', { title: 'sea and air', date: '2022-01-01' }),
      entry('together', { title: 'the air sea rescue', date: '2021-01-01' }),
      entry('source', { title: 'none', source: 'air sea', date: '2023-01-01' }),
    ]);
    assert.deepEqual(await typed.find('air sea', 10, unstopped), ['together', 'apart', 'source']);
  });

  it('keeps the best of many, whatever their order', async () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      entry(`${i}`, {
        title: i % 1000 === 7 ? `Ferry ${i}` : `A ferry ${i}`,
        date: new Date(1.5e12 + ((i * 7919) % 3000) * 86_400_000).toISOString(),
      }),
    );
    const timeOf = (path: string) => 1.5e12 + ((Number(path) * 7919) % 3000);
    const found = await searchIn(many).find('ferry', 5, unstopped);
    assert.deepEqual(new Set(found.slice(0, 3)), new Set(['7', '1007', '2007']));
    const newest = many.map(({ path }) => path).filter((path) => Number(path) % 1000 !== 7);
    newest.sort((a, b) => timeOf(b) - timeOf(a));
    assert.deepEqual(found.slice(3), newest.slice(0, 2));
  });

  it('rejects when it is stopped, before it begins and on its way', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    await assert.rejects(search.find('ferry', 10, stopped), /enough/);
    const stop = new AbortController();
    const large = searchIn(Array.from({ length: 50_000 }, (_, i) => entry(`${i}`)));
    const finding = large.find('x', 10, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(finding, /enough/);
  });

  it('looks at each title once for any number of searches, at none without words, and gives others a turn', async () => {
    let looks = 0;
    const plain = entry('plain', { title: 'Plain' });
    const watched = Object.defineProperty({ ...plain }, 'title', {
      get: () => {
        looks++;
        return 'Plain';
      },
    });
    const large = searchIn(Array.from({ length: 100_000 }, () => watched));
    await large.find('', 10, unstopped);
    assert.equal(looks, 0);
    let turns = 0;
    const other = setInterval(() => turns++, 0);
    await large.find('nothing', 10, unstopped);
    clearInterval(other);
    await large.find('plain', 10, unstopped);
    assert.equal(looks, 100_000);
    assert.ok(turns >= 2, `${turns} turns`);
  });
});
