import assert from 'node:assert/strict';
import { OpenPreviews } from './openPreviews';
import { articleText } from './scratchFolder';

describe('the preview of a long article', () => {
  const bench = new OpenPreviews();

  it('lays out two megabytes in a thread, while the host goes on', async () => {
    const paragraph = `<p>${'Long articles are read too. '.repeat(18)}</p>\n`;
    const text = articleText('Large') + paragraph.repeat(Math.ceil(2_000_000 / paragraph.length));
    const { reading, imageFields, imageRoots, standInImages } = bench.sample.archive.checkSettings;
    const options = { path: bench.scratch.path('large.md'), reading, imageFields, imageRoots, standInImages };
    let longestTurn = 0;
    let turn = performance.now();
    const timer = setInterval(() => {
      longestTurn = Math.max(longestTurn, performance.now() - turn);
      turn = performance.now();
    }, 5);
    const start = performance.now();
    const prepared = await bench.sample.prepareArticle(text, options);
    clearInterval(timer);
    const took = performance.now() - start;
    console.log(`2 MB: prepared in ${took.toFixed(0)} ms, the host's longest turn ${longestTurn.toFixed(0)} ms.`);
    assert.ok(prepared.html.length > 1_900_000);
    assert.ok(took < 5000 && longestTurn < 1000, `${took} ms, ${longestTurn} ms`);
  });
});
