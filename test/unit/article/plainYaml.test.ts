import assert from 'node:assert/strict';
import { readExactYaml } from '../../../src/core/article/exactYaml';
import { findFrontMatter } from '../../../src/core/article/frontMatterBlock';
import { readPlainYaml } from '../../../src/core/article/plainYaml';
import { type ArticleFile, fixtureArticles, realArticles } from '../../support/articleTexts';
import { Seeded } from '../../support/seeded';

describe('readPlainYaml', () => {
  it('reads the common shape', () => {
    const yaml = [
      "title: 'It''s a \"day\": one'",
      'categories: ',
      ' - 新闻',
      ' - "World, news"',
      'headimg: https://img.example.com/a.jpg?x=1#y',
      'comments: false',
      '',
      '# a comment',
      'date: Sat, 27 Nov 2021 22:34:14 GMT',
      'tags: [ one,  two words , "three, four" ]',
      'empty:',
      'none: []',
      'from: https://example.com/%E5%90%8D',
      'count: 12_00',
    ].join('\n');
    assert.deepEqual(plain(yaml), {
      title: 'It\'s a "day": one',
      categories: ['新闻', 'World, news'],
      headimg: 'https://img.example.com/a.jpg?x=1#y',
      comments: 'false',
      date: 'Sat, 27 Nov 2021 22:34:14 GMT',
      tags: ['one', 'two words', 'three, four'],
      empty: null,
      none: [],
      from: 'https://example.com/%E5%90%8D',
      count: '12_00',
    });
    agree(yaml);
  });

  for (const yaml of [
    'title: a: b',
    "title: 'It's here'",
    'title: @a',
    'title: a\n  b',
    'title:\n  name: a',
    'title: "a\\n"',
    'title: |\n  a',
    'title: &a b',
    'title: ~',
    'title:a',
    'title: a # comment',
    'title:\ta',
    ' title: a',
    '- a',
    'title: {a: b}',
    'tags: [a, [b]]',
    'tags:\n - a\n  - b',
    'tags:\n - a: b',
    '<<: a',
    'title: a\n---',
    'title: a\n...',
  ]) {
    it(`leaves ${JSON.stringify(yaml)} to the exact parser`, () => assert.equal(plain(yaml), undefined));
  }

  it('keeps the first of two values, and pollutes nothing', () => {
    const yaml = 'title: a\ntitle: b\n__proto__: c\nconstructor: d';
    const data = readPlainYaml(yaml);
    assert.ok(data !== undefined);
    assert.deepEqual(Object.entries(data), [
      ['title', 'a'],
      ['__proto__', 'c'],
      ['constructor', 'd'],
    ]);
    agree(yaml);
  });

  it('agrees with the exact parser on whatever it reads', () => {
    const random = new Seeded(20_211_127);
    let read = 0;
    for (let round = 0; round < 8_000; round++) if (agree(generated(random))) read++;
    // Were nearly all of it left to the exact parser, this would prove nothing; were none of it, neither.
    assert.ok(read > 600 && read < 7_200, `${read} read of 8000`);
  });

  it('agrees with it on all fixtures, and reads nearly all of the sample', () => {
    const read = countAgreed(fixtureArticles());
    assert.ok(read > 150, `${read} read`);
  });

  it('agrees with it on real articles', function () {
    const real = realArticles();
    if (real.length === 0) {
      process.stdout.write('      no real articles here (MARGINALIA_CORPUS names a folder of some)\n');
      this.skip();
    }
    const read = countAgreed(real);
    assert.ok(read > real.length * 0.8, `${read} read of ${real.length}`);
  });
});

function countAgreed(articles: readonly ArticleFile[]): number {
  return articles.filter(({ text }) => {
    const block = findFrontMatter(text);
    if (block.kind === 'none' || block.language !== 'yaml') return false;
    return agree(text.slice(block.content.start, block.content.end).replace(/\r\n?/g, '\n'));
  }).length;
}

/** Whether the fast reader reads it at all; if so it must read what the exact parser reads. */
function agree(yaml: string): boolean {
  const fast = readPlainYaml(yaml);
  if (fast === undefined) return false;
  assert.deepEqual({ ...fast }, { ...readExactYaml(yaml) }, JSON.stringify(yaml));
  return true;
}

function plain(yaml: string): object | undefined {
  const data = readPlainYaml(yaml);
  return data === undefined ? undefined : { ...data };
}

const pieces = [
  ...[
    'a',
    'b c',
    '新闻',
    '，：',
    '🚲',
    'é',
    '\u3000',
    '\u00a0',
    '12',
    '-',
    '--',
    '~',
    'null',
    '#',
    ' #',
    ':',
    ': ',
    '?',
    '? ',
  ],
  ...[
    "'",
    "''",
    '"',
    '\\',
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\t',
    ' ',
    '  ',
    '<<',
  ],
];

function generated(random: Seeded): string {
  const lines: string[] = [];
  const count = 1 + random.below(6);
  for (let line = 0; line < count; line++) lines.push(...field(random));
  return lines.join('\n') + random.of(['', '\n', '\n\n', ' ']);
}

function field(random: Seeded): readonly string[] {
  const key = random.of(['title', 'date', 'a', 'b-c', 'x.y', '标题', '__proto__', '1st', 'a b', 'null']);
  const colon = random.of([': ', ': ', ': ', ': ', ':', ':  ', ' : ']);
  switch (random.below(8)) {
    case 0: {
      const indent = random.of(['', ' ', '  ']);
      const items = Array.from({ length: random.below(4) }, () => {
        const odd = random.below(12) === 0 ? ' ' : '';
        return `${indent}${odd}- ${value(random)}`;
      });
      return [`${key}:${random.of(['', ' ', '  '])}`, ...items];
    }
    case 1:
      return [
        `${key}${colon}[${Array.from({ length: random.below(4) }, () => value(random)).join(random.of([',', ', ', ' , ']))}]`,
      ];
    case 2:
      return [random.of(['', '# comment', '  ', ' # indented', '---', '...', 'text', `  ${value(random)}`, '- a'])];
    default:
      return [key + colon + value(random) + random.of(['', '', '', ' ', '  ', ' # c'])];
  }
}

function value(random: Seeded): string {
  const length = random.below(4);
  const text = Array.from({ length }, () =>
    random.below(3) > 0 ? random.of(['a', 'b', ' ', '新']) : random.of(pieces),
  ).join('');
  switch (random.below(5)) {
    case 0:
      return `'${random.below(3) > 0 ? text.replaceAll("'", "''") : text}'`;
    case 1:
      return `"${text}"`;
    default:
      return text;
  }
}
