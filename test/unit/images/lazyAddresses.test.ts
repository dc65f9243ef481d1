import assert from 'node:assert/strict';
import { articleImages } from '../../../src/core/images/articleImages';
import { lazyAddresses } from '../../../src/core/images/lazyAddresses';
import { articleOf } from '../../support/checkText';
import { article } from '../../support/imageTexts';

/** What is written where, and which addresses are not told of. */
function read(element: string, isStandIn: (url: string) => boolean = () => false) {
  const one = articleOf(article(element));
  const { promoted, silent } = lazyAddresses(one, articleImages(one), isStandIn);
  return {
    promoted: [...promoted].map(([image, url]) => `${url} for ${image.url === url ? image.attribute : image.url}`),
    silent: [...silent].map(({ url }) => url),
  };
}

describe('lazyAddresses', () => {
  for (const [element, promoted, silent] of [
    ['<img src="blank.gif" data-src="1.jpg">', ['1.jpg for blank.gif'], ['1.jpg']],
    ['<img data-src="1.jpg">', ['1.jpg for data-src'], []],
    ['<img data-src="1.jpg" _src="2.jpg">', ['1.jpg for data-src'], ['2.jpg']],
    ['<img src="1.jpg" data-src="2.jpg">', [], ['2.jpg']],
    ['<img src="1.jpg">', [], []],
    ['<img src="" srcset="1.jpg 1x">', [], ['']],
    ['<img src="blank.gif" srcset="1.jpg 1x" data-src="2.jpg">', [], ['2.jpg']],
    [
      '<img src="1.jpg" srcset="blank.gif 1x" data-srcset="1.jpg 1x, 2.jpg 2x">',
      ['1.jpg for blank.gif'],
      ['1.jpg', '2.jpg', '1.jpg'],
    ],
    [
      '<img src="blank.gif" srcset="blank.gif 1x" data-src="3.jpg" data-srcset="1.jpg 1x">',
      ['1.jpg for blank.gif'],
      ['3.jpg', '1.jpg', 'blank.gif'],
    ],
    ['<img src="1.jpg" srcset="2.jpg 1x" data-srcset="1.jpg 1x">', [], ['1.jpg']],
    ['<img srcset="blank.gif 1x" data-srcset="1.jpg 1x, 2.jpg 2x">', ['1.jpg for blank.gif'], ['1.jpg', '2.jpg']],
    ['<img src="blank.gif" data-srcset="1.jpg 1x" data-src="2.jpg">', ['2.jpg for blank.gif'], ['2.jpg', '1.jpg']],
    ['<video data-poster="1.jpg"></video>', ['1.jpg for data-poster'], []],
    ['<video poster="1.jpg" data-poster="2.jpg"></video>', [], ['2.jpg']],
    ['<picture><source data-srcset="1.jpg 1x"><img src="2.jpg"></picture>', ['1.jpg for data-srcset'], []],
    // What is flawed can be mended, and then takes the place of what is shown.
    ['<img src="blank.gif" data-src="a b.jpg">', [], ['blank.gif']],
    ['<img data-src="C:/1.jpg">', [], []],
    ['<img src="blank.gif" data-src="C:/1.jpg">', [], ['C:/1.jpg']],
  ] as const) {
    it(`reads ${element}`, () => assert.deepEqual(read(element), { promoted, silent }));
  }

  it('asks what stands in for a picture', () => {
    const isStandIn = (url: string): boolean => url === '1.jpg';
    assert.deepEqual(read('<img src="1.jpg" data-src="2.jpg">', isStandIn).promoted, ['2.jpg for 1.jpg']);
    assert.deepEqual(read('<img src="blank.gif" data-src="1.jpg">', isStandIn).promoted, []);
  });
});
