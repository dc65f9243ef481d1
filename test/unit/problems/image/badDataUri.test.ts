import assert from 'node:assert/strict';
import { imageBadDataUri as rule } from '../../../../src/core/problems/rules/image/imageBadDataUri';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

const src = (address: string): string => article(`<img src="${address}">`);

describe('image/bad-data-uri', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds one in ${name}`, () => assertFound(write('data:text/html,1'), ['data:text/html,1'], { rule }));
  }

  for (const [address, said] of [
    ['data:image/png;base64', /truncated/],
    ['data:', /truncated/],
    ['data:image/png;base64,', /no picture in it/],
    ['data:image/png;base64, ', /no picture in it/],
    ['data:text/plain,渡', /holds no image/],
    ['data:;base64,AAAA', /holds no image/],
    ['DATA:image/png;base64,iVBO*w0KGgo=', /damaged/],
    ['data:image/jpeg;base64,/9j/…', /damaged/],
  ] as const) {
    it(`says what is wrong with ${address}`, () => {
      assertFound(src(address), [address.trim()], { rule });
      const [problem] = checkText(src(address), { rule });
      assert.match(problem ? inEnglish(problem.message) : '', said);
    });
  }

  it('removes the image, which a person has to look at', () => {
    assert.equal(assertFixed(src('data:text/html,1'), article(''), { rule }).fix.isGuess, true);
    const field = article('Six.', "headimg: 'data:image/png;base64,'\n");
    assertFixed(field, article('Six.'), { rule });
    assert.deepEqual(fixesOf(article('<img src="/1.jpg" srcset="data:text/html,1 2x">'), { rule }), [[]]);
  });

  for (const [name, address] of [
    ['a picture', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
    ['a picture over several lines', 'data:image/gif;base64,R0lGODlh\n  AQABAAAAACw='],
    ['a picture with escapes', 'data:image/gif;base64,R0lGODlhAQABAAAAACw%3D'],
    ['a picture with entities', 'data:image&#x2F;gif;base64,R0lGODlhAQABAAAAACw&#x3D;'],
    ['a picture whose type is not said', 'data:;base64,R0lGODlhAQABAAAAACw='],
    ['a picture with another type', 'data:application/octet-stream;base64,/9j/4AAQSkZJRg=='],
    ['an SVG picture as text', "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='100%'/>"],
    ['an SVG picture with escapes', 'data:image/svg+xml,%3Csvg%3E%3C/svg%3E'],
    ['an address of the web', 'https://a.example.com/data:text/html,1'],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(src(address), { rule }));
  }

  it('leaves a suppressed line alone', () => {
    assertSilent(article('<!-- marginalia-disable-next-line image/bad-data-uri -->\n![](data:text/html,1)'), { rule });
  });
});
