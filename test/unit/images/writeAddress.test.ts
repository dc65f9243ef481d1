import assert from 'node:assert/strict';
import { articleImages } from '../../../src/core/images/articleImages';
import { writeAddress } from '../../../src/core/images/writeAddress';
import { articleOf } from '../../support/checkText';
import { writtenIn } from '../../support/imageTexts';

describe('writeAddress', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`writes what is read again in ${name}`, () => {
      for (const url of [
        'https://b.example.com/渡🚢.jpg',
        'https://b.example.com/?a=1&b=2&copy=3',
        "https://b.example.com/it's (1), two.jpg",
        'https://b.example.com/"<b>".jpg',
      ]) {
        const before = write('https://b.example.com/1.jpg');
        const image = articleImages(articleOf(before)).find((one) => one.url === 'https://b.example.com/1.jpg');
        assert.ok(image);
        const text = before.slice(0, image.range.start) + writeAddress(url, image) + before.slice(image.range.end);
        const urls = articleImages(articleOf(text)).map((one) => one.url);
        assert.equal(urls.length, articleImages(articleOf(before)).length, text);
        // Escaped or not, it is the same address.
        assert.ok(
          urls.some((one) => decodeURIComponent(one) === url),
          `${url}: ${urls.join(' ')}`,
        );
      }
    });
  }
});
