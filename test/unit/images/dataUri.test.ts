import assert from 'node:assert/strict';
import { articleImages } from '../../../src/core/images/articleImages';
import { dataUriFile, dataUriFlaw, wholeDataUri } from '../../../src/core/images/dataUri';
import { articleOf } from '../../support/checkText';
import { article } from '../../support/imageTexts';

describe('dataUriFlaw', () => {
  for (const [uri, flaw] of [
    ['data:image/png;base64,iVBORw0KGgo=', undefined],
    ['data:image/png ; base64,iVBO\r\n  Rw0K', undefined],
    ['data:image/png;charset=utf-8;base64,iVBORw0KGgo%3D', undefined],
    ['data:image/svg+xml,<svg/>', undefined],
    ['data:;base64,iVBORw0KGgo=', undefined],
    ['data:text/plain;base64,UklGRgAA', undefined],
    ['data:image/png', 'noComma'],
    ['data:', 'noComma'],
    ['data:text/html,<p>', 'notAnImage'],
    ['data:imagery/png,x', 'notAnImage'],
    ['data:,', 'notAnImage'],
    ['data:image/png,', 'empty'],
    ['data:image/png;base64,\n ', 'empty'],
    ['data:image/png;base64,iVBO-w0K', 'notBase64'],
    ['data:image/png;base64,渡', 'notBase64'],
  ] as const) {
    it(`says ${flaw} of ${JSON.stringify(uri)}`, () => assert.equal(dataUriFlaw(uri), flaw));
  }
});

describe('dataUriFile', () => {
  it('has the bytes of base64', () => {
    assert.deepEqual(dataUriFile('data:image/webp;base64,AP8Q'), { bytes: Uint8Array.of(0, 255, 16), ending: 'webp' });
    assert.deepEqual(dataUriFile('data:image/webp;base64 ,AP%38Q'), dataUriFile('data:image/webp;base64,AP8Q'));
  });

  it('has the bytes of text, a lone percent sign as itself', () => {
    const text = (uri: string): string => new TextDecoder().decode(dataUriFile(uri)?.bytes);
    assert.equal(text('data:image/svg+xml,%3Csvg width="100%"%3E渡%E6%B8%A1%z1%'), '<svg width="100%">渡渡%z1%');
    assert.deepEqual(dataUriFile('data:image/gif,%ff%00')?.bytes, Uint8Array.of(255, 0));
  });

  it('names the ending by the bytes, then by what is said', () => {
    const ending = (uri: string): string | undefined => dataUriFile(uri)?.ending;
    assert.equal(ending('data:image/png;base64,/9j/AAAA'), 'jpg');
    assert.equal(ending('data:image/jpeg;base64,AAAA'), 'jpg');
    assert.equal(ending('data:image/vnd.microsoft.icon;base64,AAAA'), 'ico');
    assert.equal(ending('data:image/svg+xml;base64,AAAA'), 'svg');
    assert.equal(ending('data:image/../../x;base64,AAAA'), 'img');
  });

  it('has none of what is no base64', () => {
    assert.equal(dataUriFile('data:image/png;base64,A'), undefined);
    assert.equal(dataUriFile('data:image/png;base64,渡'), undefined);
  });
});

describe('wholeDataUri', () => {
  it('reads entities where they are some', () => {
    const whole = (text: string): readonly string[] =>
      articleImages(articleOf(text)).map((image) => wholeDataUri(text, image));
    const long = `data:image/svg+xml,${'渡'.repeat(200)}`;
    assert.deepEqual(whole(article(`<img src="${long}&amp;">`)), [`${long}&`]);
    assert.deepEqual(whole(article('', `headimg: '${long}&amp;'\n`)), [`${long}&amp;`]);
  });
});
