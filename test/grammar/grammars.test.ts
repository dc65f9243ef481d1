import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IGrammar, INITIAL, type IToken } from 'vscode-textmate';
import { renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index.js';
import { contributed, languagesOf, markdownGrammar, tokensOf } from './articleGrammar';

const fixtures = join('test', 'fixtures', 'grammar', 'articles');
const ordinary = join('test', 'fixtures', 'grammar', 'ordinary');
const update = process.env.UPDATE_SNAPSHOTS === '1';
const markdownIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('grammars', () => {
  let extended: IGrammar;
  let plain: IGrammar;
  before(async () => {
    extended = await markdownGrammar({ extended: true });
    plain = await markdownGrammar({ extended: false });
  });

  for (const name of markdownIn(fixtures)) {
    it(`colours ${name} as its snapshot says`, () => {
      const file = join(fixtures, name);
      const lines = tokensOf(extended, readFileSync(file, 'utf8'));
      // The library's type allows a line one token; it renders them all.
      const snapshot = `${renderSnap(lines.map(({ src, tokens }) => ({ src, tokens: tokens as [IToken] })))}\n`;
      if (update) writeFileSync(`${file}.snap`, snapshot);
      ok(
        existsSync(`${file}.snap`),
        `${name} has no snapshot: run UPDATE_SNAPSHOTS=1 npm run test:grammar and read it.`,
      );
      equal(snapshot, readFileSync(`${file}.snap`, 'utf8'));
    });
  }

  it('has a text for every snapshot', () => {
    const snapshots = readdirSync(fixtures).filter((name) => name.endsWith('.snap'));
    deepEqual(
      snapshots,
      markdownIn(fixtures).map((name) => `${name}.snap`),
    );
  });

  for (const name of markdownIn(ordinary)) {
    it(`leaves ${name} to VS Code's own grammar`, () => {
      const text = readFileSync(join(ordinary, name), 'utf8');
      deepEqual(tokensOf(extended, text), tokensOf(plain, text));
    });
  }

  it('changes an article, so that the comparison above can fail', () => {
    const text = readFileSync(join(fixtures, 'blankLinesFirst.md'), 'utf8');
    notDeepEqual(tokensOf(extended, text), tokensOf(plain, text));
  });

  it('names the language of each part, which comments and brackets follow', () => {
    const languages = (text: string) => languagesOf(extended, text);
    deepEqual(languages('\n---\ntitle: a\n---\n\n<div>\n\n    text\n</div>\n\ntext'), [
      'markdown',
      'yaml',
      'markdown',
      ...['html', 'html', 'html'],
      'markdown',
    ]);
    deepEqual(languages(';;;\n"title": "a"\n;;;\ntext'), ['markdown', 'json', 'markdown', 'markdown']);
    deepEqual(languages('+++\ntitle = "a"\n+++\ntext'), ['markdown', 'toml', 'markdown', 'markdown']);
  });

  it('contributes every grammar file under its own name', () => {
    const files = readdirSync('syntaxes').map((name) => `./syntaxes/${name}`);
    deepEqual(contributed.map(({ path }) => path).toSorted(), files.toSorted());
    for (const { path, scopeName } of contributed) {
      equal((JSON.parse(readFileSync(path, 'utf8')) as { readonly scopeName: string }).scopeName, scopeName, path);
    }
  });

  for (const [what, lines] of longTexts()) {
    it(`reads ${what} without stalling`, () => {
      let state = INITIAL;
      for (const line of lines) {
        const { ruleStack, stoppedEarly } = extended.tokenizeLine(line, state, 5000);
        ok(!stoppedEarly, `gave up on a line of ${line.length} characters: ${line.slice(0, 40)}`);
        state = ruleStack;
      }
    });
  }
});

/** Lines that make a careless pattern run for ever, as long as VS Code still tokenises (editor.maxTokenizationLineLength). */
function longTexts(): readonly (readonly [string, readonly string[]])[] {
  const long = (piece: string) => piece.repeat(20_000 / piece.length);
  return [
    ['a long title', ['---', `title: ${long('word: ')}`, '---']],
    ['a long line that is no key', ['---', 'title: a', long(`it's `), '---']],
    ['a long quoted key', ['---', `"${long('a')}`, '---']],
    ['a long run of dashes', ['---', 'a: b', '---', long('- '), `${long('-')}x`]],
    ['long digits', ['---', `date: ${long('2021-10-')}`, `date: ${long('2')}`, '---']],
    ['a long address', ['', ';;;', `"a": "https://${long(').')}"`, `"b": "//${long('a.')}"`, ';;;']],
    ['a long tag', ['---', 'a: b', '---', `<div ${long('markdow ')}>`, `<img src="data:${long('A')}">`]],
    ['a long run of spaces', [long(' '), '---', `title:${long(' ')}`, `---${long(' ')}x`]],
    ['a long TOML line', ['+++', `${long('a.')}= 1`, `a = ${long('1_')}`, `a = "${long('\\')}`, '+++']],
    ['a long JSON line', [';;;', `"a": "${long('\\"')}`, `"${long('b')}`, ';;;']],
  ];
}
