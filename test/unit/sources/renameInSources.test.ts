import assert from 'node:assert/strict';
import { renameInSources } from '../../../src/core/sources/renameInSources';

const file = `{
  "version": 1,
  "sources": {
    "北湾晚报": {
      "aliases": ["Beiwan Evening News"],
      "domains": ["beiwan.example.com"]
    },
    "Harbour Ledger": { "domains": ["ledger.example.com"] }
  }
}
`;

const cases: readonly (readonly [what: string, before: string, after: string, changed: string])[] = [
  [
    'a name that nothing is known of',
    'Post:[A],{B}',
    'The "Post",[A]',
    file.replace('.com"] }\n', '.com"] },\n    "The \\"Post\\",[A]": {"aliases": ["Post:[A],{B}"]}\n'),
  ],
  [
    'a source with what is said of it',
    '北湾晚报',
    '北湾日报',
    file.replace('"北湾晚报"', '"北湾日报"').replace('News"', 'News", "北湾晚报"'),
  ],
  [
    'a source without aliases',
    'harbour  ledger',
    'The Ledger',
    file.replace('"Harbour Ledger"', '"The Ledger"').replace('.com"] }', '.com"], "aliases": ["harbour  ledger"] }'),
  ],
  [
    'one source to another that is there',
    '北湾晚报',
    'Harbour Ledger',
    `{
  "version": 1,
  "sources": {
    "Harbour Ledger": { "domains": ["ledger.example.com", "beiwan.example.com"], "aliases": ["北湾晚报", "Beiwan Evening News"] }
  }
}
`,
  ],
  [
    'the last to one before it',
    'Harbour Ledger',
    '北湾晚报',
    `{
  "version": 1,
  "sources": {
    "北湾晚报": {
      "aliases": ["Beiwan Evening News", "Harbour Ledger"],
      "domains": ["beiwan.example.com", "ledger.example.com"]
    }
  }
}
`,
  ],
  ['only the case', 'Harbour Ledger', 'HARBOUR LEDGER', file.replace('Harbour Ledger', 'HARBOUR LEDGER')],
];

describe('renaming in sources.json', () => {
  for (const [what, before, after, changed] of cases) {
    it(`renames ${what}, and leaves all else as it is written`, () => {
      assert.equal(renameInSources(file, before, after), changed);
      const crlf = renameInSources(`\uFEFF${file.replaceAll('\n', '\r\n')}`, before, after);
      assert.equal(crlf?.replaceAll('\r\n', '\n'), `\uFEFF${changed}`);
    });
  }

  it('makes the file where there is none', () => {
    const made = { version: 1, sources: { 'New “name”': { aliases: ['旧名'] } } };
    assert.deepEqual(JSON.parse(renameInSources(undefined, '旧名', 'New “name”') ?? ''), made);
    assert.equal(renameInSources(undefined, 'the post', 'The Post'), undefined);
    assert.equal(
      renameInSources('{}', 'Old', 'New'),
      '{\n  "sources": {\n    "New": {\n      "aliases": [\n        "Old"\n      ]\n    }\n  }\n}',
    );
  });

  it('touches nothing that it cannot read', () => {
    for (const text of ['[]', '{"sources": []}', '{ // a note\n"sources": {}}', '{"sources": {"Old": 1}}', '{']) {
      assert.equal(renameInSources(text, 'Old', 'New'), undefined, text);
    }
  });
});
