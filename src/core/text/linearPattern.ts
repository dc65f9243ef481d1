import { RE2JS } from 're2js';

/** A regular expression whose time grows with the text alone, whatever it says. */
export interface LinearPattern {
  /** Whether it fits anywhere in the text. */
  test(text: string): boolean;
}

/** Why a regular expression cannot be used: what it says, in the words of the engine. */
export class UnusablePattern extends Error {}

/**
 * A regular expression in JavaScript's syntax, as strangers write it into their configuration, for an engine that never
 * backtracks. Throws `UnusablePattern` for what such an engine cannot do (lookaround, back references, more than 1,000
 * repeats), and for what is no regular expression.
 */
export function linearPattern(source: string): LinearPattern {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(asRe2(source)));
    return { test: (text) => compiled.test(text) };
  } catch (error) {
    throw new UnusablePattern(reasonOf(source, error));
  }
}

// JavaScript's `\s` has what RE2's has not: vertical tab, the wide space of Chinese texts and the other separators.
const white = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const notWhite =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}' +
  '\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';

/** Rewrites what both know and mean otherwise, or write otherwise. */
function asRe2(source: string): string {
  let isInSet = false;
  const tokens =
    /\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})|\\([pP])\{([^{}]*)\}|\\.|\[\^?\]|[[\].]/gs;
  return source.replace(tokens, (token, high?: string, low?: string, sign?: string, property?: string) => {
    if (high !== undefined && low !== undefined) {
      return `\\u{${(0x10000 + ((parseInt(high, 16) - 0xd800) << 10) + parseInt(low, 16) - 0xdc00).toString(16)}}`;
    }
    if (sign !== undefined && property !== undefined) return `\\${sign}{${shortProperty(property)}}`;
    if (token === '\\s') return isInSet ? white : `[${white}]`;
    if (token === '\\S') return isInSet ? notWhite : `[${notWhite}]`;
    if (token === '.' && !isInSet) return '[^\\n\\r\\x{2028}\\x{2029}]';
    if (token === '[' && !isInSet) isInSet = true;
    else if (token === ']') isInSet = false;
    return token;
  });
}

/** RE2 knows general categories by their letters, and scripts by their names alone. */
const categories: Readonly<Record<string, string>> = {
  Letter: 'L',
  Uppercase_Letter: 'Lu',
  Lowercase_Letter: 'Ll',
  Mark: 'M',
  Number: 'N',
  Decimal_Number: 'Nd',
  Punctuation: 'P',
  Symbol: 'S',
  Separator: 'Z',
  Space_Separator: 'Zs',
  Other: 'C',
};

function shortProperty(written: string): string {
  const name = written.replace(/^(?:General_Category|gc|Script|sc)=/, '');
  return categories[name] ?? name;
}

/** The engine speaks of the rewritten expression; where lookaround is the cause, better the name that people know. */
function reasonOf(source: string, error: unknown): string {
  const lookaround = /\(\?<?[=!]/.exec(source);
  if (lookaround) return `lookaround: ${lookaround[0]}`;
  return error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
}
