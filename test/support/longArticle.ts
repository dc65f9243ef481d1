const sentence = '清晨的渡轮从北湾出发，载着第一批上班的人；风从东面来，浪不高，灯塔还亮着。 ';
const words = 'The first ferry of the morning left on time, with the wind from the east and the lamp still lit. ';

const pieces = {
  HTML: `<div><p style="text-align:left">${sentence.repeat(3)}<b>某事</b>与<a href="https://example.com/a/b">链接</a>，${words}</p>
<p><img data-src="https://example.com/x.jpg" src="/img/loading.gif" alt="图" width="600" height="400"></p>
</div>`,
  Markdown: `## 小标题

${`${sentence.repeat(3)}**某事**与[链接](https://example.com/a/b)，${words}\n\n`.repeat(3)}- 一
- 二

![图](https://example.com/x.jpg)

`,
};

/** An article of so many bytes, of what real ones have most of. */
export function longArticle(kind: keyof typeof pieces, bytes: number): string {
  const piece = pieces[kind];
  return `---\ntitle: 标题\ndate: 2024-01-01\nsource: x\n---\n\n${piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)))}`;
}
