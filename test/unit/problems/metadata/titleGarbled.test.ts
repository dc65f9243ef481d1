import assert from 'node:assert/strict';
import { titleGarbled as rule } from '../../../../src/core/problems/rules/metadata/titleGarbled';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const article = (title: string, body = 'Six.'): string =>
  `---\n# 渡船 🚢\ntitle: ${title}\nsource: Ledger\n---\n\n${body}\n`;

describe('metadata/title-garbled', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    const make = (text: string): string => text.replaceAll('\n', lineBreak);

    describe(`with ${JSON.stringify(lineBreak)}`, () => {
      for (const [title, after] of [
        ['12_00', "'12_00'"],
        ['12:30 # x', "'12:30' # x"],
        ['1984', "'1984'"],
        ['0x1F', "'0x1F'"],
        ['1e3', "'1e3'"],
        ['2021-11-27', "'2021-11-27'"],
        ['No', "'No'"],
        ['null', "'null'"],
        ["'Fog\n\n  雾 🌫'", "'Fog 雾 🌫'"],
        ['|\n  Fog\n  it is', 'Fog it is'],
        ['Q&amp;A 🌫', "'Q&A 🌫'".slice(1, -1)],
        ["'it&#39;s &amp;#123;'", "'it''s {'"],
        ['"&quot;Fog&quot;"', '"\\"Fog\\""'],
      ] as const) {
        it(`writes ${JSON.stringify(title)} as ${after}`, () => {
          const fixed = fixOf(make(article(title)), { rule });
          assert.equal(fixed.text, make(article(after)));
          assert.equal(fixed.fix.isGuess, undefined);
          assert.deepEqual(checkText(fixed.text, { rule }), []);
        });
      }

      for (const [title, body, after] of [
        ['Fog_ 雾 🌫', '# Fog: 雾 🌫', "'Fog: 雾 🌫'"],
        ["'“雾_”_'", '<h1>“雾?”？</h1>', "'“雾?”？'"],
        ['大_翻车_了', '<p>x</p><img src="/a.jpg" alt="大“翻车”了">', '大“翻车”了'],
        ['a_b_c', '# a_b|c', 'a_b|c'],
        ['雾\ufffd了', '# 雾起了', '雾起了'],
      ] as const) {
        it(`finds the signs that ${title} has lost`, () => {
          const text = make(article(title, `${body}\n\nSix.`));
          assert.deepEqual(placesOf(text, { rule }), [title.replaceAll("'", '')]);
          const fixed = fixOf(text, { rule });
          assert.equal(fixed.text, make(article(after, `${body}\n\nSix.`)));
          assert.equal(fixed.fix.isGuess, undefined);
          assert.deepEqual(checkText(fixed.text, { rule }), []);
        });
      }
    });
  }

  it('finds the title in the text, however deep in a paragraph', () => {
    const body = '<p>Photo</p>\n<p>Read <a href="/b">Better Buy: Harbour &amp; Sons</a> first.</p>';
    const text = article("'Better Buy_ Harbour & Sons'", body);
    assert.equal(fixOf(text, { rule }).text, article("'Better Buy: Harbour & Sons'", body));
  });

  it('takes a time apart as a guess, and sees the spaces that were around a sign', () => {
    const fixed = fixOf(article('雾今晚18_30散去'), { rule });
    assert.equal(fixed.text, article("'雾今晚18:30散去'".slice(1, -1)));
    assert.equal(fixed.fix.isGuess, true);
    assert.equal(checkText(article("'Fog  _ 雾'"), { rule }).length, 1);
    for (const title of ['Fog _ 雾', 'v18_30', 'Fog 18_30_45', 'Fog 2018_1130', 'Fog 18_75']) {
      assert.deepEqual(checkText(article(title), { rule }), [], title);
    }
  });

  it('has no fix where nothing tells what is lost', () => {
    for (const title of ['Fog_ what the harbour knows', '雾\ufffd了', "'Tales_ “Fog”'"]) {
      assert.equal(checkText(article(title), { rule }).length, 1, title);
      assert.deepEqual(fixesOf(article(title), { rule }), [[]]);
    }
  });

  it('leaves a look at tags and runs of quotes to a person', () => {
    for (const [title, after] of [
      ["'How &lt;br&gt; works'", "'How <br> works'"],
      [`'"""Fog"""'`, "'Fog'"],
      [`'"""''Fog''"""'`, "'Fog'"],
    ] as const) {
      const fixed = fixOf(article(title), { rule });
      assert.equal(fixed.text, article(after));
      assert.equal(fixed.fix.isGuess, true);
      assert.deepEqual(checkText(fixed.text, { rule }), []);
    }
  });

  it('tells each of several faults', () => {
    const text = article("'Fog_ A&amp;B\n\n  C'");
    assert.equal(checkText(text, { rule }).length, 3);
    const once = fixOf(text, { rule }).text;
    assert.equal(once, article("'Fog_ A&amp;B C'"));
    assert.equal(fixOf(once, { rule }).text, article("'Fog_ A&B C'"));
  });

  it('says what the title is taken for', () => {
    const said = (title: string) => checkText(article(title), { rule }).map(({ message }) => inEnglish(message));
    assert.match(said('12_00')[0] ?? '', /number/);
    assert.match(said('2021-11-27')[0] ?? '', /date/);
    assert.match(said('off')[0] ?? '', /true or false/);
    assert.match(said('null')[0] ?? '', /nothing/);
  });

  it('knows numbers of JSON and TOML', () => {
    assert.equal(fixOf('{"title": 1.50}\n', { rule }).text, '{"title": "1.50"}\n');
    assert.equal(fixOf('+++\ntitle = 1984\n+++\n', { rule }).text, '+++\ntitle = "1984"\n+++\n');
    assert.deepEqual(checkText('+++\ntitle = "1984"\n+++\n', { rule }), []);
  });

  for (const [name, text] of [
    ['a plain title', article('渡船 🚢 returns')],
    ['a number in quotes', article("'1984'")],
    ['a number with words', article('1984 and after')],
    ['a version', article('1.2.3')],
    ['an ampersand that is one', article('AT&T; Q&A &c')],
    ['a long title over two lines', article('The night ferry\n  returns')],
    ['a folded title', article('>\n  The night ferry\n  returns')],
    ['a quotation', article(`'"Fog" and "雾"'`)],
    ['names with underscores', article('snake_case and _so_ on')],
    ['an underscore that the heading has too', article('Fog_ 雾', '# Fog_ 雾\n\nSix.')],
    ['an underscore before a site', article('雾起了_新闻_港口网')],
    ['a heading with other letters', article('foo_bar', '# fooXbar\n\nSix.')],
    ['no title', '---\ndate: 2021\n---\n'],
    ['an empty title', article('')],
    ['broken front matter', "---\ntitle: 1984\nauthor: 'It's'\n---\n"],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(text, { rule }), []));
  }
});
