import { anyRun, type WildcardToken, wildcardMatcher } from './wildcards';

/** Of more alternatives than this a glob cannot be used: `{a,b}` ten times over has 1,024. */
const mostAlternatives = 1024;

/**
 * Whether a path fits one of the globs, which are those of VS Code: `*` and `?` within one name, `**` for any folders
 * (at the end: for all that is in one), `{a,b}`, `[a-z]`, `[!a-z]`, a `!` before all of it for what does not fit, `\` before a character that stands for itself. A glob
 * that cannot be used fits nothing. Paths have `/` between names and no empty name.
 *
 * Takes time bounded by path times glob: globs come from the archive, and a regular expression made from one may not end.
 */
export function globMatcher(globs: readonly string[], options: GlobOptions = {}): (path: string) => boolean {
  const folded = (text: string): string => (options.ignoreCase ? text.toLowerCase() : text);
  const matchers = globs.flatMap((glob) => matcherOf(folded(glob)) ?? []);
  if (matchers.length === 0) return () => false;
  return (path) => {
    const names = folded(path).split('/');
    return matchers.some((matches) => matches(names));
  };
}

export interface GlobOptions {
  readonly ignoreCase?: boolean;
}

/** Not with `+(a|b)` and its like, ranges as `{1..3}`, or too many alternatives. */
export function isUsableGlob(glob: string): boolean {
  return matcherOf(glob) !== undefined;
}

/** A path as a glob that fits nothing else. */
export function literalGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|"'^$]/g, '\\$&');
}

type NamesMatcher = (names: readonly string[]) => boolean;
type NameMatcher = (name: string) => boolean;

function matcherOf(written: string): NamesMatcher | undefined {
  const isNegated = written.startsWith('!') && !written.startsWith('!(');
  const glob = (isNegated ? written.slice(1) : written).replace(/^\.\//, '');
  if (/(?<!\\)(?:[?*+@!]\(|\{[^{},\\/]*\.\.[^{},\\/]*\})/.test(glob)) return undefined;
  const alternatives = withoutBraces(glob);
  if (alternatives === undefined) return undefined;
  const matchers = alternatives.map(pathMatcherOf);
  return (names) => matchers.some((matches) => matches(names)) !== isNegated;
}

/** Each way to choose one of the alternatives of all braces. */
function withoutBraces(glob: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = firstBraces(next);
    if (braces === undefined) done.push(next);
    else for (const choice of braces.choices) open.push(braces.before + choice + braces.after);
    if (done.length + open.length > mostAlternatives) return undefined;
  }
  return done;
}

interface Braces {
  readonly before: string;
  readonly choices: readonly string[];
  readonly after: string;
}

/** The first braces that hold a comma and are closed; of nested ones the outer. */
function firstBraces(glob: string): Braces | undefined {
  const opened: { readonly at: number; readonly commas: number[] }[] = [];
  let found: { readonly start: number; readonly end: number; readonly commas: readonly number[] } | undefined;
  for (let at = 0; at < glob.length; at += 1) {
    const character = glob[at];
    if (character === '\\') at += 1;
    else if (character === '{') opened.push({ at, commas: [] });
    else if (character === ',') opened.at(-1)?.commas.push(at);
    else if (character === '}') {
      const pair = opened.pop();
      if (pair === undefined || pair.commas.length === 0) continue;
      if (found === undefined || pair.at < found.start) found = { start: pair.at, end: at, commas: pair.commas };
      if (opened.length === 0) break;
    }
  }
  if (found === undefined) return undefined;
  const cuts = [found.start, ...found.commas, found.end];
  const choices = cuts.slice(1).map((cut, index) => glob.slice((cuts[index] ?? 0) + 1, cut));
  return { before: glob.slice(0, found.start), choices, after: glob.slice(found.end + 1) };
}

/** Between two `**` the first place that fits is as good as any later one, so nothing is tried twice. */
function pathMatcherOf(glob: string): NamesMatcher {
  const runs: NameMatcher[][] = [[]];
  for (const name of glob.split('/')) {
    if (/^\*\*+$/.test(name)) runs.push([]);
    else runs.at(-1)?.push(nameMatcherOf(name));
  }
  const [first = [], ...later] = runs;
  const last = later.pop();
  if (last === undefined) return (names) => names.length === first.length && fitAt(first, names, 0);
  // What is in a folder is not the folder.
  const fewestBetween = last.length === 0 ? 1 : 0;
  return (names) => {
    const end = names.length - last.length;
    if (end < first.length + fewestBetween || !fitAt(last, names, end) || !fitAt(first, names, 0)) return false;
    let at = first.length;
    for (const run of later) {
      while (at + run.length <= end && !fitAt(run, names, at)) at += 1;
      at += run.length;
      if (at + fewestBetween > end) return false;
    }
    return true;
  };
}

function fitAt(run: readonly NameMatcher[], names: readonly string[], at: number): boolean {
  return run.every((matches, index) => {
    const name = names[at + index];
    return name !== undefined && matches(name);
  });
}

function nameMatcherOf(glob: string): NameMatcher {
  const tokens = tokensOf(glob);
  if (tokens.every((token) => typeof token === 'string')) {
    const literal = tokens.join('');
    return (name) => name === literal;
  }
  const matches = wildcardMatcher(tokens);
  // Most names have no character of two units, and are their own list of characters.
  return (name) => matches(/[\ud800-\udbff]/.test(name) ? [...name] : name);
}

function tokensOf(glob: string): readonly WildcardToken[] {
  const tokens: WildcardToken[] = [];
  const characters = [...glob];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '\\') {
      at += 1;
      tokens.push(characters[at] ?? '\\');
    } else if (character === '?') tokens.push(() => true);
    else if (character === '*') {
      if (tokens.at(-1) !== anyRun) tokens.push(anyRun);
    } else {
      const end = character === '[' ? endOfSet(characters, at) : -1;
      tokens.push(end < 0 ? character : setOf(characters.slice(at + 1, end)));
      if (end >= 0) at = end;
    }
  }
  return tokens;
}

/** A `]` right after the opening is one of the set. */
function endOfSet(characters: readonly string[], start: number): number {
  const first = /^[!^]$/.test(characters[start + 1] ?? '') ? start + 2 : start + 1;
  for (let at = first + 1; at < characters.length; at += 1) {
    if (characters[at] === ']') return at;
    if (characters[at] === '\\') at += 1;
  }
  return -1;
}

function setOf(written: readonly string[]): (character: string) => boolean {
  const isNegated = written[0] === '!' || written[0] === '^';
  const ranges: (readonly [from: string, to: string])[] = [];
  const held = written.slice(isNegated ? 1 : 0);
  for (let at = 0; at < held.length; at += 1) {
    if (held[at] === '\\' && at + 1 < held.length) at += 1;
    const from = held[at] ?? '';
    const to = held[at + 1] === '-' ? held[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  const holds = (character: string): boolean => ranges.some(([from, to]) => from <= character && character <= to);
  return (character) => holds(character) !== isNegated;
}
