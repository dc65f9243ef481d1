import assert from 'node:assert/strict';
import { wrappedAddress } from '../../../src/core/images/wrappedAddress';

describe('wrappedAddress', () => {
  for (const [address, wrapped] of [
    ['https://p.example.com/?http://a.example.com/1.jpg', 'http://a.example.com/1.jpg'],
    ['https://p.example.com/?https%3A%2F%2Fa.example.com%2F1.jpg', 'https://a.example.com/1.jpg'],
    ['https://p.example.com/x?a=1&url=https%3A%2F%2Fa.example.com%2F1.jpg&b=2', 'https://a.example.com/1.jpg'],
    ['https://p.example.com/x?SRC=1&src=https://a.example.com/渡.jpg', 'https://a.example.com/%E6%B8%A1.jpg'],
    ['https://p.example.com/fit/https://a.example.com/1.jpg?x=1', 'https://a.example.com/1.jpg?x=1'],
    ['https://p.example.com/http:/a.example.com/1.jpg', 'http://a.example.com/1.jpg'],
    ['https://p.example.com/https%3a%2f%2fa.example.com%2f1.jpg', 'https://a.example.com/1.jpg'],
  ] as const) {
    it(`unwraps ${address}`, () => assert.equal(wrappedAddress(address), wrapped));
  }

  for (const address of [
    'https://a.example.com/1.jpg',
    'https://a.example.com/1.jpg?url=/2.jpg',
    'https://a.example.com/?https://localhost/1.jpg',
    'https://a.example.com/?https://',
    'https://a.example.com/?https://[/1.jpg',
    'https://a.example.com/https%3A%2F%2F%zz',
    'https://a.example.com/share?page=https://b.example.com/',
    'https://web.archive.org/web/2020/http://a.example.com/1.jpg',
    'https://archive.is/https://a.example.com/1.jpg',
    'p?url=https://a.example.com/1.jpg',
    '',
  ]) {
    it(`finds nothing in ${JSON.stringify(address)}`, () => assert.equal(wrappedAddress(address), undefined));
  }
});
