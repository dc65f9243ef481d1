import assert from 'node:assert/strict';
import type { LocalFile } from '../../../../src/core/host/localFiles';
import { imageNotFound as rule } from '../../../../src/core/problems/rules/image/imageNotFound';
import { inEnglish } from '../../../../src/core/text/message';
import { type CheckOptions, checkText, fixesOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

type Options = CheckOptions & { readonly rule: typeof rule };

/** What a look at the archive said. */
const looked = (files: Readonly<Record<string, LocalFile>>, others: CheckOptions = {}): Options => ({
  ...others,
  rule,
  knowledge: { files },
});
const missing = { kind: 'missing' } as const;
const file = { kind: 'file' } as const;
const src = (address: string): string => article(`<img src="${address}">`);

describe('image/not-found', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds and mends a path in ${name}`, () => {
      const text = write('img/渡.jpg');
      const near = { kind: 'missing', nearest: 'news/img/渡船.jpg' } as const;
      assertFound(text, ['img/渡.jpg'], looked({ 'news/img/渡.jpg': near }));
      assertFixed(text, write('img/渡船.jpg'), {
        ...looked({ 'news/img/渡.jpg': near, 'news/img/渡船.jpg': file }),
      });
    });
  }

  it('heals by itself when the file comes', () => {
    assertFound(src('1.jpg'), ['1.jpg'], looked({ 'news/1.jpg': missing }));
    assertSilent(src('1.jpg'), looked({ 'news/1.jpg': file }));
  });

  it('says nothing of what nobody has looked up', () => {
    assertSilent(src('1.jpg'), { rule });
    assertSilent(src('1.jpg'), looked({}));
    assertSilent(src('1.jpg'), looked({ 'news/2.jpg': missing }));
  });

  it('names the file that it looked for', () => {
    const [problem] = checkText(src('../a%20b/%E6%B8%A1.jpg?v=2#x'), looked({ 'a b/渡.jpg': missing }));
    assert.equal(problem && inEnglish(problem.message), 'There is no file a b/渡.jpg in the archive.');
  });

  it('writes the name as the file has it', () => {
    const options = looked({
      'news/IMG/1.jpg': { kind: 'otherCase', actual: 'news/img/1.JPG' },
      'news/img/1.JPG': file,
    });
    assertFound(src('IMG/1.jpg'), ['IMG/1.jpg'], options);
    const { fix, title } = assertFixed(src('IMG/1.jpg'), src('img/1.JPG'), options);
    assert.equal(fix.isGuess, undefined);
    assert.equal(title, 'Write the path as img/1.JPG');
    const [problem] = checkText(src('IMG/1.jpg'), options);
    assert.match(problem ? inEnglish(problem.message) : '', /called news\/img\/1\.JPG: another case/);
  });

  it('keeps what follows the path', () => {
    const options = looked({ 'news/A.jpg': { kind: 'otherCase', actual: 'news/a.jpg' }, 'news/a.jpg': file });
    assertFixed(src('A.jpg?v=1&amp;w=2#x'), src('a.jpg?v=1&amp;w=2#x'), options);
  });

  it('takes the nearest file for a guess', () => {
    const options = looked({
      'news/harbor.jpg': { kind: 'missing', nearest: 'img/harbour (1).jpg' },
      'img/harbour (1).jpg': file,
    });
    const fixed = assertFixed(src('harbor.jpg'), src('../img/harbour%20%281%29.jpg'), options);
    assert.equal(fixed.fix.isGuess, true);
    assertFixed(article('渡 ![](harbor.jpg)'), article('渡 ![](../img/harbour%20%281%29.jpg)'), options);
  });

  it('looks up a path with a leading slash in all roots, and keeps it one', () => {
    const settings = { imageRoots: ['', 'static'] };
    const nowhere = { '1.jpg': missing, 'static/1.jpg': missing };
    assertFound(src('/1.jpg'), ['/1.jpg'], looked(nowhere, { settings }));
    assertSilent(src('/1.jpg'), looked({ ...nowhere, 'static/1.jpg': file }, { settings }));
    const otherCase = {
      'img/A.jpg': missing,
      'static/img/A.jpg': { kind: 'otherCase', actual: 'static/img/a.jpg' },
      'img/a.jpg': missing,
      'static/img/a.jpg': file,
    } as const;
    assertFixed(src('/img/A.jpg'), src('/img/a.jpg'), looked(otherCase, { settings }));
  });

  it('removes the image where there is no file like it', () => {
    const options = looked({ 'news/1.jpg': missing });
    const { fix, title } = assertFixed(article('渡 ![](1.jpg) 船'), article('渡  船'), options);
    assert.equal(title, 'Remove the image');
    assert.equal(fix.isGuess, true);
    assert.deepEqual(fixesOf(article('<img src="/2.jpg" srcset="1.jpg 2x">'), options), [[]]);
  });

  it('tells once of a definition that two images share', () => {
    assertFound(article('![a][r] ![b][r]\n\n[r]: 1.jpg'), ['1.jpg'], looked({ 'news/1.jpg': missing }));
  });

  for (const [name, text] of [
    ['an address of the web', src('https://a.example.com/1.jpg')],
    ['a picture in the text', src('data:image/gif;base64,R0lGODlhAQABAAAAACw=')],
    ['a path out of the archive, which is another rule’s', src('../../1.jpg')],
    ['a field that holds no image', article('Six.', 'cover: true\nbanner: 3\nnote: 1.jpg\n')],
    ['a link', article('[渡](1.jpg)')],
    ['a suppressed line', article('<!-- marginalia-disable-next-line image/not-found -->\n![](1.jpg)')],
    ['an article that switches it off', article('![](1.jpg)', 'marginalia-disable: image/not-found\n')],
  ] as const) {
    it(`leaves ${name} alone`, () => {
      assertSilent(
        text,
        looked({ 'news/1.jpg': missing, '../1.jpg': missing, 'news/3': missing, 'news/true': missing }),
      );
    });
  }
});
