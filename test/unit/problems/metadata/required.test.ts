import assert from 'node:assert/strict';
import { required as rule } from '../../../../src/core/problems/rules/metadata/required';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const whole = 'title: 渡船 🚢\ndate: 2021-11-27\nsource: Harbour Ledger\n';
const article = (fields: string, body = 'Six.\n'): string => `---\n${fields}---\n\n${body}`;
const without = (field: string): string => whole.replace(new RegExp(`^${field}.*\n`, 'm'), '');

describe('metadata/required', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    const make = (text: string): string => text.replaceAll('\n', lineBreak);

    it(`makes a title of the first heading, ${JSON.stringify(lineBreak)}`, () => {
      const text = make(article(without('title'), '# Fog: 雾 🌫\n\nSix.\n'));
      assert.deepEqual(placesOf(text, { rule }), ['---']);
      const fixed = fixOf(text, { rule });
      assert.equal(fixed.text, make(article(`title: 'Fog: 雾 🌫'\n${without('title')}`, '# Fog: 雾 🌫\n\nSix.\n')));
      assert.equal(fixed.fix.isGuess, undefined);
      assert.deepEqual(checkText(fixed.text, { rule }), []);
    });

    it(`fills an empty field where it stands, ${JSON.stringify(lineBreak)}`, () => {
      const text = make(article(`# 🚢\ntitle: # to do\n${without('title')}`));
      assert.deepEqual(placesOf(text, { rule }), ['title']);
      const fixed = fixOf(text, { rule, path: 'news/2021-11-27 渡船.md' });
      assert.equal(fixed.text, make(article(`# 🚢\ntitle: 渡船 # to do\n${without('title')}`)));
      assert.equal(fixed.fix.isGuess, true);
      assert.deepEqual(checkText(fixed.text, { rule }), []);
    });
  }

  for (const [name, fields, path, expected] of [
    ['a date from the folder', without('date'), '2021/11/27/x.md', `${without('date')}date: 2021-11-27\n`],
    ['a source to be filled in', without('source'), 'x.md', `${without('source')}source: TODO\n`],
    ['a title in quotes', `title: ''\n${without('title')}`, 'x.md', `title: 'x'\n${without('title')}`],
    ['a title that would be a number', without('title'), '12_00.md', `title: '12_00'\n${without('title')}`],
  ] as const) {
    it(`adds ${name}`, () => {
      const fixed = fixOf(article(fields), { rule, path });
      assert.equal(fixed.text, article(expected));
      assert.equal(fixed.fix.isGuess, true);
    });
  }

  it('takes the source from the link to the original, by its usual name', () => {
    const text = article(without('source'), '<p><a href="https://www.ledger.example/1">Read the original</a></p>');
    assert.match(fixOf(text, { rule }).text, /\nsource: ledger\.example\n---/);
    const knowledge = { canonicalSource: { key: 'harbour ledger', name: 'Harbour Ledger' } };
    assert.match(fixOf(text, { rule, knowledge }).text, /\nsource: Harbour Ledger\n---/);
  });

  it('adds to TOML and JSON as they are written', () => {
    const toml = '+++\ntitle = "Fog"\ndate = 2021-11-27\n[extra]\na = 1\n+++\n';
    assert.equal(fixOf(toml, { rule }).text, toml.replace('+++\n', '+++\nsource = "TODO"\n'));
    const json = '{\n  "title": "Fog",\n  "date": "2021-11-27"\n}\n';
    assert.equal(fixOf(json, { rule }).text, json.replace('27"\n', '27",\n  "source": "TODO"\n'));
    const line = '{"title": "Fog", "date": "2021-11-27"}\n';
    assert.equal(fixOf(line, { rule }).text, line.replace('"}', '", "source": "TODO"}'));
    for (const text of [toml, json, line]) assert.deepEqual(checkText(fixOf(text, { rule }).text, { rule }), []);
  });

  it('asks for the fields that the archive requires', () => {
    const settings = { requiredFields: ['author', 'link', 'tags'] };
    const text = article(`${whole}link: not an address\ntags: []\n`);
    assert.deepEqual(placesOf(text, { rule, settings }), ['---', 'link', 'tags']);
    const filled = article(`${whole}author: A\nfrom: https://ledger.example/1\ntags: [a]\n`);
    assert.deepEqual(checkText(filled, { rule, settings }), []);
  });

  it('writes no field into front matter whose fields it does not see', () => {
    assert.deepEqual(fixesOf('---\n{ title: Fog, date: 2021-11-27 }\n---\n', { rule }), [[]]);
  });

  for (const [name, text, path] of [
    ['whole front matter', article(whole), 'x.md'],
    ['a publisher for a source', article(whole.replace('source', 'Publisher')), 'x.md'],
    ['a source that the link tells', article(`${without('source')}link: https://ledger.example/1\n`), 'x.md'],
    ['a date in the file’s name', article(without('date')), '2021-11-27-x.md'],
    ['a date that cannot be read', article(whole.replace('2021-11-27', 'Invalid Date')), 'x.md'],
    ['no front matter', 'Six.\n', 'x.md'],
    ['broken front matter', article("title: 'It's here'\n"), 'x.md'],
    ['front matter that never ends', '{"title": "Fog\nSix.\n', 'x.md'],
    ['front matter in a language that is never read', '---js\nx\n---\n', 'x.md'],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(text, { rule, path }), []));
  }
});
