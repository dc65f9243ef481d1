import assert from 'node:assert/strict';
import { readImageAddress } from '../../../src/core/images/imageAddress';
import { CountedWork } from '../../support/work/countedWork';

describe('readImageAddress', () => {
  for (const [written, url, isInsecure] of [
    ['https://a.example.com/1.jpg', 'https://a.example.com/1.jpg', false],
    ['http://a.example.com/1.jpg', 'http://a.example.com/1.jpg', true],
    ['HTTP://A.example.com/1.jpg', 'http://a.example.com/1.jpg', true],
    ['//a.example.com/1.jpg', 'https://a.example.com/1.jpg', false],
    [' https://a.example.com/1.jpg?x=1 ', 'https://a.example.com/1.jpg?x=1', false],
    ['https://a.example.com', 'https://a.example.com/', false],
    ['https://渡.example.com/船.jpg', 'https://xn--45w.example.com/%E8%88%B9.jpg', false],
    ['https://a.example.com:8080/a_b-c/1.tar.jpg', 'https://a.example.com:8080/a_b-c/1.tar.jpg', false],
    ['https://user@a.example.com/', 'https://user@a.example.com/', false],
    ['https://localhost/1.jpg', 'https://localhost/1.jpg', false],
  ] as const) {
    it(`reads ${JSON.stringify(written)} as remote`, () => {
      assert.deepEqual(readImageAddress(written), { kind: 'remote', url, isInsecure });
    });
  }

  // The short way that nearly all addresses take must say what the long one does.
  it('reads usual addresses as the URL standard does', () => {
    for (const path of [
      '/',
      '/a',
      '/a/',
      '/a.b/c.jpg',
      '/a/./b.jpg',
      '/a/../b.jpg',
      '/..',
      '/a..b',
      '/.a',
      '/a.',
      '/~a/b-c_d',
    ]) {
      for (const host of ['a.example.com', 'a-b.example.com', 'a.b.c.example.org']) {
        const url = `https://${host}${path}`;
        assert.deepEqual(readImageAddress(url), { kind: 'remote', url: new URL(url).href, isInsecure: false });
      }
    }
  });

  for (const [written, path, absolute] of [
    ['1.jpg', '1.jpg', false],
    ['../a/1.jpg', '../a/1.jpg', false],
    ['/a/1.jpg', '/a/1.jpg', true],
    ['a\\1.jpg', 'a/1.jpg', false],
    ['a%20b/%E6%B8%A1.jpg?v=1#x', 'a b/渡.jpg', false],
    ['100%.jpg', '100%.jpg', false],
    ['渡🚢.jpg', '渡🚢.jpg', false],
  ] as const) {
    it(`reads ${JSON.stringify(written)} as local`, () => {
      assert.deepEqual(readImageAddress(written), { kind: 'local', path, absolute });
    });
  }

  for (const written of ['', ' \n', '#', '#a', '?', '?p=1']) {
    it(`finds nothing in ${JSON.stringify(written)}`, () =>
      assert.deepEqual(readImageAddress(written), { kind: 'empty' }));
  }

  for (const written of ['data:', 'data:image/png;base64,AA', 'Data:text/plain,a b\n']) {
    it(`knows ${JSON.stringify(written)} for data`, () =>
      assert.deepEqual(readImageAddress(written), { kind: 'data' }));
  }

  for (const [written, scheme] of [
    ['file:///1.jpg', 'file:'],
    ['FILE:1.jpg', 'file:'],
    ['C:\\1.jpg', 'C:'],
    ['c:/1.jpg', 'c:'],
    ['\\\\server\\1.jpg', '\\\\'],
    ['javascript:alert(1)', 'javascript:'],
    ['blob:https://a.example.com/1', 'blob:'],
    ['view-source+x:1', 'view-source+x:'],
  ] as const) {
    it(`names the kind of ${written}`, () =>
      assert.deepEqual(readImageAddress(written), { kind: 'unsupported', scheme }));
  }

  for (const [written, flaw, mended] of [
    ['a b.jpg', 'space', 'a%20b.jpg'],
    ['a\tb.jpg', 'space', 'a%20b.jpg'],
    ['a\nb.jpg', 'lineBreak', 'ab.jpg'],
    ['a \r\n b c.jpg', 'lineBreak', 'ab%20c.jpg'],
    ['//a.example.com/%zz', 'escape', '//a.example.com/%25zz'],
    ['https://a.example.com/%E6%B8%A1%', 'escape', 'https://a.example.com/%E6%B8%A1%25'],
    ['https://http://a.example.com/1.jpg', 'doubleScheme', 'http://a.example.com/1.jpg'],
    ['https://https://https://a.example.com/', 'doubleScheme', 'https://a.example.com/'],
    ['https:/a.example.com/1.jpg', 'noHost', 'https://a.example.com/1.jpg'],
    ['https:////a.example.com/1.jpg', 'noHost', 'https://a.example.com/1.jpg'],
    ['https:\\\\a.example.com\\1.jpg', 'noHost', 'https://a.example.com/1.jpg'],
    ['https:/\\a.example.com/1.jpg', 'noHost', 'https://a.example.com/1.jpg'],
    // One address may have several flaws: the first is told, all are mended.
    ['https:/a.example.com/a b%.jpg', 'noHost', 'https://a.example.com/a%20b%25.jpg'],
    ['https://https:/a.example.com/\n1.jpg', 'lineBreak', 'https://a.example.com/1.jpg'],
  ] as const) {
    it(`mends ${JSON.stringify(written)}`, () => {
      assert.deepEqual(readImageAddress(written), { kind: 'malformed', flaw, mended });
      assert.notEqual(readImageAddress(mended).kind, 'malformed');
    });
  }

  for (const written of [
    'https:',
    'https://',
    'http:///',
    'https:///1.jpg',
    'https:/渡/1.jpg',
    'https://:80/',
    'https://%/',
    '//',
  ]) {
    it(`does not make up a server for ${written}`, () => {
      const address = readImageAddress(written);
      assert.equal(address.kind, 'malformed');
      assert.equal(
        'mended' in address && address.mended !== undefined && new URL(address.mended).host === '1.jpg',
        false,
      );
    });
  }

  describe('takes no more work than in proportion to the length:', () => {
    const work = new CountedWork();
    for (const piece of ['http', 'https://', 'https:', '%', ' ', '\n', '/', 'a.', '\\', '?']) {
      // Long enough that an expression that went over them again from each character would hang.
      it(JSON.stringify(piece), async () => {
        await work.growsWithLength('readImageAddress', 12_500, (size) => [piece.repeat(size)]);
        await work.growsWithLength('readImageAddress', 12_500, (size) => [
          `https://a.example.com/${piece.repeat(size)}`,
        ]);
      });
    }
  });
});
