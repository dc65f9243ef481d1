import assert from 'node:assert/strict';
import { markdownTooCostly } from '../../../../src/core/article/body/markdownCost';
import { readBody } from '../../../../src/core/article/body/readBody';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Each takes a parser time that grows faster than its length. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  'rising runs of backticks': (size) => `x ${lines(size / 2, (i) => '`'.repeat(i + 1)).replaceAll('\n', ' ')}`,
  'lists in lists': (size) => lines(size / 2, (i) => `${'  '.repeat(i)}- a`),
  'lists in lists with blank lines': (size) => lines(size / 2, (i) => `${'  '.repeat(i)}- a\n`),
  'lists in lists with lazy lines': (size) => lines(size / 2, (i) => `${'  '.repeat(i)}- a\nx`),
  'much in a deep list': (size) =>
    `${lines(150, (i) => `${'  '.repeat(i)}- a`)}\n${lines(size, () => `${' '.repeat(300)}b`)}`,
  'many lists that begin in one line': (size) => lines(size / 4, () => `${'- '.repeat(99)}a`),
  'one long line of lists': (size) => '1. '.repeat(size),
  'quotes in quotes in one line': (size) => '>'.repeat(size),
  'emphasis in lines that only look like items': (size) => `x\n${lines(size * 3, () => '2. *a_ b')}`,
  'emphasis in lines that only look like nested items': (size) => `x\n${lines(size * 3, () => '     - *a_ b')}`,
  'emphasis in lines that only look like headings': (size) => `x\n${lines(size * 3, () => '\t# *a_ b')}`,
};

/** Each takes time that grows with its length, however long it is. */
const honest: Readonly<Record<string, (size: number) => string>> = {
  'code in prose': (size) =>
    lines(size * 10, (i) => `The \`name\` and \`\`a \` b\`\` of it.${i % 6 === 5 ? '\n' : ''}`),
  'a numbered list with links': (size) => lines(size * 10, (i) => `${i + 1}. [a](b) and *c*`),
  'nested lists': (size) => lines(size * 10, (i) => `${'  '.repeat(i % 4)}- [a](b) and *c*`),
  'numbered lists with lists in them': (size) => lines(size * 5, (i) => `${i + 1}. *a*\n   - [b](c)`),
  'quotes in quotes': (size) => lines(size * 10, (i) => `${'> '.repeat((i % 3) + 1)}said`),
  'lines far to the right': (size) => lines(size * 10, (i) => `${' '.repeat(60)}a${i % 9 === 8 ? '\n' : ''}`),
};

describe('what a Markdown parser would cost', () => {
  for (const [name, text] of Object.entries(hostile)) {
    it(`is too much for ${name}, once there are many`, () => {
      assert.equal(markdownTooCostly(text(40), 0), false);
      for (const size of [1600, 3200]) assert.equal(markdownTooCostly(text(size), 0), true, `${size}`);
    });
  }

  for (const [name, text] of Object.entries(honest)) {
    it(`is never too much for ${name}`, () => {
      for (const size of [40, 1600]) assert.equal(markdownTooCostly(text(size), 0), false, `${size}`);
    });
  }

  it('does not keep images from being found', () => {
    for (const text of Object.values(hostile)) {
      assert.equal(readBody(`${text(1600)}\n\n![a](b.png)\n`, 0, 'exact').images.at(-1)?.url, 'b.png');
    }
  });
});
