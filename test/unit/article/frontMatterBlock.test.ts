import assert from 'node:assert/strict';
import { type FrontMatterBlock, findFrontMatter } from '../../../src/core/article/frontMatterBlock';
import type { TextRange } from '../../../src/core/text/textRange';
import { CountedWork } from '../../support/work/countedWork';

describe('findFrontMatter', () => {
  it('finds fences, content and body of the common shape', () => {
    const found = parts("---\ntitle: 'A'\n---\n\n<div>B</div>");
    assert.deepEqual(found, {
      leading: '',
      open: '---',
      content: "title: 'A'\n",
      close: '---',
      body: '\n<div>B</div>',
      language: 'yaml',
      closed: true,
    });
  });

  for (const leading of ['\n', '\uFEFF', '\uFEFF\r\n', '\n  \n\t\n', '\r\r']) {
    it(`takes ${JSON.stringify(leading)} before the fence as leading`, () => {
      const found = parts(`${leading}---\ntitle: A\n---\nBody`);
      assert.equal(found.leading, leading);
      assert.equal(found.content, 'title: A\n');
      assert.equal(found.body, 'Body');
    });
  }

  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`reads lines that end in ${name}`, () => {
      const found = parts(['---', 'title: A', 'date: B', '---', '', 'Body', '---', 'More'].join(end));
      assert.equal(found.content, `title: A${end}date: B${end}`);
      assert.equal(found.body, ['', 'Body', '---', 'More'].join(end));
    });
  }

  it('reads fences with white space behind them, and a block that ends the file', () => {
    assert.equal(parts('--- \t\ntitle: A\n---  \nBody').body, 'Body');
    assert.deepEqual(pick(parts('---\ntitle: A\n---'), 'close', 'body', 'closed'), ['---', '', true]);
  });

  it('does not end at four dashes, nor at dashes within a line', () => {
    assert.equal(parts('---\ntitle: A --- B\n----\ndate: C\n---\nBody').content, 'title: A --- B\n----\ndate: C\n');
    assert.equal(parts('---\ntitle: A\n---x\n---\nBody').content, 'title: A\n---x\n');
  });

  it('ends at three dots', () => {
    assert.deepEqual(pick(parts('---\ntitle: A\n...\nBody'), 'close', 'body'), ['...', 'Body']);
    assert.equal(parts('---\ntitle: A\n....\n---\nBody').content, 'title: A\n....\n');
  });

  it('reads an empty block and one of comments', () => {
    assert.deepEqual(pick(parts('---\n---\nBody'), 'content', 'body'), ['', 'Body']);
    assert.equal(parts('---\n# only\n---\nBody').body, 'Body');
  });

  for (const [opening, language] of [
    ['---yaml', 'yaml'],
    ['--- yml', 'yaml'],
    ['---json', 'json'],
    ['---toml', 'toml'],
    ['---js', 'unsafe'],
    ['--- JavaScript', 'unsafe'],
    ['---coffee', 'unsafe'],
    ['---lisp', 'unknown'],
  ] as const) {
    it(`takes ${opening} for ${language}`, () => {
      const found = parts(`${opening}\nanything at all\n---\nBody`);
      assert.deepEqual(pick(found, 'language', 'open', 'body'), [language, opening, 'Body']);
    });
  }

  it('reads the fences of JSON and TOML, each closed by its own', () => {
    assert.deepEqual(pick(parts(';;;\n"a": 1\n---\n;;;\nBody'), 'language', 'content', 'body'), [
      'json',
      '"a": 1\n---\n',
      'Body',
    ]);
    assert.deepEqual(pick(parts('+++\na = 1\n+++\nBody'), 'language', 'body'), ['toml', 'Body']);
  });

  it('reads a bare JSON object by its braces', () => {
    const found = parts('{\n "title": "a } \\" {",\n "b": {"c": 1}\n}\n\nBody');
    assert.deepEqual(pick(found, 'language', 'content', 'body', 'open', 'close'), [
      'json',
      '{\n "title": "a } \\" {",\n "b": {"c": 1}\n}',
      '\nBody',
      '',
      '',
    ]);
    assert.equal(parts('{"title": "A"} Body').body, ' Body');
    assert.equal(parts('{"title": "A"\n\nBody').closed, false);
  });

  for (const [what, text] of [
    ['no fence', '# Heading\n\nText'],
    ['an empty text', ''],
    ['white space alone', ' \n\n'],
    ['four dashes', '----\ntitle: A\n----\nBody'],
    ['an indented fence', ' ---\ntitle: A\n---\nBody'],
    ['a thematic break before prose', '---\n\nProse with: a colon.\nnote: and one more\n\n---\n\nMore'],
    ['a thematic break that no other follows', '---\nProse begins.\n\nMore of it.'],
    ['a template tag', '{% raw %}\ntitle: A'],
    ['a shortcode', '{{< figure >}}'],
    ['a line of dashes with words', '--- a note to you\ntitle: A\n---\nBody'],
  ] as const) {
    it(`finds none in ${what}`, () => {
      assert.deepEqual(findFrontMatter(text).kind, 'none');
      assert.equal(findFrontMatter(text).bodyStart, 0);
    });
  }

  it('starts the body of a text without front matter behind a byte order mark', () => {
    assert.equal(findFrontMatter('\uFEFFText').bodyStart, 1);
  });

  it('takes words right between two fences for front matter gone wrong', () => {
    assert.equal(parts('---\njust some words\n---\n\nBody').body, '\nBody');
  });

  describe('that nobody closed', () => {
    it('ends before the body', () => {
      const found = parts("---\ntitle: 'A'\ndate: B\ntags:\n  - c\n- d\n\nThe body: it has a colon.\n\nMore.");
      assert.deepEqual(pick(found, 'closed', 'content', 'body'), [
        false,
        "title: 'A'\ndate: B\ntags:\n  - c\n- d\n",
        '\nThe body: it has a colon.\n\nMore.',
      ]);
    });

    it('ends before a tag that follows at once, and a heading', () => {
      assert.equal(parts('---\ntitle: A\n<div>\nBody').body, '<div>\nBody');
      assert.equal(parts('---\ntitle: A\n# Heading\n').body, '# Heading\n');
      assert.equal(parts('---\ntitle: A\n# comment\ndate: B\n\nBody').body, '\nBody');
    });

    it('goes over a blank line to another field', () => {
      assert.equal(parts('---\ntitle: A\n\ndate: B\n\nBody').content, 'title: A\n\ndate: B\n');
    });

    it('is not closed by a thematic break below HTML', () => {
      const found = parts('---\ntitle: A\n\n<p>Body</p>\n\n---\nMore');
      assert.deepEqual(pick(found, 'closed', 'body'), [false, '\n<p>Body</p>\n\n---\nMore']);
    });

    it('may be the whole file', () => {
      assert.deepEqual(pick(parts('---\ntitle: A'), 'closed', 'content', 'body'), [false, 'title: A', '']);
    });
  });

  describe('takes work linear in the text:', () => {
    const work = new CountedWork();
    for (const unit of [
      '---\n',
      'a: b\n',
      '\n',
      ' \n',
      '-',
      '{"',
      '{"a":',
      '# c\n',
      '- x\n',
      '\r',
      'word ',
      '---\n\n',
    ]) {
      it(JSON.stringify(unit), async () => {
        await work.growsWithLength('findFrontMatter', 2_500, (size) => [`---\n${unit.repeat(size)}`]);
        await work.growsWithLength('findFrontMatter', 2_500, (size) => [`{"${unit.repeat(size)}`]);
      });
    }
  });
});

function parts(text: string) {
  const found = findFrontMatter(text);
  assert.equal(found.kind, 'block');
  const block = found as FrontMatterBlock;
  const cut = ({ start, end }: TextRange) => text.slice(start, end);
  return {
    leading: cut(block.leading),
    open: cut(block.open),
    content: cut(block.content),
    close: cut(block.close),
    body: text.slice(block.bodyStart),
    language: block.language,
    closed: block.closed,
  };
}

function pick<T extends object>(from: T, ...keys: readonly (keyof T)[]): readonly unknown[] {
  return keys.map((key) => from[key]);
}
