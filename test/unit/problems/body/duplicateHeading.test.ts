import assert from 'node:assert/strict';
import { duplicateHeading as rule } from '../../../../src/core/problems/rules/body/duplicateHeading';
import { checkText, fixOf, placesOf } from '../../../support/checkText';

const head = (title = 'Ferry 渡船 🚢') => `---\ntitle: ${title}\nlink: https://ledger.example/ferry\n---\n\n`;

describe('body/duplicate-heading', () => {
  for (const [name, heading] of [
    ['a Markdown heading', '# Ferry 渡船 🚢'],
    ['an underlined heading', 'Ferry 渡船 🚢\n====='],
    ['an HTML heading', '<h1 class="x">Ferry <b>渡船</b> 🚢</h1>'],
    ['a heading over several lines', '<h2>\n  Ferry\n  渡船 🚢\n</h2>'],
    ['a heading with other white space and case', '# FERRY  渡船　🚢'],
    ['a heading that links to the article', '# [Ferry 渡船 🚢](https://ledger.example/ferry)'],
  ] as const) {
    for (const lineBreak of ['\n', '\r\n']) {
      it(`removes ${name} with ${JSON.stringify(lineBreak)}`, () => {
        const make = (body: string) => `${head()}${body}`.replaceAll('\n', lineBreak);
        const text = make(`${heading}\n\nThe first boat leaves at six.\n`);
        assert.deepEqual(placesOf(text, { rule }), [heading.replaceAll('\n', lineBreak)]);
        const fixed = fixOf(text, { rule });
        assert.equal(fixed.text, make('The first boat leaves at six.\n'));
        assert.equal(fixed.fix.isGuess, undefined);
        assert.deepEqual(checkText(fixed.text, { rule }), []);
      });
    }
  }

  it('finds each of several', () => {
    const text = `${head()}<h1>Ferry 渡船 🚢</h1><h1>Ferry 渡船 🚢</h1><p>Six.</p>`;
    assert.equal(checkText(text, { rule }).length, 2);
    assert.equal(fixOf(text, { rule }).text, `${head()}<h1>Ferry 渡船 🚢</h1><p>Six.</p>`);
  });

  it('keeps the first where the front matter has no title', () => {
    const text = '# Ferry\n\n# Ferry\n\nSix.\n';
    assert.equal(checkText(text, { rule })[0]?.range.start, 9);
    assert.equal(fixOf(text, { rule }).text, '# Ferry\n\nSix.\n');
  });

  it('leaves a look at headings with a picture to a person', () => {
    assert.equal(fixOf(`${head()}# Ferry 渡船 🚢![](/a.jpg)\n\nSix.\n`, { rule }).fix.isGuess, true);
  });

  it('leaves an article of nothing but its title to body/empty, and one without text beside it to a person', () => {
    const onlyTitle = `${head()}# Ferry 渡船 🚢\n`;
    assert.deepEqual(
      checkText(onlyTitle).flatMap((problem) => (problem.rule.startsWith('body/') ? problem.rule : [])),
      ['body/empty'],
    );
    const video = '<video src="/a.mp4"></video>';
    assert.equal(fixOf(`${onlyTitle}\n${video}\n`, { rule }).fix.isGuess, true);
    assert.equal(fixOf(`${head()}# Ferry 渡船 🚢\n\n![](/a.jpg)\n`, { rule }).fix.isGuess, undefined);
  });

  for (const [name, text] of [
    ['another heading', `${head()}# Harbour\n\nSix.\n`],
    ['a heading with more to say', `${head()}# Ferry 渡船 🚢 again\n\nSix.\n`],
    ['the title after some text', `${head()}By the harbour desk\n\n# Ferry 渡船 🚢\n\nSix.\n`],
    ['the title below another heading', `${head()}# News\n\n# Ferry 渡船 🚢\n\nSix.\n`],
    ['a heading that links elsewhere', `${head()}# [Ferry 渡船 🚢](https://other.example/)\n\nSix.\n`],
    ['a heading in code', `${head()}\`\`\`\n# Ferry 渡船 🚢\n\`\`\`\n`],
    ['one heading and no title', '# Ferry\n\nSix.\n'],
    ['sections with the same name later', '# Ferry\n\nSix.\n\n# Ferry\n\nSeven.\n'],
    ['a heading that never ends', `${head()}<h1>Ferry 渡船 🚢`],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(text, { rule }), []));
  }
});
