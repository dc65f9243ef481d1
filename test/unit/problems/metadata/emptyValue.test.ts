import assert from 'node:assert/strict';
import { emptyValue as rule } from '../../../../src/core/problems/rules/metadata/emptyValue';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const article = (fields: string): string => `---\ntitle: 渡船 🚢\n${fields}source: Ledger\n---\n\nSix.\n`;

describe('metadata/empty-value', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    for (const [written, place] of [
      ['thumbnail:\n', 'thumbnail:'.slice(0, -1)],
      ['thumbnail: \n', 'thumbnail'],
      ["thumbnail: ''\n", "thumbnail: ''"],
      ['thumbnail: ""\n\n', 'thumbnail: ""'],
      ['tags: []\n', 'tags: []'],
      ['extra: {}\n', 'extra: {}'],
      ['tags:\n  -\n', 'tags:\n  -'],
    ] as const) {
      it(`removes ${JSON.stringify(written)} with ${JSON.stringify(lineBreak)}`, () => {
        const make = (text: string): string => text.replaceAll('\n', lineBreak);
        const text = make(article(written));
        const [found = ''] = placesOf(text, { rule });
        assert.equal(found.replace(/:$/, ''), make(place));
        const fixed = fixOf(text, { rule });
        assert.equal(fixed.text, make(article(written.endsWith('\n\n') ? '\n' : '')));
        assert.deepEqual(checkText(fixed.text, { rule }), []);
      });
    }
  }

  it('removes the first, the last and the only field of JSON', () => {
    const fix = (text: string): string => fixOf(text, { rule }).text;
    assert.equal(fix('{ "a": "", "title": "Fog" }\n'), '{ "title": "Fog" }\n');
    assert.equal(fix('{\n  "title": "Fog",\n  "a": null\n}\n'), '{\n  "title": "Fog"\n}\n');
    assert.equal(fix('{ "a": [] }\n'), '{  }\n');
    assert.equal(fix('+++\na = ""\ntitle = "Fog"\n+++\n'), '+++\ntitle = "Fog"\n+++\n');
  });

  it('keeps a comment, and so has no fix', () => {
    const text = article('thumbnail: # none yet\n');
    assert.deepEqual(fixesOf(text, { rule }), [[]]);
  });

  for (const [name, fields] of [
    ['fields that say something', 'draft: false\ncount: 0\ntags: [a]\n'],
    ['a list with an empty item among others', "tags: [a, '']\n"],
    ['an empty field that every article needs', 'date:\nheadline:\npublished: ""\n'],
    ['a key that stands twice and says something once', 'tags:\nauthor: A\ntags: [a]\n'],
    ['a value on the next lines', 'tags:\n\n  - a\nnote: >\n  Fog\n'],
    ['broken front matter', "tags:\nauthor: 'It's'\n"],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(article(fields), { rule }), []));
  }
});
