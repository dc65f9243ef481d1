import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotationContent } from '../../../src/core/annotations/model/annotation';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { NodeTextStore } from '../../../src/node/nodeTextStore';
import { annotateOnDisk as annotate } from '../../support/annotateOnDisk';
import { Seeded } from '../../support/seeded';
import { folderWith } from '../node/archiveFolder';
import { runCaptured } from './runCaptured';

const body =
  '<p>The night ferry returns after eleven years.</p><p>😀 Mayor Lin said it pays. Nobody believed it.</p><p>夜航将分两期恢复。</p>';
const article = (title: string, text = body): string =>
  `---\ntitle: ${title}\ndate: 2026-01-01\nlink: https://news.example.com/${title}\nsource: Ledger\n---\n\n${text}\n`;

const archive = (): Promise<string> => folderWith({ 'a.md': article('a'), 'b c.md': article('b') });

describe('the annotations command', () => {
  it('says where every annotation is now', async () => {
    const root = await archive();
    const ids = [
      await annotate(root, 'a.md', 'Mayor Lin said', { labels: [{ label: 'claim' }] }),
      await annotate(root, 'a.md', '夜航将分两期', { note: 'x' }),
      await annotate(root, 'a.md', 'eleven years', {}),
    ];
    const first = await runCaptured(['annotations', 'check', root, '--format', 'json']);
    assert.equal(first.code, 0);
    assert.deepEqual(
      JSON.parse(first.out).annotations.map(({ state }: { state: string }) => state),
      ['exact', 'exact', 'exact'],
    );

    const changed = body
      .replace('<p>The', '<p>New 😀 text.</p><p>The')
      .replace('夜航将分两期', '夜航將分两期')
      .replace('after eleven years', 'at last');
    await writeFile(join(root, 'a.md'), article('a', changed));
    const { code, out } = await runCaptured(['annotations', 'check', root, '--format', 'json']);
    const { text } = readArticleText(article('a', changed));
    const { version, annotations, broken } = JSON.parse(out);
    assert.deepEqual([code, version, broken], [1, 1, []]);
    const byId = new Map(annotations.map((each: { id: string }) => [each.id, each]));
    const at = (quote: string): number => [...text.slice(0, text.indexOf(quote))].length;
    assert.deepEqual(byId.get(ids[0]), {
      id: ids[0],
      path: 'a.md',
      creator: 'Lin',
      state: 'moved',
      start: at('Mayor'),
      end: at('Mayor') + 14,
      text: 'Mayor Lin said',
      score: 1,
    });
    const second = byId.get(ids[1]) as { state: string; text: string; start: number };
    assert.deepEqual([second.state, second.text, second.start], ['approximate', '夜航將分两期', at('夜航')]);
    assert.deepEqual(
      { ...(byId.get(ids[2]) as object), score: 0 },
      { id: ids[2], path: 'a.md', creator: 'Lin', state: 'orphan', start: null, end: null, text: '', score: 0 },
    );
    const shown = await runCaptured(['annotations', 'check', root]);
    assert.match(shown.out, /a\.md: orphan: “eleven years” of Lin: not found/);
    assert.match(shown.out, /3 annotations: 1 moved, 1 approximate, 1 orphan\.\n$/);
  });

  it('tells of broken files and of articles that are gone', async () => {
    const root = await archive();
    await annotate(root, 'a.md', 'Mayor Lin said', {});
    await writeFile(join(root, '.marginalia/annotations/a.md/Zhou.jsonld'), '{');
    await rename(join(root, 'a.md'), join(root, 'z.md'));
    const { code, out } = await runCaptured(['annotations', 'check', root, '--format', 'json']);
    const { annotations, broken } = JSON.parse(out);
    assert.deepEqual(
      [code, annotations[0].state, broken[0].path],
      [1, 'orphan', '.marginalia/annotations/a.md/Zhou.jsonld'],
    );
  });

  it('takes back by import all that export wrote', async () => {
    const chance = new Seeded(8);
    const root = await archive();
    for (let count = 0; count < 30; count++) {
      const content: AnnotationContent = {
        labels: Array.from({ length: chance.below(3) }, () => ({
          label: chance.of(['claim', '证据', '=x']),
          ...(chance.below(2) ? { value: chance.of([3, 'yes']) } : {}),
        })),
        note: chance.of(['', 'two\nlines', '"quoted", \\ 😀']),
      };
      const quote = chance.of(['', 'Mayor Lin said', '夜航', '😀 Mayor', 'years.\n😀']);
      await annotate(root, chance.of(['a.md', 'b c.md']), quote, content, chance.of(['Lin', '周/予', '']), `${count}`);
    }
    await new AnnotationStore(new NodeTextStore(root)).save(undefined, 'Lin', [
      {
        after: newAnnotation(
          { uuid: 's', creator: 'Lin', now: '2026-01-01', article: undefined },
          { kind: 'source', name: '晚报' },
          { note: 'x' },
        ),
      },
    ]);
    const exported = await runCaptured(['annotations', 'export', root, '--format', 'jsonld']);
    const copy = await archive();
    await writeFile(join(copy, 'export.jsonld'), exported.out);
    const imported = await runCaptured(['annotations', 'import', copy, join(copy, 'export.jsonld')]);
    assert.deepEqual([imported.code, imported.error], [0, 'Imported: 31 new, 0 changed, 0 there already.\n']);
    assert.equal((await runCaptured(['annotations', 'export', copy, '--format', 'jsonld'])).out, exported.out);
    const again = await runCaptured(['annotations', 'import', copy, join(copy, 'export.jsonld')]);
    assert.match(again.error, /0 new, 0 changed, 31 there already/);
  });

  it('says which labels and people that were asked for no annotation has', async () => {
    const root = await archive();
    await annotate(root, 'a.md', 'Mayor Lin said', { labels: [{ label: 'claim' }] });
    const asked = ['--label', 'claim', '--label', 'Claim', '--creator', 'Nobody'];
    const { out, error } = await runCaptured(['annotations', 'export', root, '--format', 'csv', ...asked]);
    assert.equal(out.trim().split('\r\n').length, 1);
    assert.deepEqual(error.trim().split('\n'), [
      '--label Claim: no annotation has this label; give its id, not its name',
      '--creator Nobody: no annotation is by this person',
    ]);
  });

  it('writes tables that no spreadsheet runs', async () => {
    const root = await archive();
    await annotate(root, 'a.md', 'Mayor Lin said', { note: '=HYPERLINK("x")', labels: [{ label: '+cmd' }] }, '@Lin');
    const { out } = await runCaptured(['annotations', 'export', root, '--format', 'csv']);
    const [head = '', row = ''] = out.split('\r\n');
    assert.match(head, /^id,article,title,source,kind,motivation,labels,/);
    assert.ok(row.includes(`"'=HYPERLINK(""x"")"`) && row.includes(",'+cmd,") && row.includes(",'@Lin,"), row);
    assert.doesNotMatch(row, /,[=+@]/);
  });

  it('exports for other tools, in code points of the text', async () => {
    const root = await archive();
    await annotate(root, 'a.md', 'Mayor Lin said', { note: '# not a *heading*', labels: [{ label: 'claim' }] });
    await annotate(root, 'a.md', '夜航', { labels: [{ label: 'error' }] }, 'Zhou');
    const run = async (...more: readonly string[]): Promise<string> =>
      (await runCaptured(['annotations', 'export', root, ...more])).out;
    const line = JSON.parse(await run('--format', 'doccano'));
    assert.deepEqual(
      line.label.map(([start, end, label]: [number, number, string]) => [
        [...line.text].slice(start, end).join(''),
        label,
      ]),
      [
        ['Mayor Lin said', 'claim'],
        ['夜航', 'error'],
      ],
    );
    const [task] = JSON.parse(await run('--format', 'labelstudio', '--creator', 'Lin'));
    const [{ value }] = task.annotations[0].result;
    assert.deepEqual(
      [task.annotations.length, value.labels, [...task.data.text].slice(value.start, value.end).join('')],
      [1, ['claim'], 'Mayor Lin said'],
    );
    assert.deepEqual(
      (await run('--format', 'jsonl', '--label', 'error'))
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each).creator),
      ['Zhou'],
    );
    const markdown = await run('--format', 'markdown');
    assert.match(
      markdown,
      /^## a\n\nLedger · a\.md\n\n> Mayor Lin said\n\n\*\*claim\*\* · Lin, 2026-02-01\n\n\\# not a \\\*heading\\\*\n/,
    );
  });

  it('exports JSON-LD of the standard alone, with the names of labels beside their ids', async () => {
    const root = await archive();
    await annotate(root, 'a.md', 'Mayor Lin said', {
      note: 'Who?',
      labels: [{ label: 'claim' }, { label: 'trust', value: 2 }],
    });
    const labels = {
      labels: [
        { id: 'claim', name: '论断' },
        { id: 'trust', name: 'Trust', kind: 'scale', steps: { 2: 'low' } },
      ],
    };
    await writeFile(join(root, '.marginalia/labels.json'), JSON.stringify(labels));
    const run = async (format: string): Promise<string> =>
      (await runCaptured(['annotations', 'export', root, '--format', format])).out;
    const standard = await run('jsonld-standard');
    assert.doesNotMatch(standard, /marginalia/);
    const { items, ...page } = JSON.parse(standard);
    assert.deepEqual(page, { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    assert.deepEqual(
      items[0].target.selector.map(({ type }: { type: string }) => type),
      ['TextQuoteSelector', 'TextPositionSelector'],
    );
    assert.deepEqual(items[0].body, [
      { type: 'TextualBody', purpose: 'tagging', value: 'claim', label: '论断' },
      { type: 'TextualBody', purpose: 'classifying', value: 'trust', label: 'Trust: 2 (low)' },
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'Who?' },
    ]);
    const names = { claim: '论断', trust: 'Trust' };
    assert.deepEqual(JSON.parse(await run('jsonld'))['marginalia:labels'], names);
    assert.deepEqual(JSON.parse(await run('doccano')).labelNames, names);
    assert.deepEqual(JSON.parse(await run('jsonl')).labelNames, ['论断', 'Trust']);
    assert.match(await run('csv'), /,claim; trust,论断; Trust,/);
    const copy = await archive();
    await writeFile(join(copy, 'standard.jsonld'), standard);
    const { out } = await runCaptured(['annotations', 'import', copy, join(copy, 'standard.jsonld')]);
    assert.match(out, /^standard\.jsonld: urn:uuid:.*: imported: a\.md\n$/);
  });

  it('imports from other tools and finds the article and the place', async () => {
    const root = await archive();
    const hypothesis = {
      rows: [
        {
          id: 'r',
          user: 'acct:zhou@x',
          uri: 'http://news.example.com/b',
          text: 'Yes',
          references: ['h'],
          created: '2026-01-02',
        },
        {
          id: 'h',
          user: 'acct:lin@x',
          uri: 'https://www.news.example.com/b?utm_source=x',
          tags: ['claim'],
          created: '2026-01-01',
          target: [
            {
              selector: [
                { type: 'TextPositionSelector', start: 9, end: 20 },
                { type: 'TextQuoteSelector', exact: 'Mayor Lin  said', prefix: '', suffix: ' it' },
              ],
            },
          ],
        },
        { id: 'x', uri: 'https://elsewhere.example/' },
      ],
    };
    await writeFile(join(root, 'h.json'), JSON.stringify(hypothesis));
    const text = readArticleText(article('a')).text;
    await writeFile(join(root, 'd.jsonl'), `${JSON.stringify({ text, label: [[0, 9, 'error']] })}\n`);
    const { code, error } = await runCaptured([
      'annotations',
      'import',
      root,
      join(root, 'h.json'),
      join(root, 'd.jsonl'),
      '--creator',
      'Wu',
    ]);
    assert.equal(code, 1);
    assert.match(error, /h\.json: urn:hypothesis:x not imported: there is no article/);
    assert.match(error, /Imported: 3 new, 0 changed, 0 there already, 1 not imported\./);
    const { annotations } = JSON.parse((await runCaptured(['annotations', 'check', root, '--format', 'json'])).out);
    assert.deepEqual(
      annotations.map(({ path, creator, state, text: now }: Record<string, string>) => [path, creator, state, now]),
      [
        ['a.md', 'Wu', 'exact', 'The night'],
        ['b c.md', 'lin', 'exact', 'Mayor Lin said'],
        ['b c.md', 'zhou', 'exact', 'Mayor Lin said'],
      ],
    );
  });

  it('measures agreement, and lists disagreements', async () => {
    const root = await archive();
    const labels = JSON.stringify({ labels: [{ id: 'credibility', kind: 'scale' }, { id: 'claim' }] });
    await writeFile(join(root, '.marginalia-labels.json'), labels);
    await annotate(root, 'a.md', 'Mayor Lin said', { labels: [{ label: 'claim' }] });
    await annotate(root, 'a.md', 'Mayor Lin said', { labels: [{ label: 'claim' }] }, 'Zhou');
    await annotate(root, 'a.md', '夜航', { labels: [{ label: 'claim' }] }, 'Zhou');
    await annotate(root, 'a.md', '', { labels: [{ label: 'credibility', value: 2 }] });
    await annotate(root, 'a.md', '', { labels: [{ label: 'credibility', value: 4 }] }, 'Zhou');
    await rename(join(root, '.marginalia-labels.json'), join(root, '.marginalia/labels.json'));
    const { code, out } = await runCaptured(['annotations', 'agreement', root, '--format', 'json']);
    const report = JSON.parse(out);
    assert.deepEqual([code, report.version, report.creators, report.articles], [0, 1, ['Lin', 'Zhou'], 1]);
    assert.equal(report.passages[0].units, 3);
    assert.equal(report.passages[0].alpha, null);
    assert.deepEqual(Object.keys(report.articleLabels[0].alpha), ['nominal', 'ordinal', 'interval']);
    assert.deepEqual(
      report.disagreements.map(({ kind, label, labels }: Record<string, unknown>) => [kind, label ?? labels]),
      [
        ['article', 'credibility'],
        ['passage', ['claim']],
      ],
    );
    const table = (await runCaptured(['annotations', 'agreement', root, '--format', 'csv'])).out;
    assert.match(table, /^articles,credibility,scale,Lin; Zhou,1,cohen-kappa,\r$/m);
    const places = (await runCaptured(['annotations', 'agreement', root, '--format', 'csv-disagreements'])).out;
    assert.match(places, /^passage,a\.md,claim,\d+,\d+,Zhou,Lin,\r$/m);
    const shown = (await runCaptured(['annotations', 'agreement', root])).out;
    assert.match(shown, /claim: too few to say \(3 passages\)/);
    assert.match(shown, /Fleiss' kappa too few to say \(1 article\)/);
    assert.match(shown, /Cohen's kappa too few to say \(1\)/);
    assert.match(shown, /a\.md: claim: \d+-\d+ by Zhou, not by Lin/);
    assert.match(
      (await runCaptured(['annotations', 'agreement', await archive()])).out,
      /No article has annotations of two people/,
    );
  });

  it('finds the articles of pages by their titles or quotes, and says what became of each annotation', async () => {
    const root = await folderWith({
      'pier.md': article(
        'At the  pier',
        '<p>Gulls stole the tickets from the harbour office.</p><p>Twice said. Twice said.</p>',
      ),
      'ferry.md': article('Ferry', '<p>Nobody counted “the passengers” that evening.</p><p>Twice said.</p>'),
    });
    const on = (id: string, uri: string, exact: string, more: object = {}) => ({
      id,
      uri,
      user: 'acct:lin@hypothes.is',
      target: [
        { source: uri, selector: [{ type: 'TextQuoteSelector', exact, prefix: 'Menu About ', suffix: ' Log in' }] },
      ],
      ...more,
    });
    const rows = [
      on('title', 'https://x.example/1', 'Gulls stole the\n tickets', { document: { title: ['At the pier'] } }),
      on('quote', 'https://x.example/2', 'counted "the passengers" that'),
      on('same-page', 'https://x.example/2', 'Twice said'),
      on('lost', 'https://x.example/2', 'nothing of the kind'),
      on('several', 'https://x.example/3', 'Twice said.'),
      on('none', 'https://x.example/4', 'words that stand nowhere'),
    ];
    await writeFile(join(root, 'h.json'), JSON.stringify({ rows }));
    const { code, out, error } = await runCaptured(['annotations', 'import', root, join(root, 'h.json')]);
    assert.deepEqual(out.split('\n'), [
      'h.json: urn:hypothesis:title: imported, approximate: pier.md: “Gulls stole the tickets”',
      'h.json: urn:hypothesis:quote: imported, approximate: ferry.md: “counted “the passengers” that”',
      'h.json: urn:hypothesis:same-page: imported, approximate: ferry.md: “Twice said”',
      'h.json: urn:hypothesis:lost: imported, not found: ferry.md: “nothing of the kind”',
      '',
    ]);
    assert.match(error, /several not imported/);
    assert.match(error, /none not imported/);
    assert.match(error, /Imported: 4 new, 0 changed, 0 there already, 2 not imported; 1 not found\.\n$/);
    assert.equal(code, 1);
    const states = JSON.parse((await runCaptured(['annotations', 'check', root, '--format', 'json'])).out).annotations;
    assert.deepEqual(
      states.map(({ state, text }: { state: string; text: string }) => [state, text]),
      [
        ['orphan', ''],
        ['exact', 'counted “the passengers” that'],
        ['exact', 'Twice said'],
        ['exact', 'Gulls stole the tickets'],
      ],
    );
  });

  it('tells once of an article that was renamed, and of one that is gone', async () => {
    const root = await archive();
    await writeFile(join(root, 'c.md'), article('c', '<p>Another harbour. Its lamps were lit. Nobody came.</p>'));
    for (const quote of ['Mayor Lin said', '夜航']) await annotate(root, 'a.md', quote, {});
    await annotate(root, 'c.md', 'lamps were lit', {});
    await mkdir(join(root, '2026'));
    await rename(join(root, 'a.md'), join(root, '2026/z.md'));
    await rm(join(root, 'b c.md'));
    await rm(join(root, 'c.md'));
    const { code, out } = await runCaptured(['annotations', 'check', root]);
    assert.deepEqual(out.split('\n'), [
      'a.md: renamed to 2026/z.md (100 % of the text): 2 annotations left behind; Find Moved Articles in VS Code moves them',
      'c.md: gone, with 1 annotation: no article is like it',
      '3 annotations: 3 orphan.',
      '',
    ]);
    assert.equal(code, 1);
    const { gone } = JSON.parse((await runCaptured(['annotations', 'check', root, '--format', 'json'])).out);
    assert.deepEqual(gone, [
      { path: 'a.md', annotations: 2, movedTo: '2026/z.md', likeness: 1 },
      { path: 'c.md', annotations: 1, movedTo: null, likeness: null },
    ]);
  });

  it('says what it cannot do', async () => {
    const root = await archive();
    const error = async (...args: readonly string[]): Promise<string> =>
      (await runCaptured(['annotations', ...args])).error;
    assert.match(await error(), /one of export, import, check, agreement/);
    assert.match(await error('export', root), /needs --format/);
    assert.match(await error('export', root, '--format', 'xls'), /is one of jsonld/);
    assert.match(await error('import', root), /needs a file/);
    assert.match(await error('import', root, join(root, 'none.json')), /there is no such file/);
    await writeFile(join(root, 'h.json'), JSON.stringify({ rows: [{ id: 'x', uri: 'https://elsewhere.example/' }] }));
    const named = ['import', root, join(root, 'h.json'), '--article'];
    assert.match(await error(...named, 'gone.md'), /--article gone\.md: no such article in .*; write its path/);
    assert.match(await error(...named, '../a.md'), /--article \.\.\/a\.md: no such article/);
    assert.match(await error(...named, './a.md'), /Imported: 1 new/);
    assert.match(await error('import', root, join(root, 'a.md')), /a\.md: not|a\.md: .*JSON|Unexpected/);
    assert.equal((await runCaptured(['annotations', 'check', join(root, 'none')])).code, 2);
    assert.match(readFileSync(join(root, 'a.md'), 'utf8'), /Mayor/);
  });
});
