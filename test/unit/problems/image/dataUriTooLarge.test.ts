import assert from 'node:assert/strict';
import { imageDataUriTooLarge as rule } from '../../../../src/core/problems/rules/image/imageDataUriTooLarge';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf, fixOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const bytes = [...Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')];
const settings = { longestDataUri: 20 };
const src = (address: string): string => article(`<img alt="码头 ⚓" src="${address}">`);

describe('image/data-uri-too-large', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`saves the picture of ${name} beside the article`, () => {
      assertFound(write(dot), [dot], { rule, settings });
      const [{ path = '', bytes: saved } = {}] = fixOf(write(dot), { rule, settings }).fix.files ?? [];
      assert.match(path, /^news\/image-[\w-]+\.gif$/);
      assert.deepEqual([...(saved ?? [])], bytes);
      const { fix, title } = assertFixed(write(dot), write(path.slice('news/'.length)), { rule, settings });
      assert.equal(fix.isGuess, undefined);
      assert.equal(title, `Save the picture as ${path.slice('news/'.length)}`);
    });
  }

  it('counts the characters as they are written', () => {
    const at = (longestDataUri: number) => checkText(src(dot), { rule, settings: { longestDataUri } });
    assert.deepEqual(at(dot.length), []);
    assert.equal(at(dot.length - 1).length, 1);
    const [problem] = at(10);
    assert.match(problem ? inEnglish(problem.message) : '', new RegExp(`of ${dot.length} characters`));
    assertSilent(src(dot), { rule });
    assertSilent(src(`${dot.slice(0, -1)}${'A'.repeat(16 * 1024 - dot.length)}=`), { rule });
    assert.equal(checkText(src(`${dot.slice(0, -1)}${'A'.repeat(16 * 1024)}=`), { rule }).length, 1);
  });

  it('saves the same picture under the same name, and another under another', () => {
    const saved = (address: string, path = 'article.md') =>
      fixOf(src(address), { rule, settings, path }).fix.files?.[0]?.path;
    assert.equal(saved(dot), saved(dot));
    assert.equal(saved(dot, 'a/b/c.md'), `a/b/${saved(dot)}`);
    assert.notEqual(saved(dot), saved(dot.replace('ACw=', 'ACx=')));
  });

  for (const [address, ending, content] of [
    ['data:image/jpeg;base64,/9j/4AAQSkZJRg==', 'jpg', Buffer.from('/9j/4AAQSkZJRg==', 'base64')],
    ['data:image/png;base64,/9j/4AAQSkZJRg==', 'jpg', Buffer.from('/9j/4AAQSkZJRg==', 'base64')],
    ['data:image/x-icon;base64,AAABAAEAEBA=', 'ico', Buffer.from('AAABAAEAEBA=', 'base64')],
    ['data:image/avif;base64,AAAAIGZ0eXBh', 'avif', Buffer.from('AAAAIGZ0eXBh', 'base64')],
    ['data:;base64,R0lGODlhAQABAAAAACw=', 'gif', Buffer.from(bytes)],
    ['data:image/gif;base64,R0lGODlh\n  AQABAAAAACw%3D', 'gif', Buffer.from(bytes)],
    ['data:image/gif;base64,R0lGODlhAQABAAAAACw&#x3D;', 'gif', Buffer.from(bytes)],
    ["data:image/svg+xml;utf8,<svg width='100%'>渡</svg>", 'svg', Buffer.from("<svg width='100%'>渡</svg>")],
    ['data:image/svg+xml,%3Csvg%3E%E6%B8%A1&amp;%3C/svg%3E', 'svg', Buffer.from('<svg>渡&</svg>')],
  ] as const) {
    it(`saves ${JSON.stringify(address)} with its bytes`, () => {
      const [saved] = fixOf(src(address), { rule, settings }).fix.files ?? [];
      assert.ok(saved?.path.endsWith(`.${ending}`), saved?.path);
      assert.deepEqual([...(saved?.bytes ?? [])], [...content]);
    });
  }

  it('has no fix for what cannot be read', () => {
    assert.deepEqual(fixesOf(src('data:image/png;base64,AAAAAAAAAAAAAAAAA'), { rule, settings }), [[]]);
  });

  for (const [name, text] of [
    ['a broken one, which is another rule’s', src('data:image/png;base64,****************')],
    ['a long address', src(`https://a.example.com/${'a'.repeat(100)}`)],
    ['a link', article(`[渡](${dot})`)],
    ['a suppressed line', article(`<!-- marginalia-disable-next-line image/data-uri-too-large -->\n![](${dot})`)],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(text, { rule, settings }));
  }
});
