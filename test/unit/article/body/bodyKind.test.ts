import assert from 'node:assert/strict';
import { bodyKind } from '../../../../src/core/article/body/bodyKind';

describe('bodyKind', () => {
  for (const html of [
    '<div>',
    '\n\n  <P class="x">',
    '<!-- a --> <p>',
    '</div>',
    '<img\nsrc=x>',
    '<!DOCTYPE html>',
    '\uFEFF<br/>',
  ]) {
    it(`reads ${JSON.stringify(html)} as HTML`, () => assert.equal(bodyKind(html, 0), 'html'));
  }
  for (const markdown of [
    'text <b>',
    '',
    '<https://example.com/>',
    '<a@example.com>',
    '< div>',
    '<!-- more -->\n\n# Title',
    '![](a)',
  ]) {
    it(`reads ${JSON.stringify(markdown)} as Markdown`, () => assert.equal(bodyKind(markdown, 0), 'markdown'));
  }
  it('looks at the body only', () => assert.equal(bodyKind('<div>\ntext', 5), 'markdown'));
});
