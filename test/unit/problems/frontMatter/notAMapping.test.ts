import assert from 'node:assert/strict';
import { notAMapping as rule } from '../../../../src/core/problems/rules/frontMatter/notAMapping';
import { fixesOf, fixOf, placesOf } from '../../../support/checkText';

/** What is written, what it becomes, and whether that is a guess. */
const cases: readonly (readonly [written: string, fixed: string, isGuess: boolean])[] = [
  ['- title: 渡船 🚢\n- tags:\n  - a\n- date: 2021-11-27', 'title: 渡船 🚢\ntags:\n- a\ndate: 2021-11-27', false],
  ['title:渡船', 'title: 渡船', false],
  ['渡船 🚢 is back', 'title: 渡船 🚢 is back', true],
];

describe('front-matter/not-a-mapping', () => {
  for (const [written, fixed, isGuess] of cases) {
    for (const lineBreak of ['\n', '\r\n']) {
      it(`${JSON.stringify(written)}${lineBreak === '\n' ? '' : ' (CRLF)'}`, () => {
        const document = (content: string): string => `---\n${content}\n---\n\nBody.\n`.replaceAll('\n', lineBreak);
        assert.deepEqual(placesOf(document(written), { rule }), [written.replaceAll('\n', lineBreak)]);
        const mended = fixOf(document(written), { rule });
        assert.equal(mended.text, document(fixed));
        assert.equal(mended.fix.isGuess === true, isGuess);
        assert.deepEqual(placesOf(mended.text, { rule }), []);
      });
    }
  }

  it('has no fix where nobody can tell what a list is', () => {
    for (const written of ['---\n- one\n- two\n---\n', '---json\n[1, 2]\n---\n']) {
      assert.equal(placesOf(written, { rule }).length, 1, written);
      assert.deepEqual(fixesOf(written, { rule }), [[]]);
    }
  });

  it('says nothing of fields, of nothing, and of what cannot be read', () => {
    for (const text of ['---\na: b\n---\n', '---\n---\n', '---\n# later\n---\n', '---\na: @b\n---\n', 'Text.']) {
      assert.deepEqual(placesOf(text, { rule }), [], text);
    }
  });
});
