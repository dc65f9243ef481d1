import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text as it is written in a program, in either kind of quotes. */
const literal = /(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/.source;
/** Two words for one thing: the first is ours, and is what VS Code says where it names the thing too. */
const sameThing = [
  ['文章库', /档案|归档/],
  ['撤消', /撤销/],
  ['推测', /猜测/],
  ['备注', /笔记/],
] as const;
const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('media/l10n/bundle.l10n.zh-cn.json', 'utf8'));

/** Texts with a number that are said only where it is not 1: another text, or none, is said of one. */
const neverOne: ReadonlySet<string> = new Set([
  '{0} articles would change. VS Code can show and undo about {1} at a time.',
  '{0} files would change. VS Code can show and undo about {1} at a time.',
  'Open {0} articles, each in a tab of its own?',
  'Export {0} Articles as HTML',
  'Exporting {0} articles',
  '{0} of {1} articles are written to {2}.',
  '{0} articles with annotations are gone. Were they moved or renamed?',
  'Save {0} images beside the article',
  'A picture of {0} characters stands in the text. Save it beside the article.',
  '“{0}” is too short: it needs at least {1} characters.',
  '“{0}” is too long: it may have at most {1} characters.',
]);

const extensionTexts = textsOf('src', /(?:l10n\.|[^\w.])t\(\s*/);
/** What rules say goes through `say`, which the extension translates when it shows it. */
const messages = textsOf('src/core', /\bsay\(\s*/);
const summaries = textsOf('src/core/problems/rules', /\bsummary:\s*/);
/** What rows call rules. */
const ruleNames = textsOf('src/core/problems/rules', /\bname:\s*(?='[A-Z])/);

describe('translations', () => {
  it('are there for every text a person sees, and for no other', () => {
    assert.ok(extensionTexts.size > 50);
    assert.ok(messages.size > 200);
    assert.ok(summaries.size > 30);
    const texts = new Set([...extensionTexts, ...messages, ...summaries, ...ruleNames]);
    const missing = [...texts].filter((text) => !Object.hasOwn(bundle, text));
    const unused = Object.keys(bundle).filter((text) => !texts.has(text));
    assert.deepEqual({ missing, unused }, { missing: [], unused: [] });
  });

  it('keep every placeholder and icon', () => {
    const kept = (text: string): readonly string[] => [...text.matchAll(/\{\d\}|\$\([\w-]+\)/g)].map(String).sort();
    for (const [text, translated] of Object.entries(bundle)) {
      // The form for many is the one that names the number.
      assert.deepEqual(kept(translated), kept(text.split('|').at(-1) ?? ''), text);
    }
  });

  it('have a form for one beside that for many', () => {
    const things = 'annotations|articles|characters|errors|files|hints|images|labels|problems|sources|warnings|words';
    const ofMany = new RegExp(`\\{\\d\\} (?:more |new |hidden )?(?:${things})\\b`, 'i');
    const texts = new Set([...extensionTexts, ...messages]);
    const lacking = [...texts].filter((text) => ofMany.test(text) && !text.includes('|') && !neverOne.has(text));
    assert.deepEqual(lacking, []);
    assert.deepEqual(
      [...neverOne].filter((text) => !texts.has(text)),
      [],
    );
    const [one, many] = [...texts].find((text) => text.includes(' article|'))?.split('|') ?? [];
    assert.ok(one !== undefined && !ofMany.test(one) && many !== undefined && ofMany.test(many));
  });

  it('can be found, as messages and summaries are written out where they are said', () => {
    const hidden = filesIn('src/core/problems').flatMap(({ name, source }) =>
      name.endsWith('message.ts')
        ? []
        : [...source.matchAll(/\bsay\((?!\s*['"])|\bsummary: (?!['"]|readonly|string|Problem)/g)].map(
            ({ index }) => `${name}: ${source.slice(index, index + 60)}`,
          ),
    );
    assert.deepEqual(hidden, []);
  });

  it('have one word for one thing', () => {
    const named: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'));
    for (const text of Object.values({ ...bundle, ...named })) {
      for (const [ours, other] of sameThing) assert.doesNotMatch(text, other, `Say ${ours}: ${text}`);
    }
  });

  it('are Chinese, with the punctuation of Chinese', () => {
    for (const text of [...messages, ...summaries, ...ruleNames]) {
      const translated = bundle[text] ?? '';
      const hasWords = /\p{L}/u.test(text);
      if (!hasWords) continue;
      assert.match(translated, /\p{Script=Han}/u, text);
      assert.doesNotMatch(translated, /\p{Script=Han}[,;?!]|[\p{Script=Han}”]\.$/u, text);
      // What is a sentence here is one there; what is only named here is only named there.
      assert.equal(/[。？]$/.test(translated), /[.?]$/.test(text), text);
    }
  });
});

function textsOf(folder: string, before: RegExp): ReadonlySet<string> {
  const pattern = new RegExp(before.source + literal, 'g');
  return new Set(
    filesIn(folder)
      .flatMap(({ source }) => [...source.matchAll(pattern)])
      .map(([, single, double]) => (single ?? double ?? '').replaceAll(/\\(['"\\])/g, '$1')),
  );
}

function filesIn(folder: string): readonly { readonly name: string; readonly source: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));
}
