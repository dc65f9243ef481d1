import assert from 'node:assert/strict';
import { leastOwnTime } from '../../support/ownTime';
import { prepared } from './prepared';

const sentence = '清晨的渡轮从北湾出发，载着第一批上班的人；风从东面来，浪不高，灯塔还亮着。 ';
const words = 'The first ferry of the morning left on time, with the wind from the east and the lamp still lit. ';
const html = `<p style="text-align:left">${sentence.repeat(3)}<b>某事</b>与<a href="https://example.com/a/b">链接</a>，${words}</p>
<p><img data-src="https://example.com/x.jpg" src="/img/loading.gif" alt="图"></p>
`;
const markdown = `## 小标题

${`${sentence.repeat(3)}**某事**与[链接](https://example.com/a/b)，${words}\n\n`.repeat(3)}- 一
- 二

![图](https://example.com/x.jpg)

`;

function article(piece: string, size: number): string {
  const repeats = Math.ceil(size / Buffer.byteLength(piece));
  return `---\ntitle: 标题\ndate: 2024-01-01\nsource: x\n---\n\n${piece.repeat(repeats)}`;
}

/** The first goes wait for the compiler. */
const timeFor = (text: string, goes: number, enough: number): number =>
  leastOwnTime(enough, goes, () => prepared(text));

describe('preparing an article', () => {
  for (const [name, piece] of Object.entries({ HTML: `<div>${html}</div>`, Markdown: markdown })) {
    it(`of 50 KB of ${name} takes less than 50 ms`, () => {
      const took = timeFor(article(piece, 50_000), 8, 50);
      assert.ok(took < 50, `${took.toFixed(1)} ms`);
    });

    it(`of 2 MB of ${name} takes less than 1.5 s`, () => {
      const took = timeFor(article(piece, 2_000_000), 3, 1500);
      assert.ok(took < 1500, `${took.toFixed(0)} ms`);
    });
  }
});
