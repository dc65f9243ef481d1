import assert from 'node:assert/strict';
import { textChanges } from '../../../src/core/text/textChanges';
import { applyEdits } from '../../../src/core/text/textEdit';
import { Seeded } from '../../support/seeded';
import { CountedWork } from '../../support/work/countedWork';

describe('textChanges', () => {
  const work = new CountedWork();

  it('is empty where nothing differs', () => {
    assert.deepEqual(textChanges('a\nb', 'a\nb'), []);
    assert.deepEqual(textChanges('', ''), []);
  });

  it('holds what differs and no more', () => {
    assert.deepEqual(textChanges("---\ntitle: 'It's'\n---\n", "---\ntitle: 'It''s'\n---\n"), [
      { range: { start: 15, end: 15 }, text: "'" },
    ]);
    assert.deepEqual(textChanges('a\nb\nc\n', 'a\nc\n'), [{ range: { start: 2, end: 4 }, text: '' }]);
  });

  it('keeps edits that are apart apart', () => {
    assert.equal(textChanges('one\ntwo\nthree\nfour', 'One\ntwo\nthree\nFour').length, 2);
  });

  it('keeps edits apart in one long line too, with work in proportion to its length', async () => {
    const texts = (size: number): readonly [string, string] => {
      const filler = '<p>字😀 and many other words</p>'.repeat(size);
      const before = `<b onclick="go()">${filler}<img src="https://https://example.com/">${filler}<i onclick="go()">\n`;
      return [before, before.replaceAll(' onclick="go()"', '').replace('https://https://', 'https://')];
    };
    const size = 500;
    const changes = await work.growsWithLength('textChanges', size, (some) => [...texts(some)]);
    const [before] = texts(size * 8);
    assert.deepEqual(
      changes.map(({ range, text }) => [before.slice(range.start, range.end), text]),
      [
        [' onclick="go()"', ''],
        ['https://', ''],
        [' onclick="go()"', ''],
      ],
    );
  });

  it('never cuts a character or a line break in two', () => {
    const [pair] = textChanges('😀', '😁');
    assert.deepEqual(pair, { range: { start: 0, end: 2 }, text: '😁' });
    const [lineBreak] = textChanges('a\r\n', 'a\n');
    assert.deepEqual(lineBreak, { range: { start: 1, end: 3 }, text: '\n' });
  });

  it('makes the one text of the other, whatever they are', () => {
    const random = new Seeded(11);
    const pieces = ['a', '雾', '😀', '\n', '\r\n', '\r', '', 'bc'];
    const text = (): string => Array.from({ length: random.below(30) }, () => random.of(pieces)).join('');
    for (let round = 0; round < 600; round++) {
      // Every other time lines that have much in common, so that they are compared within.
      const shared = Array.from({ length: round % 2 === 0 ? 0 : 4 }, text);
      const before = shared.map((part) => part.replace(/[\r\n]/g, '') + random.of(pieces)).join('') + text();
      const after = shared.map((part) => part.replace(/[\r\n]/g, '') + random.of(pieces)).join('') + text();
      const edits = textChanges(before, after);
      assert.equal(applyEdits(before, edits), after, JSON.stringify([before, after, edits]));
    }
  });
});
