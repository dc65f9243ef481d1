import assert from 'node:assert/strict';
import { syntax as rule } from '../../../../src/core/problems/rules/frontMatter/syntax';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { articleOf, checkText, fixesOf, placesOf } from '../../../support/checkText';
import { Seeded } from '../../../support/seeded';

const whole = [
  "---\ntitle: 'It''s back 🚢'\ncategories: \n - 甲\n - '乙: 丙'\ndate: Sat, 27 Nov 2021 22:34:14 GMT\nlink: https://a.example/b#c\n---\n\nBody.\n",
  '---\r\ntitle: "Say \\"no\\" 船"\r\ntags: [ a, "b", c ]\r\nauthor:\r\n  name: Bo\r\nsummary: >\r\n  Two\r\n  lines\r\n---\r\nBody.\r\n',
  '{\n  "title": "Ferry 🚢",\n  "tags": ["a", {"b": 1.5}],\n  "draft": false\n}\n\nBody.\n',
  '+++\ntitle = "Ferry 🚢"\ntags = ["a", \'b\']\ndate = 2021-11-27\n+++\n\nBody.\n',
];
const signs = [
  "'",
  '"',
  ':',
  ': ',
  ' #',
  '@',
  '&',
  '*',
  '!',
  '|',
  '[',
  ']',
  '{',
  '}',
  ',',
  '\\',
  '\t',
  '\n',
  '\n ',
  '- ',
  '“',
  '：',
  '，',
  '%',
  '`',
];

describe('front-matter/syntax in front matter that is broken by chance', () => {
  it('points into the front matter, and mends without breaking more', () => {
    const random = new Seeded(20211127);
    for (let round = 0; round < 300; round++) {
      let text = random.of(whole);
      for (let left = 1 + random.below(3); left > 0; left--) {
        const at = 4 + random.below(text.indexOf('Body') - 8);
        text = text.slice(0, at) + random.of(signs) + text.slice(at + random.below(3));
      }
      holds(text);
    }
  });
});

function holds(text: string): void {
  const article = articleOf(text);
  const before = checkText(text, { rule });
  const { block } = article;
  for (const problem of before) {
    assert.ok(block.kind === 'block');
    const { start, end } = problem.range;
    const inside = block.content.start <= start && start < end && end <= block.content.end;
    assert.ok(inside, `${start}-${end} in ${JSON.stringify(text)}`);
    for (const fix of rule.fixes?.(problem, article) ?? []) {
      const fixed = applyEdits(text, fix.edits);
      assert.notEqual(fixed, text);
      if (fix.isGuess === true) continue;
      // Several faults of one line can hang together: then their fixes do as well.
      const after = checkText(fixed, { rule });
      if (after.length >= before.length)
        assert.deepEqual(placesOf(allFixed(text), { rule }), [], JSON.stringify([text, fixed]));
    }
  }
}

function allFixed(text: string): string {
  const fixes = fixesOf(text, { rule }).flatMap(([fix]) => fix ?? []);
  return applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
}
