import assert from 'node:assert/strict';
import { findFrontMatter } from '../../../src/core/article/frontMatterBlock';
import { frontMatterFields } from '../../../src/core/article/frontMatterFields';
import type { TextRange } from '../../../src/core/text/textRange';

function read(text: string): readonly string[] {
  const cut = ({ start, end }: TextRange): string => text.slice(start, end);
  return frontMatterFields(text, findFrontMatter(text)).all.map(
    (field) =>
      `${cut(field.keyRange)}|${field.style}|${cut(field.range)}|${cut(field.inner)}|${field.items.map((item) => cut(item.inner)).join(';')}`,
  );
}

const yaml = [
  '---',
  "title: '新闻 😀: it''s'",
  'categories: ',
  ' - 甲',
  " - '乙' ",
  'tags: [ a, "b, c", d ]',
  'comments: false # why not',
  'link: https://example.com/a#b',
  'empty:',
  'author:',
  '  name: Somebody',
  'summary: |',
  '  Two',
  '  lines',
  '"odd key": x',
  '---',
  'body: no',
];

const expected = [
  "title|single|'新闻 😀: it''s'|新闻 😀: it''s|",
  "categories|list|- 甲\n - '乙'|- 甲\n - '乙'|甲;乙",
  'tags|flow|[ a, "b, c", d ]|[ a, "b, c", d ]|a;b, c;d',
  'comments|plain|false|false|',
  'link|plain|https://example.com/a#b|https://example.com/a#b|',
  'empty|empty|||',
  'author|mapping|name: Somebody|name: Somebody|',
  'summary|block||\n  Two\n  lines||\n  Two\n  lines|',
  '"odd key"|plain|x|x|',
];

describe('frontMatterFields', () => {
  it('finds keys, values and items of YAML', () => {
    assert.deepEqual(read(yaml.join('\n')), expected);
  });

  it('finds the same with other line breaks, after a byte order mark and blank lines', () => {
    const found = read(`\uFEFF\r\n\r\n${yaml.join('\r\n')}`).map((line) => line.replaceAll('\r\n', '\n'));
    assert.deepEqual(found, expected);
  });

  it('finds what can be read of broken YAML', () => {
    assert.deepEqual(read("---\ntitle: 'It's here'\nheadimg: 'https://example.com/a.jpg'\n\tbad\n---\n"), [
      "title|single|'It's here'|It's here|",
      "headimg|single|'https://example.com/a.jpg'\n\tbad|'https://example.com/a.jpg'\n\tbad|",
    ]);
  });

  it('leaves out comments behind values and between fields', () => {
    const text = [
      "single: 'a # b' # c",
      'double: "a\\" # b" # c',
      'flow: [a, "# b"] # c',
      'plain: a',
      '# d',
      '',
      '  # e',
      'list:',
      '  - a # c',
      '# d',
      'block: |',
      '  a',
      '  # b',
      '# d',
      "quoted: 'a",
      "  # b'",
      'empty: # c',
      '# d',
      "broken: 'a' #1'",
    ];
    const found = [
      "single|single|'a # b'|a # b|",
      'double|double|"a\\" # b"|a\\" # b|',
      'flow|flow|[a, "# b"]|[a, "# b"]|a;# b',
      'plain|plain|a|a|',
      'list|list|- a # c|- a # c|a',
      'block|block||\n  a\n  # b||\n  a\n  # b|',
      "quoted|single|'a\n  # b'|a\n  # b|",
      'empty|plain|||',
      "broken|single|'a'|a|",
    ];
    for (const lineBreak of ['\n', '\r\n']) {
      const read1 = read(['---', ...text, '---', ''].join(lineBreak)).map((line) => line.replaceAll('\r\n', '\n'));
      assert.deepEqual(read1, found);
    }
  });

  it('finds fields that are all indented, and no deeper ones', () => {
    assert.deepEqual(read("---\n  title: 'A'\n  author:\n    name: B\n---\n"), [
      "title|single|'A'|A|",
      'author|mapping|name: B|name: B|',
    ]);
    assert.deepEqual(read('---\n  title: A\ndate: B\n---\n'), ['date|plain|B|B|']);
  });

  it('finds the fields of JSON and TOML', () => {
    assert.deepEqual(read(';;;\n{"title": "a: b", "tags": ["x", "y"], "deep": {"title": 1}, "n": 2}\n;;;\n'), [
      '"title"|double|"a: b"|a: b|',
      '"tags"|flow|["x", "y"]|["x", "y"]|x;y',
      '"deep"|flow|{"title": 1}|{"title": 1}|',
      '"n"|plain|2|2|',
    ]);
    assert.deepEqual(read('+++\ntitle = "T"\ntags = ["x"]\n+++\n'), ['title|double|"T"|T|', 'tags|flow|["x"]|["x"]|x']);
  });
});
