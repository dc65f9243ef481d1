import assert from 'node:assert/strict';
import { bodyEmpty as rule } from '../../../../src/core/problems/rules/body/bodyEmpty';
import { checkText, placesOf } from '../../../support/checkText';

const head = '---\ntitle: 渡船 🚢\ndate: 2021-11-27\n---\n';

describe('body/empty', () => {
  it('points at what little there is', () => {
    assert.deepEqual(placesOf(`${head}\n<div>\n \n</div>\n`, { rule }), ['<div>\n \n</div>']);
    assert.deepEqual(placesOf(`${head}\n<div>\n \n</div>\n`.replaceAll('\n', '\r\n'), { rule }), [
      '<div>\r\n \r\n</div>',
    ]);
  });

  it('points at the fence where there is nothing', () => {
    assert.deepEqual(placesOf(head, { rule }), ['---']);
    assert.equal(checkText(head, { rule })[0]?.range.start, head.lastIndexOf('---'));
  });

  it('finds empty files', () => {
    assert.deepEqual(checkText('', { rule })[0]?.range, { start: 0, end: 0 });
    assert.deepEqual(checkText('\n', { rule })[0]?.range, { start: 0, end: 1 });
  });

  for (const body of [
    '# 渡船 🚢',
    '<h1>渡船</h1><p><a href="https://example.com/a">渡船 🚢</a></p>',
    '[渡船](https://example.com/a_(b))\n\n---\n',
    '渡船\n\n渡船\n\n渡船',
  ]) {
    it(`takes ${JSON.stringify(body)} for nothing, which only says the title`, () => {
      assert.equal(checkText(`${head}\n${body}\n`, { rule }).length, 1);
    });
  }

  for (const body of [
    '渡船 x',
    '渡船。渡船。渡船。渡船',
    '<h1>渡船</h1><img src="/harbour.jpg">',
    'x',
    '<p>字</p>',
    '<img src="/harbour.jpg">',
    '![](/harbour.jpg)',
    '<video src="/harbour.mp4"></video>',
    '<iframe src="https://video.example/1"></iframe>',
    '<svg><path d="M0 0"/></svg>',
  ]) {
    it(`takes ${body} for something`, () => assert.deepEqual(checkText(`${head}\n${body}\n`, { rule }), []));
  }
});
