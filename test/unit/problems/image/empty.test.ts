import assert from 'node:assert/strict';
import { imageEmpty as rule } from '../../../../src/core/problems/rules/image/imageEmpty';
import { fixesOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent } from '../../../support/imageTexts';

describe('image/empty', () => {
  for (const [name, element] of [
    ['a src', '<img src="" alt="码头 ⚓">'],
    ['a src of white space', "<img src=' \n '>"],
    ['a src without a value', '<img src alt="码头">'],
    ['a Markdown image', '![码头 ⚓]()'],
    ['a Markdown image in angle brackets', '![码头 ⚓](<>)'],
    ['an image button', '<input type="image" src="">'],
  ] as const) {
    it(`marks ${name} as a whole`, () => assertFound(article(`渡 ⛴ ${element} 雾`), [element], { rule }));
  }

  it('marks an address that is only a fragment', () => {
    assertFound(article('<img src="#">'), ['#'], { rule });
    assertFound(article('<img src="?">'), ['?'], { rule });
  });

  it('removes the image, which a person has to look at', () => {
    for (const element of ['<img src="" alt="码头">', '![码头]()']) {
      const { title, fix } = assertFixed(article(`渡 ⛴ ${element} 雾`), article('渡 ⛴  雾'), { rule });
      assert.equal(title, 'Remove the image');
      assert.equal(fix.isGuess, true);
    }
  });

  it('removes only the poster of a video', () => {
    const video = (poster: string): string => article(`<video${poster} src="/渡.mp4" controls></video>`);
    assertFound(video(' poster=""'), [`<video poster="" src="/渡.mp4" controls>`], { rule });
    for (const poster of [' poster=""', " poster=' '", '\n  poster = ""'])
      assertFixed(video(poster), video(''), { rule });
  });

  it('finds the right one of two images', () => {
    const text = article('<img src="https://a.example.com/1.jpg"><img alt="b" src=""><img alt="c" src="">');
    assertFound(text, ['<img alt="b" src="">', '<img alt="c" src="">'], { rule });
    assertFixed(text, article('<img src="https://a.example.com/1.jpg"><img alt="b" src="">'), { rule, problem: 1 });
  });

  it('leaves the element where it shows other things too', () => {
    const text = article('<img srcset="loading.gif 1x" src="">');
    assertFound(text, ['<img srcset="loading.gif 1x" src="">'], { rule });
    assert.deepEqual(fixesOf(text, { rule }), [[]]);
  });

  for (const [name, text] of [
    ['an empty field, which metadata/empty-value tells of', article('Six.', "headimg: ''\nthumbnail:\nphotos: []\n")],
    ['an image with an address', article('<img src="a.jpg"> ![](b.jpg)')],
    [
      'an image whose address waits in another attribute',
      article('<img src="" data-src="https://a.example.com/1.jpg">'),
    ],
    ['an image whose srcset is shown', article('<img src="" srcset="https://a.example.com/1.jpg 2x">')],
    ['an empty srcset', article('<img src="a.jpg" srcset="">')],
    ['an empty copy', article('<img src="a.jpg" data-src="">')],
    ['code', article('`![]()` and\n\n    <img src="">\n\n```\n<img src="">\n```')],
    ['a comment and a script', article('<!-- <img src=""> --><script>"<img src=\'\'>"</script>')],
    ['a link', article('[码头]()')],
    ['a suppressed line', article('<!-- marginalia-disable-next-line image/empty -->\n<img src="">')],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(text, { rule }));
  }
});
