import assert from 'node:assert/strict';
import { readBody } from '../../../../src/core/article/body/readBody';
import { CountedWork } from '../../../support/work/countedWork';

const bodies: Readonly<Record<string, (size: number) => string>> = {
  'less-than signs': (size) => `<p>${'<'.repeat(size)}`,
  'tags that never end': (size) => `<p>${'<a '.repeat(size)}`,
  'deep nesting': (size) => '<div>'.repeat(size),
  'formatting that is never closed': (size) =>
    `<p>${Array.from({ length: size / 2 }, (_, id) => `<b id=${id}>`).join('')}</p>${'<p>x</p>'.repeat(size / 2)}`,
  'many attributes': (size) => `<img ${Array.from({ length: size }, (_, id) => `a${id}=b`).join(' ')}>`,
  'one lazy attribute again and again': (size) => `<img ${'data-src=a.png '.repeat(size)}>`,
  'a huge attribute': (size) => `<img alt="${'&am'.repeat(size)}" src="data:${'A'.repeat(size * 50)}">`,
  'a huge srcset': (size) => `<img srcset="${'a.png 1x, '.repeat(size)}">`,
  'unclosed CDATA': (size) => `<p>${'<![CDATA['.repeat(size)}`,
  'unclosed comments': (size) => '<!--'.repeat(size),
  'open links': (size) => `<p>${'<a href=x>&nbsp;'.repeat(size)}`,
  'text in tables': (size) => `<table>${'x<tr>'.repeat(size)}`,
  'many blocks side by side': (size) => '<br>'.repeat(size * 2),
  'text in a table after many': (size) => `${'<br>'.repeat(size)}<table>${'x<tr>'.repeat(size)}`,
  'formatting in a table after many': (size) => `<p>a${'<br>'.repeat(size)}<table>${'<b>x</b>'.repeat(size)}`,
  'much in a link that a block outlasts': (size) => `<a href=x><div>${'<br>'.repeat(size)}</a>`,
  'blocks that outlast formatting': (size) => '<b><div>x</b></div>'.repeat(size / 2),
  'blocks that outlast formatting in a table': (size) => `<table>${'<b><div>x</b></div>'.repeat(size / 4)}`,
  'ends of what was never opened': (size) => `${'<svg>'.repeat(600)}${'</i>'.repeat(size)}`,
  'image starts': (size) => `x ${'!['.repeat(size)}`,
  'image starts and ends': (size) => `x ${'![['.repeat(size)}${']'.repeat(size)}`,
  'unclosed addresses': (size) => `x ${'![](a'.repeat(size)}`,
  'broken addresses': (size) => '![](https://e.com/a-\n'.repeat(size),
  emphasis: (size) => '*a_ '.repeat(size),
  quotes: (size) => '>'.repeat(size),
  'lists in one line': (size) => '1. '.repeat(size),
  'underlined headings': (size) => 'x\n=\n'.repeat(size),
  'unclosed comments in Markdown': (size) => `x ${'<!--'.repeat(size)}`,
  'tables in Markdown': (size) => 'a|b\n-|-\nc|d\n\n'.repeat(size / 8),
  'rows of tables in Markdown': (size) => `a|b\n-|-\n${'c|d\n'.repeat(size / 4)}`,
  'dots after an address': (size) => `x https://e.com/${'.'.repeat(size)}x`,
  'announcements of the original': (size) => `x ${'source:'.repeat(size)}`,
};

describe('bodies made to do harm', () => {
  const work = new CountedWork();

  for (const [name, body] of Object.entries(bodies)) {
    it(`take no more work than their length calls for: ${name}`, async () => {
      await work.growsWithLength('readBody', 1_000, (size) => [body(size)]);
    });
  }

  it('still say what can be said', () => {
    assert.equal(readBody(`${'<div>'.repeat(50_000)}<img src=a.png>`, 0, 'exact').images[0]?.url, 'a.png');
    const text = `# Title #\n\n${'x\n=\n'.repeat(5_000)}![a](b.png) <img src=c.png> ![](https://e.com/d\ne.png)`;
    const read = readBody(text, 0, 'exact');
    assert.equal(read.heading, 'Title');
    assert.deepEqual(
      read.images.map(({ url, range }) => [url, text.slice(range.start, range.end)]),
      [
        ['b.png', 'b.png'],
        ['c.png', 'c.png'],
        ['https://e.com/de.png', 'https://e.com/d\ne.png'],
      ],
    );
  });
});
