import assert from 'node:assert/strict';
import { fixAll } from '../../../src/core/problems/fixAll';
import { type AnyRule, defineRule } from '../../../src/core/problems/rule';
import { RuleLevels } from '../../../src/core/problems/ruleLevels';
import type { Fix } from '../../../src/core/text/fix';
import { say } from '../../../src/core/text/message';
import { articleOf } from '../../support/checkText';

/** A rule that finds a text wherever it stands and puts another in its place. */
function replacing(id: string, wrong: string, right: string, more: Partial<Fix> = {}): AnyRule {
  return defineRule({
    id: `test/${id}`,
    level: 'warning',
    name: 'A test',
    summary: id,
    documentation: id,
    *check({ text }) {
      for (let at = text.indexOf(wrong); at !== -1; at = text.indexOf(wrong, at + 1)) {
        yield { range: { start: at, end: at + wrong.length }, message: say('wrong'), data: undefined };
      }
    },
    fixes: ({ range }) => [{ title: say('right'), edits: [{ range, text: right }], ...more }],
  });
}

function fixed(text: string, rules: readonly AnyRule[], levels = {}): ReturnType<typeof fixAll> {
  const article = articleOf(text, { settings: { levels } });
  return fixAll(article, rules, new RuleLevels(rules, article.settings));
}

describe('fixing all', () => {
  it('does all at once that do not touch, and what they make possible', () => {
    const rules = [replacing('a', 'aa', 'b'), replacing('b', 'bb', 'c')];
    assert.deepEqual(fixed('aa 字😀 aaaa', rules), {
      text: 'b 字😀 c',
      fixed: 4,
      rules: ['test/a', 'test/b'],
      places: [
        { rule: 'test/a', range: { start: 0, end: 2 } },
        { rule: 'test/a', range: { start: 7, end: 9 } },
        { rule: 'test/a', range: { start: 9, end: 11 } },
        // What the two before it have written.
        { rule: 'test/b', range: { start: 7, end: 11 } },
      ],
      files: [],
    });
  });

  it('leaves out what guesses, what is off and what is ignored', () => {
    const guess = replacing('guess', 'x', 'y', { isGuess: true });
    assert.equal(fixed('x', [guess]).text, 'x');
    assert.equal(fixed('x', [replacing('off', 'x', 'y')], { 'test/off': 'off' }).text, 'x');
    const ignored = '<!-- marginalia-disable-next-line test/here -->\nq\n\nq\n';
    assert.equal(fixed(ignored, [replacing('here', 'q', 'y')]).text, ignored.replace(/q\n$/, 'y\n'));
  });

  it('leaves hints out where that is asked, by how grave they are in the article', () => {
    const rules = [replacing('a', 'x', 'y'), replacing('b', 'q', 'r')];
    const article = articleOf('x q', { settings: { levels: { 'test/b': 'hint' } } });
    const levels = new RuleLevels(rules, article.settings);
    assert.equal(fixAll(article, rules, levels, { withoutHints: true }).text, 'y q');
    assert.equal(fixAll(article, rules, levels).text, 'y r');
  });

  it('ends where fixes undo each other or never end', () => {
    const undoing = fixed('x', [replacing('there', 'x', 'y'), replacing('back', 'y', 'x')]);
    assert.ok(undoing.text === 'x' || undoing.text === 'y');
    assert.ok(fixed('x', [replacing('grow', 'x', 'xx')]).text.length < 2 ** 21);
  });

  it('never does two that overlap in one round', () => {
    const { text } = fixed('abc', [replacing('ab', 'ab', '1'), replacing('bc', 'bc', '2')]);
    assert.equal(text, '1c');
  });

  it('hands over the files that fixes need', () => {
    const files = [{ path: 'a.png', bytes: new Uint8Array([1]) }];
    assert.deepEqual(fixed('x', [replacing('file', 'x', 'y', { files })]).files, files);
  });
});
