import assert from 'node:assert/strict';
import { join } from 'node:path';
import { displayWidth } from '../../../src/cli/displayWidth';
import { WorkerPool } from '../../../src/node/workerPool';
import { articleText, folderWith, mortalWorker } from '../node/archiveFolder';
import { runCaptured } from './runCaptured';

const archive = {
  '.marginalia/config.json': '{"timeZone": "Asia/Shanghai"}',
  '.marginalia/sources.json':
    '{"version":1,"sources":{"北湾晚报":{"aliases":["Beiwan News"],"domains":["beiwan.example.com"]}}}',
  'b.md':
    "\n---\ntitle: '港口，重开'\nsource: Beiwan News\nauthor: 李文\ndate: 2021-11-27 22:34\ncategories: \n - 交通\n - 港口, 市政\n---\n\n" +
    '<div><p>港口重开了。</p><img src="https://example.com/a.jpg"></div>\n',
  'a/plain.md': '# A heading\n\nThree plain words.\n',
  'Z.md': '---\ntitle: "=1+1"\nsource: Harbour  Ledger\ndate: Invalid Date\n---\ntext\n',
  'c.md': '---\ntitle: Say "hi"\nsource: harbour ledger\ndate: 2020-02-03\n---\ntext\n',
  'd.md': '---\ntitle: Once more\nsource: Harbour Ledger\ndate: 2021-11-30 23:30\n---\ntext\n',
  'e.md': '---\ntitle: Late\nsource: Harbour Ledger\ndate: 2021-11-30T16:30:00Z\n---\ntext\n',
  'latin.md': new Uint8Array([0x2d, 0x63, 0x61, 0x66, 0xe9, 0x0a]),
};

describe('the list command', () => {
  let root = '';
  before(async () => {
    root = await folderWith(archive);
  });

  it('names a file that takes too long to read, and lists the others', async () => {
    const files = { 'a.md': articleText('One'), 'tar.md': articleText('Slow'), 'z.md': articleText('Two') };
    const pool = new WorkerPool({ script: await mortalWorker(), size: 1, silentAfter: 500 });
    try {
      const { code, out, error } = await runCaptured(['list', await folderWith(files), '--format', 'csv'], { pool });
      assert.equal(error.trim().split('\n').at(-1), 'tar.md: takes too long to read');
      assert.deepEqual(out.match(/^\w+\.md/gm), ['a.md', 'z.md']);
      assert.equal(code, 0);
    } finally {
      pool.dispose();
    }
  });

  it('lists as JSON: every key, sorted by path, canonical sources, dates in UTC', async () => {
    const { code, out, error } = await runCaptured(['list', root, '--format', 'json']);
    assert.equal(code, 0);
    const list = JSON.parse(out);
    assert.deepEqual(Object.keys(list), ['version', 'articles']);
    assert.equal(list.version, 1);
    assert.deepEqual(
      list.articles.map(({ path }: { path: string }) => path),
      ['Z.md', 'a/plain.md', 'b.md', 'c.md', 'd.md', 'e.md'],
    );
    const [unreadable, plain, article, folded] = list.articles;
    assert.deepEqual(article, {
      path: 'b.md',
      title: '港口，重开',
      source: '北湾晚报',
      author: '李文',
      date: '2021-11-27T14:34:00.000Z',
      dateText: '2021-11-27 22:34',
      categories: ['交通', '港口, 市政'],
      words: 5,
      images: 1,
    });
    assert.deepEqual(plain, {
      path: 'a/plain.md',
      title: 'A heading',
      source: null,
      author: null,
      date: null,
      dateText: null,
      categories: [],
      words: 5,
      images: 0,
    });
    assert.deepEqual([unreadable.date, unreadable.dateText], [null, 'Invalid Date']);
    assert.deepEqual([unreadable.source, folded.source], ['Harbour Ledger', 'Harbour Ledger']);
    assert.match(error, /^latin\.md: not UTF-8[^\n]*\n$/);
  });

  it('adds counts of groups to JSON when asked to', async () => {
    const bySource = JSON.parse((await runCaptured(['list', root, '--format', 'json', '--group', 'source'])).out);
    assert.deepEqual(bySource.groups, [
      { name: '北湾晚报', count: 1 },
      { name: 'Harbour Ledger', count: 4 },
      { name: 'Unknown source', count: 1 },
    ]);
    const byDate = JSON.parse((await runCaptured(['list', root, '--format', 'json', '--group', 'date'])).out);
    assert.deepEqual(byDate.groups, [
      { name: '2021-12', count: 1 },
      { name: '2021-11', count: 2 },
      { name: '2020-02', count: 1 },
      { name: 'Unreadable date', count: 1 },
      { name: 'No date', count: 1 },
    ]);
    assert.equal(byDate.articles.length, 6);
  });

  it('lists as CSV by RFC 4180, and no field is a formula', async () => {
    const { out } = await runCaptured(['list', root, '--format', 'csv']);
    const lines = out.split('\r\n');
    assert.equal(lines[0], 'path,title,source,author,date,dateText,categories,words,images');
    assert.equal(lines[1], "Z.md,'=1+1,Harbour Ledger,,,Invalid Date,,1,0");
    assert.equal(
      lines[3],
      'b.md,港口，重开,北湾晚报,李文,2021-11-27T14:34:00.000Z,2021-11-27 22:34,"交通; 港口, 市政",5,1',
    );
    assert.equal(lines[4]?.split(',')[1], '"Say ""hi"""');
    assert.equal(lines.length, 8);
    assert.equal(lines[7], '');
  });

  it('sorts CSV by groups when asked to', async () => {
    const { out } = await runCaptured(['list', root, '--format', 'csv', '--group', 'source']);
    const paths = out
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]);
    assert.deepEqual(paths, ['b.md', 'Z.md', 'c.md', 'd.md', 'e.md', 'a/plain.md']);
  });

  it('lists as a table with columns in line also in Chinese, dates in the zone of the archive, and totals', async () => {
    const { out } = await runCaptured(['list', root]);
    const lines = out.split('\n');
    const at = (line: string | undefined, text: string): number =>
      displayWidth((line ?? '').slice(0, line?.indexOf(text)));
    assert.match(lines[0] ?? '', /^DATE +SOURCE +TITLE +WORDS +IMAGES +PATH$/);
    const line = lines.find((each) => each.includes('港口，重开'));
    assert.match(line ?? '', /^2021-11-27 22:34 {2}北湾晚报 +港口，重开 +5 +1 {2}b\.md$/);
    assert.equal(at(line, '港口，'), at(lines[0], 'TITLE'));
    assert.equal(at(line, 'b.md'), at(lines[0], 'PATH'));
    assert.match(lines.find((each) => each.endsWith('c.md')) ?? '', /^2020-02-03 {3,}harbour|^2020-02-03 {3,}Harbour/);
    assert.match(lines.find((each) => each.endsWith('Z.md')) ?? '', /^\? /);
    assert.equal(lines.at(-2), '6 articles, 2 sources, 14 words, 1 image');
  });

  it('shows groups with their counts in the table', async () => {
    const { out } = await runCaptured(['list', root, '--group', 'date']);
    const groups = out.split('\n').filter((line) => /\(\d+\)$/.test(line));
    assert.deepEqual(groups, ['2021-12 (1)', '2021-11 (2)', '2020-02 (1)', 'Unreadable date (1)', 'No date (1)']);
  });

  it('keeps the table within a terminal, and nothing an author wrote steers it', async () => {
    const title = `${'很长的标题'.repeat(20)}`;
    const folder = await folderWith({
      'a.md': articleText(title),
      'b.md': '---\ntitle: "red \\e[31m\\u202e and\\nmore"\nsource: S\n---\ntext\n',
    });
    const { out } = await runCaptured(['list', folder], { columns: 80 });
    for (const line of out.split('\n')) assert.ok(displayWidth(line) <= 80, line);
    assert.match(out, /很长的标题.*…/);
    assert.match(out, /red +\[31m +and more/);
    assert.doesNotMatch(out, /\x1b|\u202e/);
    assert.ok((await runCaptured(['list', folder])).out.includes(title));
  });

  it('lists an archive that is empty', async () => {
    const folder = await folderWith({});
    assert.deepEqual(JSON.parse((await runCaptured(['list', folder, '--format', 'json'])).out), {
      version: 1,
      articles: [],
    });
    assert.match((await runCaptured(['list', folder])).out, /\n0 articles, 0 sources, 0 words, 0 images\n$/);
  });

  it('follows the configuration: what is left out, and the time zone', async () => {
    const config = '{"exclude": ["drafts/**"], "timeZone": "America/New_York"}';
    const folder = await folderWith({
      '.marginalia/config.json': config,
      'a.md': articleText('A'),
      'drafts/b.md': articleText('B'),
    });
    const { articles } = JSON.parse((await runCaptured(['list', folder, '--format', 'json'])).out);
    assert.deepEqual(
      articles.map(({ path, date }: { path: string; date: string }) => [path, date]),
      [['a.md', '2021-11-28T03:34:00.000Z']],
    );
  });

  it('says in one line why it could not run, with exit code 2', async () => {
    const broken = await folderWith({ '.marginalia/config.json': '{"include": ' });
    const wrongZone = await folderWith({ '.marginalia/config.json': '{"timeZone": "Mars/Base", "exclude": "x"}' });
    const wrongSources = await folderWith({ '.marginalia/sources.json': '[' });
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /which command/],
      [['lsit', root], /no command lsit/],
      [['--formt'], /no option --formt/],
      [['constructor'], /no command constructor/],
      [['list'], /needs the folder/],
      [['list', root, root], /one folder/],
      [['list', root, '--colour'], /--colour/],
      [['list', root, '--format'], /--format/],
      [['list', root, '--format', 'xml'], /--format is one of table, json, csv, not xml/],
      [['list', root, '--group', 'author'], /--group is one of source, date, not author/],
      [['list', join(root, 'gone')], /gone: there is no such folder/],
      [['list', join(root, 'b.md')], /b\.md: not a folder/],
      [['list', broken], /config\.json/],
      [['list', wrongZone], /config\.json.*Mars\/Base/],
      [['list', wrongSources], /sources\.json/],
    ];
    for (const [argv, why] of cases) {
      const { code, out, error } = await runCaptured(argv);
      assert.equal(code, 2, argv.join(' '));
      assert.equal(out, '');
      assert.match(error, /^marginalia: [^\n]+\n$/);
      assert.match(error, why);
    }
  });

  it('helps, and tells its version', async () => {
    assert.match((await runCaptured(['--help'])).out, /Usage: marginalia <command>[\s\S]*list {2,}list the articles/);
    assert.match((await runCaptured(['list', '--help'])).out, /Usage: marginalia list <folder>/);
    assert.match((await runCaptured(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const running = runCaptured(['list', root], { signal: stop.signal });
    stop.abort(new Error('stopped'));
    assert.deepEqual(await running, { code: 2, out: '', error: 'marginalia: stopped before it was done\n' });
  });

  it('prints names as the files write them, in the spelling that most use', async () => {
    const article = (source: string, author: string, category: string) =>
      `---\ntitle: T\nsource: ${source}\nauthor: ${author}\ncategories: [${category}]\ndate: 2021-01-01\n---\nA.\n`;
    const folder = await folderWith({
      'a.md': article('快讯（早间）', 'Li Wen', '财经（一）'),
      'b.md': article('快讯(早间)', 'LI WEN', '财经(一)'),
      'c.md': article('快讯（早间）', 'LI WEN', '财经(一)'),
    });
    const { articles } = JSON.parse((await runCaptured(['list', folder, '--format', 'json'])).out);
    for (const { source, author, categories } of articles) {
      assert.deepEqual([source, author, categories], ['快讯（早间）', 'LI WEN', ['财经(一)']]);
    }
    assert.equal(articles.length, 3);
  });
});
