import assert from 'node:assert/strict';
import { bodyLostSigns as rule } from '../../../../src/core/problems/rules/body/bodyLostSigns';
import { checkText, placesOf } from '../../../support/checkText';

const head = '---\ntitle: 渡船 🚢\ndate: 2021-11-27\n---\n';
const told = (text: string): readonly string[] =>
  checkText(text, { rule }).map(({ message }) => JSON.stringify(message));

describe('body/lost-signs', () => {
  it('points at the first of them, and counts them', () => {
    const text = `${head}\n<p>港口的渡船�今天��停航</p>\n`;
    assert.deepEqual(placesOf(text, { rule }), ['�']);
    assert.match(told(text).join(), /Characters of this text were lost.*3/);
    assert.match(told(`${head}\nA caf� on the pier\n`).join(), /A character of this text was lost/);
    assert.deepEqual(placesOf(`${head}\nA ��� pier\n`, { rule }), ['���']);
  });

  it('knows a file in another encoding by how little of it can be read', () => {
    // 渡船今天停航，码头上没有人。 in GBK, as an editor shows it that takes it for UTF-8.
    const bytes = Uint8Array.of(
      ...[0xb6, 0xc9, 0xb4, 0xac, 0xbd, 0xf1, 0xcc, 0xec, 0xcd, 0xa3, 0xba, 0xbd, 0xa3, 0xac],
      ...[0xc2, 0xeb, 0xcd, 0xb7, 0xc9, 0xcf, 0xc3, 0xbb, 0xd3, 0xd0, 0xc8, 0xcb, 0xa1, 0xa3],
    );
    const shown = new TextDecoder().decode(bytes);
    assert.match(told(`${head}\n<p>${shown}</p>\n`).join(), /not in UTF-8/);
    assert.doesNotMatch(told(`${head}\n<p>${'港口的渡船停航'.repeat(20)}${'�'.repeat(12)}</p>\n`).join(), /UTF-8/);
  });

  it('leaves the front matter to others, and finds nothing where nothing is lost', () => {
    assert.deepEqual(told('---\ntitle: A caf�\n---\n\n<p>Fine.</p>\n'), []);
    assert.deepEqual(told(`${head}\n<p>？？？ ??? &#xfffd; 🚢</p>\n`), []);
  });
});
