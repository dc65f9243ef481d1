import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { readArticle } from '../../../src/core/article/readArticle';
import { defaultReadingRules } from '../../../src/core/article/readingRules';
import { SourceNames } from '../../../src/core/article/sourceNames';
import { decodeUtf8 } from '../../../src/core/text/decodeUtf8';
import { projectRoot } from '../../support/projectRoot';

const root = join(projectRoot, 'test', 'fixtures', 'quirks');
const rules = { ...defaultReadingRules, timeZone: 'Asia/Shanghai' };

/** One row of the tables in the fixtures' README: what a reader should see in a file. */
interface Quirk {
  readonly file: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
}

describe('the quirk fixtures', () => {
  const sources = new SourceNames(JSON.parse(readFileSync(join(root, '.marginalia/sources.json'), 'utf8')));
  const quirks = readTable();

  it('are all listed', () => assert.ok(quirks.length > 180));

  for (const quirk of quirks) {
    it(quirk.file, () => {
      const bytes = readFileSync(join(root, quirk.file));
      const text = decodeUtf8(bytes);
      if (text === undefined) {
        // Files in other encodings are reported by whoever reads files; as text they only must not break a reader.
        readArticle(bytes.toString('utf8'), stamp(quirk.file), 'whole', rules);
        return;
      }
      const entry = readArticle(text, stamp(quirk.file), 'whole', rules);
      checkTitle(entry, quirk.title);
      checkDate(entry, quirk.date);
      checkSource(entry, quirk.source);
    });
  }

  it('ran nothing', () => {
    assert.equal('marginaliaFixtureRan' in globalThis, false);
    assert.equal('polluted' in {}, false);
  });

  function checkSource(entry: ArticleEntry, expected: string): void {
    if (expected.startsWith('any')) return;
    const name = entry.source === undefined ? 'unknown' : sources.resolve(entry.source).name;
    assert.ok(expected.split(' or ').includes(name), `source ${name}, not ${expected}`);
  }
});

function stamp(path: string) {
  return { path, size: 1, mtime: 1 };
}

function checkTitle(entry: ArticleEntry, expected: string): void {
  // `(or with the rest of it)`, `with or without its invisible marks`: the start is what counts.
  const loose = /^(.*?)(?: \(or .*|, with or without .*)$/.exec(expected);
  if (loose !== null) {
    const [start = ''] = (loose[1] ?? '').split('&#');
    assert.ok(entry.title.startsWith(start), entry.title);
    return;
  }
  if (/ or the file name$/.test(expected)) return;
  const [, text, from] = /^(.*?)(?: \((first heading|file name)\))?(?:; never .*)?$/.exec(expected) ?? [];
  assert.equal(entry.title, text);
  assert.equal(entry.titleFrom, from === 'first heading' ? 'heading' : from === 'file name' ? 'fileName' : 'field');
}

function checkDate({ date }: ArticleEntry, expected: string): void {
  const [instant = '', from] = expected.split(', from the ');
  if (from !== undefined) assert.equal(date.kind === 'read' && date.from, from === 'folders' ? 'folder' : 'fileName');
  const options = instant.split(' or ').map((option) => (option === 'none' ? 'missing' : option));
  if (date.kind !== 'read') {
    assert.ok(options.includes(date.kind), `date ${date.kind}, not ${expected}`);
    return;
  }
  assert.ok(
    options.some((option) => Date.parse(option) === date.time),
    `date ${new Date(date.time).toISOString()}, not ${expected}`,
  );
}

function readTable(): readonly Quirk[] {
  return readFileSync(join(root, 'README.md'), 'utf8')
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map(([, file = '', , , title = '', date = '', source = '']) => ({
      file,
      title: title.replace(/\\(.)/g, (whole, sign: string) => (/[`[\]*|]/.test(sign) ? sign : whole)),
      date: date.replaceAll('**', ''),
      source: source.replaceAll('**', ''),
    }))
    .filter(({ file }) => file.endsWith('.md') && existsSync(join(root, file)));
}
