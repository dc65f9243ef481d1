import assert from 'node:assert/strict';
import { shapes } from '../../bench/archive/articleShapes';
import { benchArticle } from '../../bench/archive/benchArchive';
import { Seeded } from '../../support/seeded';

const texts = articles();

describe('the articles of the bench', () => {
  it('are the same every time', () => {
    assert.deepEqual(articles(), texts);
  });

  it('have a title that ripgrep finds, each once', () => {
    for (const text of texts) assert.equal(text.match(/^title:/gm)?.length, 1);
  });

  it('have the shapes of real ones', () => {
    const holds = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
    assert.ok(holds(/^<div.{8000,}$/m) > 10, 'single long lines');
    assert.ok(holds(/(<section [^>]*>){8}/) > 5, 'sections in sections');
    assert.ok(texts.filter((text) => text.startsWith('---') && Buffer.byteLength(text) > 30_000).length > 5, '30 KB');
    assert.ok(holds(/^## [\s\S]*<br\/>/m) > 10, 'Markdown with HTML');
    assert.ok(holds(/^#\S+ #\S+ #/m) > 10, 'lines of hashtags');
    assert.ok(holds(/(^\* \[.*\]\(.*\)\n){4}/m) > 10, 'lists of links');
  });

  it('are about 7 KB in the middle of all', () => {
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;
    assert.ok(bytes > 6000 && bytes < 8500, `${bytes} bytes`);
  });

  it('come from shares that make one', () => {
    assert.equal(Math.round(shapes.reduce((sum, { share }) => sum + share * 100, 0)), 100);
  });
});

function articles(): readonly string[] {
  const seeded = new Seeded(1);
  return Array.from({ length: 300 }, (_, i) => benchArticle(i, seeded).text);
}
