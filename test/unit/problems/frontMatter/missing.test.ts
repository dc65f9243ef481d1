import assert from 'node:assert/strict';
import { missing as rule } from '../../../../src/core/problems/rules/frontMatter/missing';
import { articleOf, checkText, fixOf, placesOf } from '../../../support/checkText';

describe('front-matter/missing', () => {
  it('points at the first line with text', () => {
    assert.deepEqual(placesOf('\n\n# 渡船 🚢\n\nBody.\n', { rule }), ['# 渡船 🚢']);
    assert.deepEqual(placesOf('\r\n\r\n# 渡船 🚢\r\nBody.\r\n', { rule }), ['# 渡船 🚢']);
    assert.deepEqual(placesOf('', { rule }), ['']);
    assert.equal(checkText('Body.', { rule })[0]?.severity, 'warning');
  });

  it('makes front matter from the heading, a date in the text, a link and the folder', () => {
    for (const lineBreak of ['\n', '\r\n']) {
      const body = [
        "# It's back: 渡船 🚢",
        '',
        '2021年11月27日 22:34',
        '',
        '[Original article](https://ledger.example/2020/01/02/ferry)',
        '',
      ].join(lineBreak);
      const { text, fix } = fixOf(body, { rule, path: 'news/Harbour/2021/ferry.md' });
      assert.equal(fix.isGuess, true);
      assert.ok(text.endsWith(`---${lineBreak}${lineBreak}${body}`));
      assert.deepEqual(
        { ...articleOf(text).frontMatter.data },
        {
          title: "It's back: 渡船 🚢",
          date: '2021-11-27 22:34:00',
          source: 'ledger.example',
          link: 'https://ledger.example/2020/01/02/ferry',
          categories: ['Harbour'],
        },
      );
      assert.deepEqual(placesOf(text, { rule }), []);
      assert.equal(text.includes('\r'), lineBreak === '\r\n');
    }
  });

  it('takes title and date of the path where the text has none', () => {
    const { text } = fixOf('Body.\n', { rule, path: 'posts/2021-10-28-night-ferry.md' });
    assert.equal(text, "---\ntitle: 'night-ferry'\ndate: 2021-10-28\n---\n\nBody.\n");
  });

  it('keeps a byte order mark first', () => {
    assert.ok(fixOf('\ufeff# A\n', { rule }).text.startsWith("\ufeff---\ntitle: 'A'\n"));
  });

  it('takes no date from addresses and numbers', () => {
    const body = '# A\n\nSee https://a.example/2020-01-02/x, <b data-day="2020-01-02">12345-2020-01-02</b>.\n';
    assert.ok(!fixOf(body, { rule, path: 'a.md' }).text.includes('date:'));
  });

  it('says nothing of an article with front matter, good or bad', () => {
    for (const text of ['---\na: b\n---\n', '\n---\na: @b\n---\n', '---\n---\n', '{"a": 1}\n', '---js\nrun()\n---\n']) {
      assert.deepEqual(placesOf(text, { rule }), [], text);
    }
  });
});
