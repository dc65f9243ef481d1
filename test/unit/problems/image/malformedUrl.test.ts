import assert from 'node:assert/strict';
import { imageMalformedUrl as rule } from '../../../../src/core/problems/rules/image/imageMalformedUrl';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

const src = (address: string): string => article(`<img src="${address}">`);

describe('image/malformed-url', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds and mends a % that starts no escape in ${name}`, () => {
      assertFound(write('https://a.example.com/100%.jpg'), ['https://a.example.com/100%.jpg'], { rule });
      const { fix } = assertFixed(write('https://a.example.com/100%.jpg'), write('https://a.example.com/100%25.jpg'), {
        rule,
      });
      assert.equal(fix.isGuess, undefined);
    });

    // A space ends an address there, so that another one begins.
    if (/srcset|definition/.test(name)) continue;
    it(`finds and mends a space in ${name}`, () => {
      if (name === 'Markdown') return;
      assertFound(write('https://a.example.com/渡 船 1.jpg'), ['https://a.example.com/渡 船 1.jpg'], { rule });
      assertFixed(write('https://a.example.com/渡 船 1.jpg'), write('https://a.example.com/渡%20船%201.jpg'), { rule });
    });
  }

  for (const [address, mended] of [
    ['http://https://a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https:https://a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https//https://a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https:/a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https:a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https//a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https:///a.example.com/1.jpg', 'https://a.example.com/1.jpg'],
    ['https:\\\\a.example.com\\1.jpg', 'https://a.example.com/1.jpg'],
    ['https://a.example.com/渡\u3000船.jpg', 'https://a.example.com/渡%E3%80%80船.jpg'],
    ['//a.example.com/%E6%B8%.jpg', '//a.example.com/%E6%B8%25.jpg'],
    ['images/my harbour.jpg', 'images/my%20harbour.jpg'],
    ['https://a.example.com/a-\nb.jpg', 'https://a.example.com/a-b.jpg'],
    ['https://a.example.com/a- \n  b.jpg', 'https://a.example.com/a-b.jpg'],
    ['https://a.example.com/a b 100%.jpg', 'https://a.example.com/a%20b%20100%25.jpg'],
    ['https://https:/a.example.com/a b.jpg', 'https://a.example.com/a%20b.jpg'],
  ] as const) {
    it(`writes ${JSON.stringify(address)} as ${mended}`, () => {
      assertFound(src(address), [address], { rule });
      assertFixed(src(address), src(mended), { rule });
    });
  }

  for (const broken of ['https://a.example.com/abc-\ndef/1000', 'https://a.example.com/abc- \n  def/1000']) {
    it(`joins a Markdown image over two lines: ${JSON.stringify(broken)}`, () => {
      const text = (address: string): string => article(`渡 ⛴ ![码头](${address}) 雾`);
      assertFound(text(broken), [broken], { rule });
      const { title } = assertFixed(text(broken), text('https://a.example.com/abc-def/1000'), { rule });
      assert.equal(title, 'Write the URL as https://a.example.com/abc-def/1000');
    });
  }

  it('mends a Markdown image with a space in its address', () => {
    const text = (address: string): string => article(`渡 ⛴ ![码头](${address}) 雾`);
    assertFound(text('https://a.example.com/a b.jpg'), ['https://a.example.com/a b.jpg'], { rule });
    assertFixed(text('https://a.example.com/a b.jpg'), text('https://a.example.com/a%20b.jpg'), { rule });
  });

  it('keeps entities, and quotes from ending the attribute', () => {
    assertFixed(src('https://a.example.com/a b?x=1&amp;y=2'), src('https://a.example.com/a%20b?x=1&amp;y=2'), { rule });
    assertFixed(src('https://a.example.com/a b?x=1&y=2'), src('https://a.example.com/a%20b?x=1&y=2'), { rule });
    assertFixed(src('https://a.example.com/a\nb?x=1&amp;y=2'), src('https://a.example.com/ab?x=1&amp;y=2'), { rule });
    assertFixed(src('https://a.example.com/a &quot;b&quot;'), src('https://a.example.com/a%20%22b%22'), { rule });
    assertFixed(src("https://a.example.com/it's a"), src("https://a.example.com/it's%20a"), { rule });
    assertFixed(
      article('Six.', "headimg: 'https://a.example.com/it''s a.jpg'\n"),
      article('Six.', "headimg: 'https://a.example.com/it%27s%20a.jpg'\n"),
      { rule },
    );
  });

  it('can only remove what has no server at all', () => {
    for (const address of ['https://', 'http:', 'https:///1.jpg', 'https:///', 'https:/渡/1.jpg']) {
      assertFound(src(address), [address], { rule });
      const [found] = checkText(src(address), { rule });
      assert.equal(found && inEnglish(found.message), 'This image URL names no server.');
      assert.equal(assertFixed(src(address), article(''), { rule }).fix.isGuess, true);
    }
    assert.deepEqual(fixesOf(article('![渡船][r]\n\n[r]: https://'), { rule }), [[]]);
  });

  it('says what is wrong', () => {
    const said = (address: string): string =>
      checkText(src(address), { rule })
        .map((one) => inEnglish(one.message))
        .join();
    assert.match(said('https://a.example.com/a b.jpg'), /space/);
    assert.match(said('https://a.example.com/a\nb.jpg'), /broken over lines/);
    assert.match(said('https://a.example.com/%zz.jpg'), /starts no escape/);
    assert.match(said('https://https://a.example.com/1.jpg'), /starts twice/);
  });

  it('mends the address that waits behind a placeholder', () => {
    for (const shown of ['', ' src="loading.gif"', ' src=""']) {
      const text = (address: string): string => article(`<img${shown} data-src="${address}">`);
      assertFound(text('https://a.example.com/a b.jpg'), ['https://a.example.com/a b.jpg'], { rule });
      assertFixed(text('https://a.example.com/a b.jpg'), text('https://a.example.com/a%20b.jpg'), { rule });
    }
  });

  for (const [name, text] of [
    ['a usual address', src('https://a.example.com/1.jpg?x=1&amp;y=2#z')],
    ['escapes', src('https://a.example.com/%E6%B8%A1%20%25.jpg')],
    ['Chinese letters and emoji', src('https://a.example.com/渡船🚢.jpg')],
    ['an address without a scheme', src('//a.example.com/1.jpg')],
    ['white space around an address', src('\n  https://a.example.com/1.jpg  ')],
    ['a percent sign in the name of a file', src('images/100%.jpg')],
    ['an address in an address', src('https://a.example.com/https://b.example.com/1.jpg')],
    ['a server called https', src('https://https.example.com/1.jpg')],
    ['a folder called http', src('http/1.jpg')],
    ['a server without a dot', src('http://localhost/1.jpg')],
    ['a data: address with spaces', src('data:image/svg+xml;utf8,<svg width=1 height=1/>')],
    ['a title and sizes', article('![渡](https://a.example.com/1.jpg "a b")<img srcset="/1.jpg 1x, /2.jpg 2x">')],
    ['parentheses', article('![渡](https://a.example.com/1_(2).jpg)')],
    ['a list of mappings', article('Six.', 'images:\n  - url: https://a.example.com/1.jpg\n    alt: the harbour\n')],
    ['a text of several lines', article('Six.', 'banner: |\n  two words\n  more\n')],
    ['a text about images', article('![one](two) and ![three] (four five) and ![six](<seven>\n\neight)')],
    ['another field', article('Six.', 'note: https://a.example.com/a b.jpg\n')],
    ['a suppressed line', article('<!-- marginalia-disable-next-line image/malformed-url -->\n<img src="https://">')],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(text, { rule }));
  }
});
