import assert from 'node:assert/strict';
import { syntax as rule } from '../../../../src/core/problems/rules/frontMatter/syntax';
import { inEnglish } from '../../../../src/core/text/message';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { articleOf, checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

/** What is written, the place of each problem, and the front matter after the best fix of each. */
type Case = readonly [name: string, written: string, places: readonly string[], fixed: string];

const plain: readonly Case[] = [
  ['an apostrophe', "title: 'It's here'", ["'"], "title: 'It''s here'"],
  ['apostrophes, one of them written twice', "title: 'It''s Bo's'", ["'"], "title: 'It''s Bo''s'"],
  ['quotes in quotes', 'title: "He said "no" and left"', ['"'], 'title: "He said \\"no\\" and left"'],
  ['phrases in quotes', "title: 'One' and 'two'", ["'One' and 'two'"], `title: "'One' and 'two'"`],
  [
    'quotes that close early',
    "title: 'No wind'_ Boats wait",
    ["'No wind'_ Boats wait"],
    `title: "'No wind'_ Boats wait"`,
  ],
  ['a run of quotes', `title: """""'Light on'"""""`, [`"""""'Light on'"""""`], "title: 'Light on'"],
  [
    'a run of quotes around quotes',
    `title: """"Port - 'The Quay'""""`,
    [`""""Port - 'The Quay'""""`],
    `title: "Port - 'The Quay'"`,
  ],
  ['an open quote', "title: 'Open", ["'Open"], "title: 'Open'"],
  ['an open quote with another field below', 'title: "Open\nlayout: post', ['"Open'], 'title: "Open"\nlayout: post'],
  ['a word that starts with an apostrophe', "title: 'Tis late", ["'Tis late"], `title: "'Tis late"`],
  ['a comma behind quotes', 'title: "Done",', [','], 'title: "Done"'],
  ['a curly quote for a straight one', 'title: "Done”', ['”'], 'title: "Done"'],
  ['curly quotes', 'title: “Ferry: back”', ['“Ferry: back”'], "title: '“Ferry: back”'"],
  ['a colon', 'title: Ferry: it is back', ['Ferry: it is back'], "title: 'Ferry: it is back'"],
  ['a colon at the end', 'title: Ferry:', ['Ferry:'], "title: 'Ferry:'"],
  ['@', 'title: @reader 🚢 wrote', ['@reader 🚢 wrote'], "title: '@reader 🚢 wrote'"],
  ['%', 'title: %30 的人', ['%30 的人'], "title: '%30 的人'"],
  ['a backtick', "title: `it's`", ["`it's`"], 'title: "`it\'s`"'],
  ['&', 'title: & more', ['& more'], "title: '& more'"],
  ['*', 'title: *Now* it is', ['*Now* it is'], "title: '*Now* it is'"],
  ['|', 'title: | Harbour', ['| Harbour'], "title: '| Harbour'"],
  ['>', 'title: > Harbour', ['> Harbour'], "title: '> Harbour'"],
  ['brackets', 'title: [Photos] Snow', ['[Photos] Snow'], "title: '[Photos] Snow'"],
  ['braces', 'title: {a} b', ['{a} b'], "title: '{a} b'"],
  ['a dash', 'title: - one', ['- one'], "title: '- one'"],
  ['a backslash', 'title: "水\\平 🚢\\定"', ['\\平'], 'title: "水\\\\平 🚢\\\\定"'],
  ['a backslash at the end', 'title: "a\\"', ['\\"'], 'title: "a\\\\"'],
  ['a comment behind', "title: 'It's here' # why", ["'"], "title: 'It''s here' # why"],
  ['no space', 'title:Ferry\nlayout: post', [':'], 'title: Ferry\nlayout: post'],
  ['no space, and more', 'title:@ferry\nlayout: post', [':'], "title: '@ferry'\nlayout: post"],
  ['a full-width colon', 'title：渡船\nlayout: post', ['：'], 'title: 渡船\nlayout: post'],
  ['an unusual space', 'title:\u00a0Ferry\nlayout: post', ['\u00a0'], 'title: Ferry\nlayout: post'],
  ['lines', 'title: The bridge\n\nopens on Sunday', ['opens on Sunday'], 'title: The bridge opens on Sunday'],
  [
    'lines in quotes',
    "title: 'The bridge\nopens on Sunday'",
    ["opens on Sunday'"],
    "title: 'The bridge opens on Sunday'",
  ],
  ['Chinese lines', "title: '大桥\n周日开放'", ["周日开放'"], "title: '大桥周日开放'"],
  ['lines with a colon', 'title: The bridge\n  opens: soon', ['opens: soon'], "title: 'The bridge opens: soon'"],
  ['tabs', 'tags:\n\t- a\n\t- b', ['\t'], 'tags:\n  - a\n  - b'],
  ['tabs, and more', 'tags:\n\t- a\n\t- @b', ['\t'], "tags:\n  - a\n  - '@b'"],
  ['items out of line', 'tags:\n  - a\n - b\n   - c', ['- b'], 'tags:\n  - a\n  - b\n  - c'],
  ['items without a space', 'tags:\n  - a\n  -b', ['-b'], 'tags:\n  - a\n  - b'],
  ['only items without a space', 'tags:\n-a\n-b', ['-a'], 'tags:\n- a\n- b'],
  ['a list on the line of its key', 'tags: - a\n  - b', ['- a'], 'tags:\n  - a\n  - b'],
  ['items', "tags:\n  - @a\n  - b\n  - 'c'd'", ['@a', "'"], "tags:\n  - '@a'\n  - b\n  - 'c''d'"],
  ['fields in fields', 'author:\n  name: @x\n  age: 3', ['@x'], "author:\n  name: '@x'\n  age: 3"],
  ['two commas', 'tags: [a,, b]', [','], 'tags: [a, b]'],
  ['a comma first', 'tags: [, a]', [','], 'tags: [ a]'],
  ['no comma', 'tags: ["a" "b"]', ['"'], 'tags: ["a" , "b"]'],
  ['a full-width comma', 'tags: ["a"，"b"]', ['，'], 'tags: ["a", "b"]'],
  ['an open bracket', 'tags: [a, b\nlayout: post', ['['], 'tags: [a, b]\nlayout: post'],
  ['items in brackets', "tags: [@a, 'It's', b]", ['@a', "'"], "tags: ['@a', 'It''s', b]"],
  ['brackets at the margin', 'tags: [\na,\nb\n]', ['a,'], 'tags: [\n  a,\n  b\n  ]'],
  ['a field that is indented', 'layout: post\n link: x', ['link: x'], 'layout: post\nlink: x'],
  ['a first field that is indented', '  layout: post\nlink: x', ['layout: post'], 'layout: post\nlink: x'],
  ['a line of dashes', 'layout: post\n----\nlink: x', ['----'], 'layout: post\nlink: x'],
];

const guessed: readonly Case[] = [
  ['quotes between Chinese', "title: '甲'和'乙'", ["'"], "title: '甲''和''乙'"],
  ['a backslash that may be meant', 'title: "C:\\new\\文"', ['\\n'], 'title: "C:\\\\new\\\\文"'],
  ['a colon that is not there', 'title Ferry\nlayout: post', ['title Ferry'], 'title: Ferry\nlayout: post'],
  ['brackets in another field', 'tags: [a] b', ['[a] b'], "tags: '[a] b'"],
  ['a block sign', 'title: > Ferry\n  back', ['back'], "title: '> Ferry back'"],
  ['text that may be the body', 'layout: post\n\nSome words.', ['Some words.'], 'layout: post\n\n---\nSome words.'],
];

const unmended: readonly (readonly [string, string, readonly string[]])[] = [
  ['a line without a colon', 'layout: post\nSome words', ['Some words']],
  [
    'a merge',
    '<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x',
    ['<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x'],
  ],
];

function document(written: string, lineBreak: string, isFirst = written.startsWith(' ')): string {
  const [first = '', ...rest] = [`source: 渡船 🚢`, ...written.split('\n')];
  // A field that comes first by its indentation must stay the first.
  const lines = isFirst ? [...rest, first] : [first, ...rest];
  return ['---', ...lines, '---', '', 'Body.', ''].join(lineBreak);
}

describe('front-matter/syntax in YAML', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    const name = lineBreak === '\n' ? 'LF' : 'CRLF';
    for (const [what, written, places, fixed] of [...plain, ...guessed]) {
      it(`finds and mends ${what} (${name})`, () => {
        const text = document(written, lineBreak);
        assert.deepEqual(
          placesOf(text, { rule }),
          places.map((place) => place.replaceAll('\n', lineBreak)),
        );
        const fixes = fixesOf(text, { rule }).flatMap(([fix]) => fix ?? []);
        const mended = applyEdits(
          text,
          fixes.flatMap(({ edits }) => edits),
        );
        assert.equal(mended, document(fixed, lineBreak, written.startsWith(' ')));
        assert.deepEqual(placesOf(mended, { rule }), []);
        const isGuess = guessed.some(([one]) => one === what);
        assert.equal(
          fixes.some((fix) => fix.isGuess === true),
          isGuess,
        );
      });
    }
  }

  for (const [what, written, places] of unmended) {
    it(`tells ${what}, which nobody can mend for sure`, () => {
      const text = document(written, '\n');
      assert.deepEqual(placesOf(text, { rule }), places);
      assert.deepEqual(fixesOf(text, { rule }), [[]]);
    });
  }

  it('names the result, and what is wrong in plain words', () => {
    const text = document("title: 'It's here'", '\n');
    assert.equal(fixOf(text, { rule }).title, 'Write the title as "It\'s here"');
    const [problem] = checkText(text, { rule });
    assert.equal(problem?.severity, 'error');
    assert.equal(
      problem && inEnglish(problem.message),
      'The text ends at this apostrophe, and the rest cannot be read. Write the apostrophe twice.',
    );
  });

  it('offers to keep curly quotes, or to take them for straight ones', () => {
    const text = document('title: “Ferry: back”', '\n');
    const fixes = fixesOf(text, { rule })[0] ?? [];
    assert.deepEqual(
      fixes.map(({ edits, isGuess }) => [articleOf(applyEdits(text, edits)).frontMatter.data.title, isGuess === true]),
      [
        ['“Ferry: back”', false],
        ['Ferry: back', true],
      ],
    );
  });

  it('tells each broken field once, wherever it stands', () => {
    const text = document("title: 'It's here'\nlayout: @post\ntags: [a,, b]", '\n');
    assert.deepEqual(placesOf(text, { rule }), ["'", '@post', ',']);
  });

  it('leaves all else as it is', () => {
    const text = "\ufeff---\r\n# a note\r\n\"title\" :  'It's'   # why\r\ntags:  [ b ]\r\n---\r\nBody 🚢\r\n";
    assert.equal(fixOf(text, { rule }).text, text.replace("It's", "It''s"));
  });

  it('checks front matter that is never closed', () => {
    assert.deepEqual(placesOf("---\ntitle: 'It's here'\n\nBody.\n", { rule }), ["'"]);
  });

  it('says nothing of what can be read', () => {
    const fine = [
      "title: 'It''s here'",
      'title: "He said \\"no\\""',
      'title: “Fair winds” and ‘calm seas’',
      'title: It\'s "fine" [really], 100%',
      'title: 12:30 at the quay',
      'link: https://example.com/a#b',
      'title: |\n  Ferry: back\n  at last',
      "title: 'Two\n\n  lines'",
      'tags:\n- a\n- b',
      'tags: [\n  a,\n  b,\n]',
      'a: &x {b: 1}\nc: *x',
      '? odd\n: value',
      'title: # to be written',
      'title: Ferry # a draft',
      'tags: [a] #b',
      'time: !!str 12',
      'link: !ref x',
    ];
    for (const written of fine) assert.deepEqual(placesOf(document(written, '\n'), { rule }), [], written);
    assert.deepEqual(placesOf('Just text.', { rule }), []);
    assert.deepEqual(placesOf('---\n---\n', { rule }), []);
  });
});

describe('front-matter/syntax where YAML reads less than there is', () => {
  const lost: readonly (readonly [written: string, found: string, isGuess: boolean])[] = [
    ['title: #9 is late', '#9 is late', false],
    ['title: Gate #4 opens', '#4 opens', true],
    ['title: !Now or never', '!Now or never', false],
    ['title: ! now', '! now', false],
    ['title: &amp; more', '&amp; more', false],
    ['title: *Now', '*Now', false],
  ];

  for (const [written, found, isGuess] of lost) {
    it(written, () => {
      for (const lineBreak of ['\n', '\r\n']) {
        const text = document(written, lineBreak);
        assert.deepEqual(placesOf(text, { rule }), [found]);
        const { text: fixed, fix } = fixOf(text, { rule });
        assert.equal(articleOf(fixed).frontMatter.data.title, written.slice('title: '.length));
        assert.equal(fix.isGuess === true, isGuess);
        assert.deepEqual(placesOf(fixed, { rule }), []);
      }
    });
  }
});
