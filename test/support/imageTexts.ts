import assert from 'node:assert/strict';
import type { AnyRule } from '../../src/core/problems/rule';
import { type CheckOptions, checkText, type FixedText, fixOf, placesOf } from './checkText';

type Options = CheckOptions & { readonly rule: AnyRule };

/** An article with Chinese text and an emoji before all that its front matter and its body say of images. */
export function article(body: string, fields = ''): string {
  return `---\ntitle: 渡船 🚢\n${fields}source: Ledger\n---\n\n雾散了 🌫\n\n${body}\n`;
}

/** The same, its body HTML as a whole. */
export function htmlArticle(body: string): string {
  return `---\ntitle: 渡船 🚢\nsource: Ledger\n---\n\n<div><p>雾散了 🌫</p>\n\n    ${body}</div>\n`;
}

/** All places that the address of an image is written in, by their names. */
export const writtenIn: Readonly<Record<string, (address: string) => string>> = {
  'a src': (address) => article(`<p>渡 ⛴ <img alt="渡船" src="${address}"></p>`),
  'a src of an HTML body': (address) => htmlArticle(`<img src="${address}" alt="渡船">`),
  'a src in single quotes': (address) => article(`<img src='${address}'>`),
  'a srcset': (address) =>
    article(`<img src="https://a.example.com/1.jpg" srcset="https://a.example.com/1.jpg 1x, ${address} 2x">`),
  'a srcset of a picture': (address) =>
    article(`<picture><source srcset="${address} 800w"><img src="https://a.example.com/1.jpg"></picture>`),
  'a poster': (address) => article(`<video poster="${address}" src="https://a.example.com/1.mp4"></video>`),
  Markdown: (address) => article(`渡 ⛴ ![渡船](${address} "码头") 雾`),
  'Markdown in angle brackets': (address) => article(`![渡船](<${address}>)`),
  'a Markdown definition': (address) => article(`![渡船][码头]\n\n[码头]: ${address}`),
  'a field in single quotes': (address) => article('Six.', `headimg: '${address}'\n`),
  'a field in double quotes': (address) => article('Six.', `thumbnail: "${address}" # ⚓\n`),
  'a plain field': (address) => article('Six.', `cover: ${address}\n`),
  'a list of a field': (address) => article('Six.', `photos:\n  - https://a.example.com/1.jpg\n  - '${address}'\n`),
  JSON: (address) => `{\n  "title": "渡船 🚢",\n  "image": "${address}"\n}\n\nSix.\n`,
  TOML: (address) => `+++\ntitle = "渡船 🚢"\nbanner = "${address}"\n+++\n\nSix.\n`,
};

/** The same text with either line break. */
export function eachLineBreak(text: string): readonly string[] {
  return [text, text.replaceAll('\n', '\r\n')];
}

/** A rule finds exactly these places, whichever line break the article has. */
export function assertFound(text: string, places: readonly string[], options: Options): void {
  for (const [index, each] of eachLineBreak(text).entries()) {
    const expected = index === 0 ? places : places.map((place) => place.replaceAll('\n', '\r\n'));
    for (const mode of ['fast', 'exact'] as const)
      assert.deepEqual(placesOf(each, { ...options, mode }), expected, each);
  }
}

/** A rule finds nothing, whichever line break the article has. */
export function assertSilent(text: string, options: Options): void {
  assertFound(text, [], options);
}

/**
 * A fix makes exactly this text, with either line break; the rule has nothing more to say there, and no rule has an error.
 */
export function assertFixed(
  text: string,
  after: string,
  options: Options & { readonly problem?: number; readonly fix?: number },
): FixedText {
  const [first] = eachLineBreak(text).map((each, index) => {
    const fixed = fixOf(each, options);
    assert.equal(fixed.text, eachLineBreak(after)[index]);
    const left = checkText(fixed.text, options);
    assert.equal(left.length, checkText(each, options).length - 1, `${options.rule.id} still fires in ${fixed.text}`);
    const { rule: _, ...others } = options;
    const errors = checkText(fixed.text, others).filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, []);
    return fixed;
  });
  assert.ok(first);
  return first;
}
