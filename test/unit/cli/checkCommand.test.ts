import assert from 'node:assert/strict';
import { appendFile, chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkerPool } from '../../../src/node/workerPool';
import { folderWith, workerScript } from '../node/archiveFolder';
import { runCaptured } from './runCaptured';
import { only, runInMemory } from './runInMemory';

const head = (title: string) => `---\ntitle: ${title}\ndate: 2021-11-27\nsource: Harbour Ledger\n---\n\n`;
const bodyRules = only({ 'body/empty': 'warning', 'body/active-content': 'information' });
const files = {
  'b/two.md': `${head('渡船 🚢')}<p>字😀 <b onclick="go()">six</b></p>\r\n`,
  'a.md': `${head('Empty')}<div></div>\n`,
  'B.md': `${head('Fine')}<p>Six.</p>\n`,
  'c.txt': 'no article',
};

interface JsonReport {
  readonly version: number;
  readonly problems: readonly { readonly path: string; readonly rule: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

const json = async (...args: readonly string[]) => {
  const run = await runInMemory('check', ...args, '--format', 'json');
  return { ...run, report: JSON.parse(run.out) as JsonReport };
};

describe('marginalia check', () => {
  it('tells problems as JSON, by path and place', async () => {
    const root = await folderWith(files);
    const { code, error, report } = await json(root, ...bodyRules);
    assert.equal(error, '');
    assert.deepEqual(report, {
      version: 1,
      problems: [
        {
          path: 'a.md',
          rule: 'body/empty',
          severity: 'warning',
          message: 'This article has no text and no picture. Fetch it again from its source, or delete the file.',
          range: { start: { line: 6, character: 0 }, end: { line: 6, character: 11 } },
          fixable: false,
        },
        {
          path: 'b/two.md',
          rule: 'body/active-content',
          severity: 'information',
          message: '“onclick” runs a script when a reader uses this part of the page. Remove it.',
          range: { start: { line: 6, character: 10 }, end: { line: 6, character: 24 } },
          fixable: true,
        },
      ],
      summary: { files: 3, errors: 0, warnings: 1, informations: 1, hints: 0 },
    });
    assert.equal(code, 0);
  });

  it('tells them as lines, with a sum', async () => {
    const root = await folderWith(files);
    const { out } = await runInMemory('check', root, ...bodyRules);
    assert.deepEqual(out.split('\n').slice(1), [
      `${root}/b/two.md:7:11: information: “onclick” runs a script when a reader uses this part of the page. Remove it. [body/active-content]`,
      '1 warning, 1 piece of information in 3 articles.',
      '',
    ]);
    const quiet = await runInMemory('check', root, ...only({}));
    assert.equal(quiet.out, 'No problems in 3 articles.\n');
  });

  it('tells them as workflow commands', async () => {
    const root = await folderWith({ 'a,b.md': '<div>\n</div>' });
    const { out } = await runInMemory('check', root, '--format', 'github', ...only({ 'body/empty': 'hint' }));
    assert.equal(
      out,
      `::notice file=${root}/a%2Cb.md,line=1,endLine=2,title=body/empty::This article has no text and no picture. Fetch it again from its source, or delete the file.\n`,
    );
  });

  it('fails on errors and on too many warnings', async () => {
    const root = await folderWith(files);
    const codeOf = async (...args: readonly string[]) => (await runInMemory('check', root, ...bodyRules, ...args)).code;
    assert.equal(await codeOf(), 0);
    assert.equal(await codeOf('--rule', 'body/empty=error'), 1);
    assert.equal(await codeOf('--max-warnings', '0'), 1);
    assert.equal(await codeOf('--max-warnings', '1'), 0);
  });

  for (const [name, args, message] of [
    ['no path', [], /check needs a file or the folder/],
    ['a path that is not there', ['/nowhere/at/all'], /\/nowhere\/at\/all: there is no such file or folder/],
    ['an unknown format', ['.', '--format', 'xml'], /--format is one of text, json, sarif, github, not xml/],
    ['an unknown rule', ['.', '--rule', 'body/emtpy=off'], /no rule body\/emtpy; did you mean body\/empty\?/],
    ['a rule unlike any', ['.', '--rule', 'x=off'], /no rule x; marginalia check --format sarif names them all/],
    ['an unknown level', ['.', '--rule', 'body/empty=warn'], /body\/empty=<one of off, hint, information/],
    ['a number that is none', ['.', '--max-warnings', 'few'], /--max-warnings is a whole number, not few/],
    ['both ways of mending', ['.', '--fix', '--fix-dry-run'], /not both/],
    ['an unknown option', ['.', '--colour'], /check: Unknown option '--colour'/],
  ] as const) {
    it(`could not run with ${name}`, async () => {
      const { code, out, error } = await runInMemory('check', ...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(error, message);
      assert.equal(error.trim().split('\n').length, 1);
    });
  }

  it('goes on where a file cannot be read', async () => {
    const root = await folderWith({ ...files, 'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]) });
    const { code, error, report } = await json(root, ...bodyRules);
    assert.equal(code, 0);
    assert.match(error, /latin\.md: not UTF-8/);
    assert.equal(report.summary.files, 3);
  });

  it('knows the archive that a file is in, and its other articles', async () => {
    const link = 'link: https://ledger.example/1\n';
    const article = (title: string) => head(title).replace('---\n\n', `${link}---\n\nSix.\n`);
    const root = await folderWith({
      '.marginalia/config.json': '{"problems": {"rules": {"body/empty": "error"}}}',
      'x/one.md': article('One'),
      'y/two.md': article('Two'),
      'y/empty.md': head('Three'),
    });
    const rules = only({ 'metadata/duplicate-article': 'warning', 'body/empty': 'hint' });
    const { report } = await json(join(root, 'x/one.md'), ...rules);
    assert.deepEqual(
      report.problems.map(({ path, rule }) => [path, rule]),
      [['x/one.md', 'metadata/duplicate-article']],
    );
    const plain = await json(join(root, 'y/empty.md'));
    assert.deepEqual(
      plain.report.problems.filter(({ rule }) => rule === 'body/empty').map((problem) => ({ ...problem })),
      [{ ...plain.report.problems.find(({ rule }) => rule === 'body/empty'), severity: 'error' }],
    );
    assert.equal(plain.code, 1);
  });

  it('checks a file where nobody set up an archive, and nothing beside it', async () => {
    const root = await folderWith(files);
    const { report } = await json(join(root, 'a.md'), ...bodyRules);
    assert.equal(report.summary.files, 1);
    assert.deepEqual(
      report.problems.map(({ path }) => path),
      ['a.md'],
    );
  });

  it('knows which pictures are there', async () => {
    const root = await folderWith({
      'a/one.md': `${head('One')}![](ferry.jpg) ![](../img/quay.jpg) ![](/boat.png)\n`,
      'a/ferry.jpg': '',
      'static/boat.png': '',
    });
    const { report } = await json(root, ...only({ 'image/not-found': 'warning' }));
    assert.deepEqual(
      report.problems.map(({ rule }) => rule),
      ['image/not-found'],
    );
  });

  it('flags rules that the configuration names and that do not exist', async () => {
    const config = '{\n  "problems": {"rules": {"body/emtpy": "off"}}\n}\n';
    const root = await folderWith({ '.marginalia/config.json': config, 'a.md': `${head('A')}Six.\n` });
    const { report } = await json(root, ...only({ 'suppression/unknown-rule': 'warning' }));
    assert.deepEqual(report.problems, [
      {
        path: '.marginalia/config.json',
        rule: 'suppression/unknown-rule',
        severity: 'warning',
        message: 'There is no rule “body/emtpy”. Is “body/empty” meant?',
        range: { start: { line: 1, character: 25 }, end: { line: 1, character: 37 } },
        fixable: false,
      },
    ]);
  });

  it('cannot run with a schema that is none', async () => {
    const config = JSON.stringify({ problems: { schema: { type: 'strnig' } } });
    const root = await folderWith({ ...files, '.marginalia/config.json': config });
    const { code, out, error } = await runInMemory('check', root);
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, /config\.json: “problems\.schema” is no JSON Schema/);
  });

  it('ends with a regular expression of the archive that would not, and goes on without one it cannot use', async () => {
    const properties = { title: { pattern: '^(a+)+$' }, a: { pattern: '(?=x)' }, b: { type: 'string' } };
    const config = JSON.stringify({ include: ['*.md', '!(x).md'], problems: { schema: { properties } } });
    const text = `---\ntitle: '${'a'.repeat(60)}!'\nsource: a\ndate: 2021-11-27\na: y\nb: 1\n---\n\nSix.\n`;
    const root = await folderWith({ 'a.md': text, '.marginalia/config.json': config });
    const { report, error } = await json(root, ...only({ 'metadata/schema': 'warning' }));
    assert.deepEqual(
      report.problems.map((problem) => /“(\w+)”/.exec(JSON.stringify(problem))?.[1]),
      ['title', 'b'],
    );
    assert.match(error, /“problems\.schema\.properties\.a\.pattern”: the regular expression “\(\?=x\)” cannot/);
    assert.match(error, /“include”: the glob “!\(x\)\.md” cannot be used/);
  });

  it('knows what day it is', async () => {
    const nextYear = `${new Date().getUTCFullYear() + 1}-12-31`;
    const root = await folderWith({ 'a.md': files['B.md'].replace('2021-11-27', nextYear), 'b.md': files['B.md'] });
    const { report } = await json(root, ...only({ 'metadata/date': 'warning' }));
    assert.deepEqual(
      report.problems.map(({ path, rule }) => [path, rule]),
      [['a.md', 'metadata/date']],
    );
  });
});

describe('marginalia check --fix', () => {
  const rules = only({ 'body/active-content': 'information', 'body/empty': 'warning' });

  it('ends with 2 when it could write none of them, with 1 when it could write some', async () => {
    const root = await folderWith(files);
    await writeFile(join(root, 'c.md'), files['b/two.md']);
    /** Somebody else saves these as soon as they have been checked. */
    const checkWhileSaving = async (...saved: readonly string[]) => {
      class Threads extends WorkerPool {
        override async run(...[job, onPart, signal]: Parameters<WorkerPool['run']>): Promise<void> {
          await super.run(job, onPart, signal);
          if (job.kind !== 'check' || !job.detail.fix) return;
          for (const path of saved) await appendFile(join(root, path), '<p>More.</p>\n');
        }
      }
      const pool = new Threads({ script: workerScript, size: 1 });
      try {
        return await runCaptured(['check', root, '--fix', ...rules], { pool });
      } finally {
        pool.dispose();
      }
    };
    const none = await checkWhileSaving('b/two.md', 'c.md');
    assert.equal(none.error.match(/not fixed: it changed meanwhile/g)?.length, 2);
    assert.equal(none.code, 2);
    assert.equal((await checkWhileSaving('c.md')).code, 1);
    assert.equal((await checkWhileSaving()).code, 0);
  });

  it('mends and writes only the articles that change', async () => {
    const root = await folderWith(files);
    const before = await stat(join(root, 'B.md'));
    await chmod(join(root, 'b/two.md'), 0o640);
    const { code, error, report } = await json(root, '--fix', ...rules);
    assert.equal(await readFile(join(root, 'b/two.md'), 'utf8'), files['b/two.md'].replace(' onclick="go()"', ''));
    assert.equal((await stat(join(root, 'b/two.md'))).mode & 0o777, 0o640);
    const after = await stat(join(root, 'B.md'));
    assert.equal(after.ino, before.ino);
    assert.deepEqual(await readdir(join(root, 'b')), ['two.md']);
    assert.match(error, /^Mended: 1 in 1 of 3 articles\.$/m);
    assert.deepEqual(
      report.problems.map(({ path, rule }) => [path, rule]),
      [['a.md', 'body/empty']],
    );
    assert.equal(code, 0);
    assert.equal((await runInMemory('check', root, '--fix', ...rules)).error, '');
  });

  it('shows what it would change, and changes nothing', async () => {
    const root = await folderWith(files);
    const { out, code } = await runInMemory('check', root, '--fix-dry-run', ...rules);
    assert.equal(await readFile(join(root, 'b/two.md'), 'utf8'), files['b/two.md']);
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        '--- a/b/two.md',
        '+++ b/b/two.md',
        '@@ -4,4 +4,4 @@',
        ' source: Harbour Ledger',
        ' ---',
        ' ',
        '-<p>字😀 <b onclick="go()">six</b></p>\r',
        '+<p>字😀 <b>six</b></p>\r',
        '',
      ].join('\n'),
    );
  });

  it('saves pictures, and tells of those that a patch cannot hold', async () => {
    const picture = `data:image/gif;base64,R0lGODlhAQABAAAAACw${'A'.repeat(20_000)}`;
    const root = await folderWith({ 'x/a.md': `${head('A')}<img src="${picture}">\n` });
    const large = only({ 'image/data-uri-too-large': 'warning' });
    const { out, error } = await runInMemory('check', root, '--fix-dry-run', ...large);
    const [name] = /image-\w+\.gif/.exec(out) ?? [];
    assert.equal(error, `The patch points to x/${name}, a picture that only --fix saves: do not apply it without.\n`);
    assert.deepEqual(await readdir(join(root, 'x')), ['a.md']);
    await runInMemory('check', root, '--fix', ...large);
    assert.deepEqual(await readdir(join(root, 'x')), ['a.md', name]);
    assert.equal(await readFile(join(root, 'x/a.md'), 'utf8'), `${head('A')}<img src="${name}">\n`);
  });

  it('keeps its hands off what leads out of the archive', async () => {
    const root = await folderWith({ 'in/a.md': `${head('A')}Six.\n` });
    await mkdir(join(root, 'out'));
    await writeFile(join(root, 'out/secret.md'), files['b/two.md']);
    const { report } = await json(join(root, 'in'), '--fix', ...rules);
    assert.equal(report.summary.files, 1);
    assert.equal(await readFile(join(root, 'out/secret.md'), 'utf8'), files['b/two.md']);
  });
});
