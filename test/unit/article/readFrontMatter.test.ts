import assert from 'node:assert/strict';
import { findFrontMatter } from '../../../src/core/article/frontMatterBlock';
import { readFrontMatter } from '../../../src/core/article/readFrontMatter';
import { CountedWork } from '../../support/work/countedWork';

describe('readFrontMatter', () => {
  it('keeps every scalar of YAML as written', () => {
    const { data, fault } = read(
      yaml('title: 12_00', 'date: 2018-09-19 15:19:29', 'comments: false', 'n: 007', "q: ''", 'e:', 't: ~', 'x: null'),
    );
    assert.equal(fault, undefined);
    assert.deepEqual(data, {
      title: '12_00',
      date: '2018-09-19 15:19:29',
      comments: 'false',
      n: '007',
      q: '',
      e: null,
      t: null,
      x: 'null',
    });
  });

  it('keeps them in YAML that only the exact parser reads', () => {
    const { data, fault } = read(
      yaml('date: 2018-09-19 # day', 'source: {name: 12_00}', 'text: |', '  a', '  b', 'n: 0x1F'),
    );
    assert.equal(fault, undefined);
    assert.deepEqual(JSON.parse(JSON.stringify(data)), {
      date: '2018-09-19',
      source: { name: '12_00' },
      text: 'a\nb\n',
      n: '0x1F',
    });
  });

  it('says the same of broken text each time', () => {
    const text = yaml("title: 'It's here'");
    assert.deepEqual(read(text), read(text));
    assert.deepEqual(read(text), { data: { title: "It's here" }, fault: 'syntax' });
  });

  it('reads JSON with and without braces, and TOML', () => {
    const expected = { title: 'A', tags: ['b'] };
    assert.deepEqual(read(';;;\n{"title": "A", "tags": ["b"]}\n;;;\n').data, expected);
    assert.deepEqual(read(';;;\n"title": "A",\n"tags": ["b"]\n;;;\n').data, expected);
    assert.deepEqual(read('{"title": "A", "tags": ["b"]}\n').data, expected);
    assert.deepEqual(read('---json\n{"title": "A", "tags": ["b"]}\n---\n').data, expected);
    assert.deepEqual(read('+++\ntitle = "A"\ntags = ["b"]\n+++\n').data, expected);
  });

  it('names what is wrong', () => {
    assert.equal(read('# Heading').fault, 'missing');
    assert.equal(read('---\ntitle: A\n\nBody').fault, 'unclosed');
    assert.deepEqual(read('---\ntitle: A\n\nBody').data, { title: 'A' });
    assert.equal(read('---\n- a\n- b\n---\n').fault, 'notAMapping');
    assert.equal(read(';;;\n["a"]\n;;;\n').fault, 'notAMapping');
    assert.equal(read('---lisp\n(a)\n---\n').fault, 'unsafeLanguage');
    assert.equal(read('+++\ntitle = A\n+++\n').fault, 'syntax');
    assert.equal(read('---\n---\n').fault, undefined);
    assert.equal(read('---\n# only a comment\n---\n').fault, undefined);
  });

  it('runs nothing', () => {
    for (const language of ['js', 'javascript', 'JavaScript', 'coffee', 'cson', 'ts']) {
      const { data, fault } = read(`---${language}\nglobalThis.marginaliaRan = true\n---\n`);
      assert.deepEqual(data, {});
      assert.equal(fault, 'unsafeLanguage');
    }
    read(yaml("a: !!js/function 'function () { globalThis.marginaliaRan = true }'", 'b: !ruby/object:Gem {}'));
    assert.equal('marginaliaRan' in globalThis, false);
  });

  it('reaches no prototype', () => {
    for (const text of [
      yaml('__proto__:', '  polluted: yes', 'constructor: a'),
      yaml('__proto__: a', 'constructor: b'),
      yaml("x: 'it's'", '__proto__:', '  polluted: yes'),
      yaml('<<: {__proto__: {polluted: yes}}'),
      ';;;\n{"__proto__": {"polluted": true}}\n;;;\n',
      '+++\n[__proto__]\npolluted = true\n+++\n',
    ]) {
      const { data } = readFrontMatter(text, findFrontMatter(text));
      assert.equal(Reflect.get(data, 'polluted'), undefined, text);
    }
    assert.equal('polluted' in {}, false);
  });

  it('reads without the Buffer of Node, which a web worker lacks', () => {
    const { Buffer } = globalThis;
    try {
      Reflect.deleteProperty(globalThis, 'Buffer');
      assert.deepEqual(read(yaml('title: A')), { data: { title: 'A' } });
    } finally {
      globalThis.Buffer = Buffer;
    }
  });

  it('reads `----` within as what it is, no end', () => {
    assert.deepEqual(read(yaml('title: A', '----', 'date: B')), { data: { title: 'A', date: 'B' }, fault: 'syntax' });
  });

  it('brings in what merge keys name', () => {
    const { data } = read(yaml('base: &b {source: A, title: no}', 'title: T', '<<: *b'));
    assert.deepEqual([data.title, data.source], ['T', 'A']);
  });

  it('returns from a bomb of aliases, and from a node that holds itself', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 10; level++) {
      bomb.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(',')}]`,
      );
    }
    const { data } = read(yaml('title: A', ...bomb));
    assert.equal(data.title, 'A');
    assert.ok(JSON.stringify(data).length < 100_000);
    assert.equal(read(yaml('title: A', 'a: &a [*a]')).data.title, 'A');
  });

  it('refuses what is too large, yet reads its first fields', () => {
    const { data, fault } = read(yaml('title: A', `x: ${'y'.repeat(300_000)}`));
    assert.deepEqual([data.title, fault], ['A', 'tooLarge']);
    assert.equal(read(yaml('title: A', '\n'.repeat(2000), 'b: c')).fault, 'tooLarge');
  });

  describe('ends on hostile text:', () => {
    const work = new CountedWork();
    const units = [
      '[',
      '{',
      '{a: ',
      '- ',
      '? ',
      '"',
      "'",
      '"\\',
      '&a ',
      '*a ',
      '\t',
      '!',
      '|\n',
      'a:\n ',
      '# ',
      ' \n',
      'a: b\n',
    ];
    for (const unit of units) {
      it(JSON.stringify(unit), async () => {
        await work.growsWithLength('readFrontMatter', 500, (size) => [yaml(unit.repeat(size))]);
        await work.growsWithLength('readFrontMatter', 500, (size) => [yaml('title: A', `x: ${unit.repeat(size)}`)]);
      });
    }
  });

  describe('reads what is broken as a person would:', () => {
    for (const [written, title] of [
      ["'It's here'", "It's here"],
      ["'We are not the virus'_ Hundreds rally", "'We are not the virus'_ Hundreds rally"],
      ['@某人 关注了', '@某人 关注了'],
      ['%30 off', '%30 off'],
      ['`code`', '`code`'],
      ['[Photos] Snow', '[Photos] Snow'],
      ['*Breaking* ice', '*Breaking* ice'],
      ['Ferry: the night boat', 'Ferry: the night boat'],
      [`"""""'Lighthouse'"""""`, 'Lighthouse'],
      ['"水平\\智力 \\"x\\""', '水平\\智力 "x"'],
      ['"never closed', 'never closed'],
      ["'The bridge\n\nopens on Sunday'", 'The bridge opens on Sunday'],
      ['The bridge\n\nopens on Sunday', 'The bridge opens on Sunday'],
      ["'doubled ''and' not'", "doubled 'and' not"],
      ["'A' # comment", 'A'],
    ] as const) {
      it(`title: ${JSON.stringify(written)}`, () => {
        const { data } = read(yaml(`title: ${written}`, 'date: 2021-11-27', 'source: @Post'));
        assert.deepEqual(data, { title, date: '2021-11-27', source: '@Post' });
      });
    }

    it('a title that is a comment, which says nothing but to a person', () => {
      assert.equal(read(yaml('title: #', "x: 'it's'")).data.title, '#');
    });

    it('lists, mappings and tabs', () => {
      const { data } = read(
        yaml(
          "title: 'it's'",
          'categories:',
          "\t- 'A'",
          '\t- B',
          'tags: [a, "b"]',
          'source:',
          '  name: C',
          'link: http://x/ # y',
        ),
      );
      assert.deepEqual(JSON.parse(JSON.stringify(data)), {
        title: "it's",
        categories: ['A', 'B'],
        tags: ['a', 'b'],
        source: { name: 'C' },
        link: 'http://x/',
      });
    });

    it('keys without space, with a full-width colon, and all indented', () => {
      assert.deepEqual(read(yaml('title:A b', 'date：2021-11-27', "x: 'it's'")).data, {
        title: 'A b',
        date: '2021-11-27',
        x: "it's",
      });
      assert.deepEqual(read(yaml(" title: 'it's'", ' date: B')).data, { title: "it's", date: 'B' });
    });

    it('JSON and TOML', () => {
      assert.deepEqual(read(';;;\n{\n  "title": "A",\n  "date": "B",,\n}\n;;;\n').data.title, 'A');
      assert.deepEqual(read('+++\ntitle = "A"\ndate = B\n+++\n').data, { title: 'A', date: 'B' });
    });

    it('the first of two that says something', () => {
      assert.equal(read(yaml('title:', 'title: A', 'title: B', "x: 'it's'")).data.title, 'A');
    });
  });
});

function yaml(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\nBody\n`;
}

function read(text: string): { readonly data: Record<string, unknown>; readonly fault?: string } {
  const { data, fault } = readFrontMatter(text, findFrontMatter(text));
  // Without a prototype of its own it would equal no literal.
  return { data: { ...data }, ...(fault === undefined ? {} : { fault }) };
}
