import assert from 'node:assert/strict';
import { imageProxyWrapped as rule } from '../../../../src/core/problems/rules/image/imageProxyWrapped';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

const src = (address: string): string => article(`<img src="${address}">`);

describe('image/proxy-wrapped', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds and unwraps an address in ${name}`, () => {
      const wrapped = 'https://p.example.com/?http://a.example.com/1.jpg';
      assertFound(write(wrapped), [wrapped], { rule });
      const { fix, title } = assertFixed(write(wrapped), write('http://a.example.com/1.jpg'), { rule });
      assert.equal(fix.isGuess, true);
      assert.equal(title, 'Write its own URL: http://a.example.com/1.jpg');
    });
  }

  for (const [address, own] of [
    ['https://p.example.com/?url=https%3A%2F%2Fa.example.com%2F1.jpg%3Fx%3D1', 'https://a.example.com/1.jpg?x=1'],
    ['https://p.example.com/i?w=400&amp;url=https://a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https://p.example.com/400x300/https://a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https://p.example.com/https:/a.example.com/1.jpg?x=1', 'https://a.example.com/1.jpg?x=1'],
    ['https://p.example.com/https%3A%2F%2Fa.example.com%2F1.jpg', 'https://a.example.com/1.jpg'],
    ['//p.example.com/?https://a.example.com/1.jpg?x=1&amp;y=2', 'https://a.example.com/1.jpg?x=1&amp;y=2'],
  ] as const) {
    it(`unwraps ${address}`, () => {
      assertFound(src(address), [address], { rule });
      assertFixed(src(address), src(own), { rule });
    });
  }

  it('keeps the address one in the place it is written to', () => {
    const wrapped = 'https://p.example.com/?https://a.example.com/1_(2).jpg';
    assertFixed(article(`![](${wrapped})`), article('![](https://a.example.com/1_%282%29.jpg)'), { rule });
    const set = (address: string): string => article(`<img src="/1.jpg" srcset="${address} 2x">`);
    assertFixed(
      set('https://p.example.com/?u=https%3A%2F%2Fa.example.com%2F1%2C2.jpg'),
      set('https://a.example.com/1%2C2.jpg'),
      { rule },
    );
  });

  for (const [name, address] of [
    ['an address without another in it', 'https://a.example.com/1.jpg?url=2.jpg'],
    ['a parameter that is no address', 'https://a.example.com/1.jpg?url=https&amp;image=https://'],
    ['a page’s address in another parameter', 'https://a.example.com/1.jpg?referrer=https://b.example.com/'],
    ['a snapshot of a web archive', 'https://web.archive.org/web/2020im_/https://a.example.com/1.jpg'],
    ['a snapshot elsewhere', 'https://archive.ph/o/x/https://a.example.com/1.jpg'],
    ['an address that starts twice, which is another rule’s', 'https://https://a.example.com/1.jpg'],
    ['a path', '/p?url=https://a.example.com/1.jpg'],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(src(address), { rule }));
  }

  it('leaves a suppressed line alone', () => {
    const text =
      '<!-- marginalia-disable-next-line image/proxy-wrapped -->\n![](https://p.example.com/?https://a.example.com/1.jpg)';
    assertSilent(article(text), { rule });
  });
});
