import assert from 'node:assert/strict';
import { InlineArticleReader } from '../../../src/core/archive/inlineArticleReader';
import { readBodyFast } from '../../../src/core/article/body/readBodyFast';
import { ArticleChecks } from '../../../src/core/problems/articleChecks';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { NodeArchiveFiles } from '../../../src/node/nodeArchiveFiles';
import { WorkerArticleChecker } from '../../../src/node/workerArticleChecker';
import { WorkerArticleReader } from '../../../src/node/workerArticleReader';
import { WorkerPool } from '../../../src/node/workerPool';
import { folderWith, MemoryLog, rules, workerScript } from './archiveFolder';

const settings = { ...defaultCheckSettings, reading: rules };
const plain = '清晨的渡轮从北湾出发，载着第一批上班的人；风从东面来，浪不高，灯塔还亮着。'.repeat(10);
const part = (at: number): string =>
  `## ${at}\n\n港口 *很* [安静](https://e.example/${at}) ![](<https://e.example/ ${at}>) ${plain}\n\n`;
/** Shorter ones are read on the thread that asks: code is long and soon read. */
const code = `\`\`\`\n${`${plain}\n`.repeat(600)}\`\`\`\n\n`;
const text = `---\ntitle: Long\ndate: Invalid Date\nsource: S\n---\n\n${code}${Array.from({ length: 100 }, (_, at) => part(at)).join('')}`;

describe('the long text of an editor, in a worker thread', () => {
  const log = new MemoryLog();
  let pool: WorkerPool;
  let root: string;

  before(async () => {
    pool = new WorkerPool({ script: workerScript, size: 1 });
    // What the file says must not matter.
    root = await folderWith({ 'a.md': '---\ntitle: Short\n---\n' });
  });
  after(() => pool.dispose());

  it('is read as it would be here', async () => {
    const inline = new InlineArticleReader(new NodeArchiveFiles(root, pool, log));
    const reader = new WorkerArticleReader(root, pool, inline, log);
    const stamp = { path: 'a.md', size: 0, mtime: 0 };
    const read = await reader.readText(text, stamp, rules);
    assert.equal(pool.threads, 1);
    assert.equal(read.title, 'Long');
    assert.deepEqual(read, await inline.readText(text, stamp, rules));
  });

  it('is checked as it would be here, and again after a change', async () => {
    const checker = new WorkerArticleChecker(root, pool, log);
    for (const changed of [text, text.replace('## 7\n', '## Seven\n\n![](https://)\n')]) {
      const { path, problems, localPaths, body } = await checker.checkText(changed, 'a.md', settings, {}, false);
      const checks = new ArticleChecks(settings);
      const article = checks.article('a.md', changed, {}, (whole, start) => readBodyFast(whole, start).body);
      assert.deepEqual([path, localPaths], ['a.md', []]);
      assert.deepEqual(problems, checks.problems(article));
      assert.ok(problems.some(({ range }) => changed.slice(range.start, range.end) === 'Invalid Date'));
      assert.deepEqual(body, article.body);
    }
  });

  it('tells of its remote images where that is asked', async () => {
    const checker = new WorkerArticleChecker(root, pool, log);
    const small = '---\ntitle: x\n---\n\n![](https://images.news.org/a.png)\n';
    const { remoteImages } = await checker.checkText(small, 'a.md', settings, {}, true);
    assert.deepEqual(
      remoteImages?.map(({ url }) => url),
      ['https://images.news.org/a.png'],
    );
  });
});
