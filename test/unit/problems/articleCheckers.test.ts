import assert from 'node:assert/strict';
import type { LocalFiles } from '../../../src/core/host/localFiles';
import type { ArticleChecker } from '../../../src/core/problems/articleChecker';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { InlineArticleChecker } from '../../../src/core/problems/inlineArticleChecker';
import { WorkerArticleChecker } from '../../../src/node/workerArticleChecker';
import { WorkerPool } from '../../../src/node/workerPool';
import { rules } from '../../support/builders';
import { InMemoryFiles } from '../../support/inMemoryFiles';
import { folderWith, MemoryLog, unstopped, workerScript } from '../node/archiveFolder';

const settings = { ...defaultCheckSettings, reading: rules(), levels: { 'body/empty': 'error' } } as const;
const head = '---\ntitle: 渡船 🚢\ndate: 2021-11-27\nsource: Harbour Ledger\n---\n\n';
const broken = `${head}<p>字🚢 <img src="https://https://example.com/a.jpg" alt=""> <b onclick="go()">x</b></p>\n`;
const files = {
  'one.md': `${head}<p onclick="go()">Six</p>\n`,
  'empty.md': head,
  'deep/picture.md': `${head}![Ferry](ferry.jpg) ![Quay](../quay.jpg)\n`,
  'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
};
const doubledScheme = {
  start: { line: 6, character: 25 },
  end: { line: 6, character: 33 },
  text: '',
  rules: ['image/malformed-url'],
};
const toFix = { 'bom.md': `\uFEFF${broken}`, 'crlf.md': broken.replaceAll('\n', '\r\n') };
const stamps = [...Object.keys(files), 'gone.md'].map((path) => ({ path, size: 100, mtime: 7 }));

describe('checking articles', () => {
  const pools: WorkerPool[] = [];
  afterEach(() => {
    for (const pool of pools.splice(0)) pool.dispose();
  });

  const inline = (localFiles?: LocalFiles): { checker: ArticleChecker; memory: InMemoryFiles } => {
    const memory = new InMemoryFiles();
    for (const [path, contents] of Object.entries({ ...files, ...toFix })) memory.write(path, contents);
    return { checker: new InlineArticleChecker(memory, localFiles), memory };
  };
  const threads = async (script = workerScript): Promise<ArticleChecker> => {
    const pool = new WorkerPool({ script, size: 2 });
    pools.push(pool);
    return new WorkerArticleChecker(await folderWith({ ...files, ...toFix }), pool, new MemoryLog());
  };
  const check = (checker: ArticleChecker) => checker.check(stamps, settings, new Map(), unstopped);

  for (const [where, checkerOf] of [
    ['here', async () => inline().checker],
    ['in threads', threads],
  ] as const) {
    it(`finds problems ${where}`, async () => {
      const { articles, unreadable } = await check(await checkerOf());
      const byPath = new Map(articles.map((article) => [article.path, article]));
      assert.deepEqual([...byPath.keys()].sort(), ['deep/picture.md', 'empty.md', 'one.md']);
      assert.deepEqual(
        byPath.get('empty.md')?.problems.map(({ rule, severity }) => [rule, severity]),
        [['body/empty', 'error']],
      );
      const [problem] = byPath.get('one.md')?.problems ?? [];
      assert.equal(problem?.rule, 'body/active-content');
      const { start, end } = problem.range;
      assert.equal(files['one.md'].slice(start, end), 'onclick="go()"');
      assert.deepEqual(byPath.get('deep/picture.md')?.localPaths, ['deep/ferry.jpg', 'quay.jpg']);
      assert.deepEqual(unreadable.map(({ path, reason }) => [path, reason]).sort(), [
        ['gone.md', 'cannotRead'],
        ['latin.md', 'notUtf8'],
      ]);
    });

    it(`tells what fixes change ${where}, as an editor counts it`, async () => {
      const checker = await checkerOf();
      const asked = ['bom.md', 'crlf.md', 'one.md', 'empty.md', 'gone.md'].map((path) => ({
        path,
        size: 100,
        mtime: 7,
      }));
      const fix = (rules?: readonly string[]) => checker.fix(asked, settings, new Map(), unstopped, rules && { rules });
      const { articles, unreadable } = await fix();
      assert.deepEqual(articles.map(({ path, fixed, rules, files: added }) => [path, fixed, rules, added]).sort(), [
        ['bom.md', 2, ['body/active-content', 'image/malformed-url'], []],
        ['crlf.md', 2, ['body/active-content', 'image/malformed-url'], []],
        ['one.md', 1, ['body/active-content'], []],
      ]);
      assert.deepEqual(
        unreadable.map(({ path }) => path),
        ['gone.md'],
      );
      const only = await fix(['image/malformed-url']);
      // Behind two signs that count three, in the line that an editor numbers 6 whatever the line breaks are.
      assert.deepEqual(
        only.articles.map(({ path, fixed, edits }) => [path, fixed, edits]).sort(),
        ['bom.md', 'crlf.md'].map((path) => [path, 1, [doubledScheme]]),
      );
    });

    it(`stops when it is told to ${where}`, async () => {
      const stop = new AbortController();
      const checking = (await checkerOf()).check(stamps, settings, new Map(), stop.signal);
      stop.abort(new Error('enough'));
      await assert.rejects(checking, /enough/);
    });
  }

  it('reads each article once', async () => {
    const { checker, memory } = inline();
    await check(checker);
    assert.deepEqual(memory.reads.toSorted(), stamps.map(({ path }) => path).toSorted());
  });

  it('asks which files there are, and says what is not there', async () => {
    const asked: string[] = [];
    const { checker } = inline({
      lookUp: async (paths) => {
        asked.push(...paths);
        return Object.fromEntries(paths.map((path) => [path, { kind: path === 'quay.jpg' ? 'file' : 'missing' }]));
      },
    });
    const { articles } = await check(checker);
    assert.deepEqual(asked.sort(), ['deep/ferry.jpg', 'quay.jpg']);
    const found = articles.find(({ path }) => path === 'deep/picture.md')?.problems ?? [];
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['image/not-found'],
    );
  });

  it('passes on what the archive knows', async () => {
    const known = new Map([
      ['one.md', { duplicates: [{ path: 'other.md', title: '渡船 🚢', because: 'link' as const }] }],
    ]);
    for (const checker of [inline().checker, await threads()]) {
      const { articles } = await checker.check(stamps, settings, known, unstopped);
      const found = articles.filter(({ problems }) =>
        problems.some(({ rule }) => rule === 'metadata/duplicate-article'),
      );
      assert.deepEqual(
        found.map(({ path }) => path),
        ['one.md'],
      );
    }
  });
});
