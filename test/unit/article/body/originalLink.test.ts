import assert from 'node:assert/strict';
import { readBoth } from './places';

describe('the link to the original article', () => {
  const address = 'https://news.example.org/a?b';
  const said = [
    '阅读原文',
    '原文链接',
    '原文地址',
    '查看原文',
    '原文',
    '【阅读原文】',
    '閱讀原文',
    '点击查看原文 »',
    'Original article',
    'Read the original',
    'view original post →',
    `来源：${address}`,
  ];
  for (const text of said) {
    it(`is what a link calls ${text}`, () => {
      const html = `<p><a href="https://ads.example.com/">Home</a></p><p><a href="${address}">\n <b>${text}</b></a></p>`;
      assert.equal(readBoth(html).body.originalLink, address);
      assert.equal(readBoth(`x [Home](https://ads.example.com/)\n\n[${text}](${address})`).body.originalLink, address);
    });
  }
  for (const announcement of ['来源：', '原文链接: ', 'Source: ', 'Originally published at: ', '原文地址：《']) {
    it(`is the link that follows ${announcement}`, () => {
      assert.equal(
        readBoth(`<p>Words. ${announcement}<a href="${address}">Some News</a></p>`).body.originalLink,
        address,
      );
      assert.equal(readBoth(`Words. ${announcement}[Some News](${address})`).body.originalLink, address);
    });
  }
  it('may be written out', () => {
    assert.equal(readBoth(`<p>原文链接：${address}</p>`).body.originalLink, address);
    assert.equal(readBoth(`原文链接：${address}\n\ntext`).body.originalLink, address);
  });
  const others = [
    '<p><a href="https://e.com/">原文化的传承</a></p>',
    '<p><a href="#top">阅读原文</a> <a href="javascript:x()">原文</a> <a href="/a">原文</a></p>',
    '<p>Source:</p><p><a href="https://e.com/">Home</a></p>',
    '<p>An <a href="https://e.com/">original idea</a></p>',
  ];
  for (const body of others) {
    it(`is not in ${body}`, () => assert.equal(readBoth(body).body.originalLink, undefined));
  }
});
