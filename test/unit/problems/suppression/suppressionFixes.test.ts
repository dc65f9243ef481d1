import assert from 'node:assert/strict';
import { suppressionFixes } from '../../../../src/core/problems/suppressionFixes';
import { inEnglish } from '../../../../src/core/text/message';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { articleOf } from '../../../support/checkText';

const rule = 'image/not-found';
const comment = '<!-- marginalia-disable-next-line image/not-found -->';
const yaml = '# marginalia-disable-next-line image/not-found';

/** The texts after "this line" and "this article", for a problem where `§` is. */
function fixed(marked: string): { readonly line?: string; readonly file?: string } {
  const start = marked.indexOf('§');
  const text = marked.replace('§', '');
  const article = articleOf(text);
  const range = { start, end: start + 1 };
  const result: { line?: string; file?: string } = {};
  for (const { title, edits } of suppressionFixes({ rule, range }, article)) {
    const after = applyEdits(text, edits);
    const changed = articleOf(after);
    if (inEnglish(title).endsWith('line')) {
      const moved = start + after.length - text.length;
      assert.ok(changed.isSuppressed(rule, { start: moved, end: moved + 1 }), 'the comment does nothing');
      result.line = after;
    } else {
      assert.ok(changed.disabledRules.has(rule), 'the list does nothing');
      result.file = after;
    }
  }
  return result;
}

describe('ignoring a problem in its line', () => {
  const cases: readonly (readonly [name: string, marked: string, line: string | undefined])[] = [
    ['a line of HTML', '<div>\n  <p>字 😀§x</p>\n</div>', `<div>\n  ${comment}\n  <p>字 😀x</p>\n</div>`],
    ['the first line of a body', '---\ntitle: a\n---\n<div>§</div>', `---\ntitle: a\n---\n${comment}\n<div></div>`],
    ['a Markdown paragraph', 'One.\n\n![§](a.jpg) two\n', `One.\n\n${comment}\n![](a.jpg) two\n`],
    ['a Markdown heading', '# §One\n\nTwo\n', `${comment}\n# One\n\nTwo\n`],
    ['a field', '---\ntitle: a\nheadimg: §x\n---\n\nb', `---\ntitle: a\n${yaml}\nheadimg: x\n---\n\nb`],
    ['an item', '---\nimages:\n  - a\n  - §x\n---\n\nb', `---\nimages:\n  - a\n  ${yaml}\n  - x\n---\n\nb`],
    ['the closing fence', '---\ntitle: a\n§---\n\nb', `---\ntitle: a\n${yaml}\n---\n\nb`],
    ['TOML', '+++\ntitle = "§a"\n+++\n\nb', `+++\n${yaml}\ntitle = "a"\n+++\n\nb`],
    ['the inside of a tag', '<div\n  title="§x">a</div>', undefined],
    ['a script', '<div><script>\n§x\n</script>a</div>', undefined],
    ['preformatted text', '<pre>\n§x\n</pre>', undefined],
    ['a comment', '<div><!--\n§x\n--></div>', undefined],
    ['the middle of a paragraph', 'One\n![§](a.jpg)\n', undefined],
    ['code', '```\n§x\n```\n', undefined],
    ['indented code', 'a\n\n    §x\n', undefined],
    ['the opening fence', '§---\ntitle: a\n---\n\nb', undefined],
    ['a text over lines', '---\nnote: |\n  a\n  §b\n---\n\nb', undefined],
    ['a quoted text over lines', '---\nnote: "a\n  §b"\n---\n\nb', undefined],
    ['JSON', '{\n  "title": "§a"\n}\n\nb', undefined],
  ];
  for (const [name, marked, line] of cases) {
    it(`${line === undefined ? 'is not offered in' : 'works for'} ${name}`, () => {
      assert.equal(fixed(marked).line, line);
      assert.equal(fixed(marked.replaceAll('\n', '\r\n')).line, line?.replaceAll('\n', '\r\n'));
    });
  }
});

describe('ignoring a rule in an article', () => {
  const cases: readonly (readonly [name: string, marked: string, file: string | undefined])[] = [
    ['front matter', '---\ntitle: a\n---\n§', '---\ntitle: a\nmarginalia-disable: [image/not-found]\n---\n'],
    ['empty front matter', '---\n---\n§', '---\nmarginalia-disable: [image/not-found]\n---\n'],
    [
      'a list in brackets',
      '---\nmarginalia-disable: [a/b]\n---\n§',
      '---\nmarginalia-disable: [a/b, image/not-found]\n---\n',
    ],
    ['an empty list', '---\nmarginalia-disable: []\n---\n§', '---\nmarginalia-disable: [image/not-found]\n---\n'],
    [
      'no value',
      '---\nmarginalia-disable:\ntitle: a\n---\n§',
      '---\nmarginalia-disable: [image/not-found]\ntitle: a\n---\n',
    ],
    [
      'one name',
      '---\nmarginalia-disable: a/b # why\n---\n§',
      '---\nmarginalia-disable: a/b, image/not-found # why\n---\n',
    ],
    [
      'a quoted name',
      "---\nmarginalia-disable: 'a/b'\n---\n§",
      "---\nmarginalia-disable: 'a/b, image/not-found'\n---\n",
    ],
    [
      'a list of lines',
      '---\nmarginalia-disable: \n - a/b # why\n---\n§',
      '---\nmarginalia-disable: \n - a/b # why\n - image/not-found\n---\n',
    ],
    ['indented keys', '---\n  title: a\n---\n§', '---\n  title: a\n  marginalia-disable: [image/not-found]\n---\n'],
    ['broken YAML', "---\ntitle: 'it's'\n---\n§", "---\nmarginalia-disable: [image/not-found]\ntitle: 'it's'\n---\n"],
    ['a text in lines', '---\nnote: |\n  a\n---\n§', '---\nnote: |\n  a\nmarginalia-disable: [image/not-found]\n---\n'],
    [
      'TOML',
      '+++\ntitle = "a"\n[b]\nc = 1\n+++\n§',
      '+++\nmarginalia-disable = ["image/not-found"]\ntitle = "a"\n[b]\nc = 1\n+++\n',
    ],
    [
      'a list of TOML',
      '+++\nmarginalia-disable = ["a/b"]\n+++\n§',
      '+++\nmarginalia-disable = ["a/b", "image/not-found"]\n+++\n',
    ],
    ['JSON', '{\n  "title": "a"\n}\n§b', '{\n  "title": "a",\n  "marginalia-disable": ["image/not-found"]\n}\nb'],
    ['JSON between fences', ';;;\n"title": "a"\n;;;\n§b', undefined],
    ['no front matter', 'a§b\n', undefined],
    ['front matter that never ends', '---\ntitle: a\n\n§b\n', undefined],
    ['a language that is not read', '---js\n{}\n---\n§', undefined],
    ['a list as front matter', '---\n- a: b\n---\n§', undefined],
  ];
  for (const [name, marked, file] of cases) {
    it(`${file === undefined ? 'is not offered with' : 'works for'} ${name}`, () => {
      assert.equal(fixed(marked).file, file);
      assert.equal(fixed(marked.replaceAll('\n', '\r\n')).file, file?.replaceAll('\n', '\r\n'));
    });
  }
});
