import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IToken, parseRawGrammar, Registry } from 'vscode-textmate';

/** One grammar as package.json contributes it. */
export interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
  readonly embeddedLanguages?: Readonly<Record<string, string>>;
}

/** One line of a text and what it is made of. */
export interface TokenLine {
  readonly src: string;
  readonly tokens: readonly IToken[];
}

const require = createRequire(join(process.cwd(), 'package.json'));
const markdown = 'text.html.markdown';
/** VS Code's own extensions, each in a package of this name. */
const builtIn = ['markdown-basics', 'html', 'yaml', 'json'];

/** What package.json contributes, in its order. */
export const contributed: readonly ContributedGrammar[] = grammarsOf('package.json');

function grammarsOf(manifest: string): readonly ContributedGrammar[] {
  const { contributes } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly contributes: { readonly grammars: readonly ContributedGrammar[] };
  };
  return contributes.grammars;
}

/** The numbers that stand for languages in a token's metadata; Markdown itself is 1. */
export const languages: ReadonlyMap<string, number> = new Map([
  ['markdown', 1],
  ['yaml', 2],
  ['json', 3],
  ['toml', 4],
  ['html', 5],
]);

const onigLib = (async () => {
  const wasm = require.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm');
  await loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  return {
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  };
})();

function grammarFiles(): ReadonlyMap<string, string> {
  const files = new Map(contributed.map(({ scopeName, path }) => [scopeName, path]));
  for (const name of builtIn) {
    const folder = join('node_modules', '@codingame', `monaco-vscode-${name}-default-extension`, 'resources');
    for (const { scopeName, path } of grammarsOf(join(folder, 'package.json'))) {
      files.set(scopeName, join(folder, basename(path)));
    }
  }
  return files;
}

/** The grammar that Markdown files are read with: VS Code's own, with this extension's or without. */
export async function markdownGrammar(options: { readonly extended: boolean }): Promise<IGrammar> {
  const files = grammarFiles();
  const injections = contributed.filter(({ injectTo }) => injectTo?.includes(markdown)).map((one) => one.scopeName);
  const registry = new Registry({
    onigLib,
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) => (options.extended && scope === markdown ? injections : []),
  });
  const grammar = await registry.loadGrammarWithConfiguration(markdown, languages.get('markdown') ?? 1, {
    embeddedLanguages: languageNumbers(),
  });
  if (!grammar) throw new Error(`There is no grammar for ${markdown}: run npm ci.`);
  return grammar;
}

function languageNumbers(): Record<string, number> {
  const pairs = contributed.flatMap(({ embeddedLanguages }) => Object.entries(embeddedLanguages ?? {}));
  return Object.fromEntries(pairs.map(([scope, language]) => [scope, languages.get(language) ?? 0]));
}

/** Every line with its tokens. */
export function tokensOf(grammar: IGrammar, text: string): readonly TokenLine[] {
  let state = INITIAL;
  return text.split(/\r?\n/).map((src) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(src, state);
    state = ruleStack;
    return { src, tokens };
  });
}

/** The language at the first character of every line that has one. */
export function languagesOf(grammar: IGrammar, text: string): readonly string[] {
  const names = new Map([...languages].map(([name, number]) => [number, name]));
  let state = INITIAL;
  return text.split(/\r?\n/).flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, state);
    state = ruleStack;
    const metadata = tokens[1] ?? 0;
    return line.trim() === '' ? [] : [names.get(metadata & 0xff) ?? 'none'];
  });
}
