import assert from 'node:assert/strict';
import { fixAll } from '../../../src/core/problems/fixAll';
import { RuleLevels } from '../../../src/core/problems/ruleLevels';
import { allRules } from '../../../src/core/problems/rules/allRules';
import { suppressionFixes } from '../../../src/core/problems/suppressionFixes';
import { fixtureArticles } from '../../support/articleTexts';
import { articleOf, checkText } from '../../support/checkText';
import { Seeded } from '../../support/seeded';

/** Raise it to look longer. */
const rounds = Number(process.env.MARGINALIA_FUZZ_ROUNDS ?? 1000);
/** Large ones are slow to check and break no more than small ones. */
const largest = 20_000;

const pieces = [
  '---',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  "'",
  '"',
  ':',
  ': ',
  '#',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '\\',
  ',',
  '+++',
  ';;;',
  '\uFEFF',
  '\u0000',
  '\uD83D',
  '😀',
  '港',
  '“',
  '”',
  '<',
  '</',
  '<!--',
  '-->',
  '<script>',
  '<div',
  ' src="',
  'javascript:',
  '![](',
  ')',
  'data:image/png;base64,',
  'title',
  'date: ',
  'marginalia-disable: [a]',
  '<!-- marginalia-disable-next-line body/empty -->',
  'https://',
  '//',
  '%zz',
  '=',
  '# ',
];

describe('broken articles of all kinds', () => {
  it('never make a check throw, point outside of the text or go on for ever', () => {
    const random = new Seeded(20_211_127);
    const fixtures = fixtureArticles().filter(({ text }) => text.length < largest);
    for (let round = 0; round < rounds; round++) {
      const { path, text } = random.of(fixtures);
      const broken = mutated(text, random);
      try {
        tryAll(broken, path, round % 10 === 0);
      } catch (error) {
        assert.fail(`${path}, round ${round}: ${String(error)}\n${JSON.stringify(broken)}`);
      }
    }
  });
});

function tryAll(text: string, path: string, withFixes: boolean): void {
  const article = articleOf(text, { path });
  const problems = checkText(text, { path });
  for (const { rule, range } of problems) {
    const isInside = range.start >= 0 && range.start <= range.end && range.end <= text.length;
    assert.ok(isInside, `${rule} is at ${range.start}-${range.end} of ${text.length}`);
  }
  if (!withFixes) return;
  fixAll(article, allRules, new RuleLevels(allRules, article.settings));
  const [first] = problems;
  if (first !== undefined) suppressionFixes(first, article);
}

function mutated(text: string, random: Seeded): string {
  let result = text;
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    // Most of what is checked closely is near the start.
    const reach = random.below(2) === 0 ? Math.min(result.length, 400) : result.length;
    const at = random.below(reach + 1);
    const length = random.below(random.below(4) === 0 ? 200 : 4);
    switch (random.below(4)) {
      case 0:
        result = result.slice(0, at) + random.of(pieces) + result.slice(at);
        break;
      case 1:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 2:
        result = result.slice(0, at) + random.of(pieces) + result.slice(at + length);
        break;
      default:
        result = result.slice(0, at) + result.slice(at, at + length).repeat(2) + result.slice(at + length);
    }
  }
  return result;
}
