import type { FieldPlace } from '../../../article/fieldPlace';
import type { FrontMatterBlock } from '../../../article/frontMatterBlock';
import type { Fix } from '../../../text/fix';
import { lineEnd, nextLine } from '../../../text/lineScan';
import { say } from '../../../text/message';
import { remove } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { inTitle } from './syntaxFault';

interface Twice {
  readonly first: FieldPlace;
  readonly again: FieldPlace;
}

/** A field that is there more than once. */
export const duplicateKey = defineRule<readonly Fix[]>({
  id: 'front-matter/duplicate-key',
  name: 'Duplicate field',
  level: 'error',
  summary: 'A field that is there twice',
  documentation: `Of a field that is written twice only one counts, and programs differ in which; many refuse the whole front matter.
Marginalia takes the first that says something.

\`\`\`yaml
title: The ferry is back
source: Harbour Ledger
title: The ferry is back, again
\`\`\`

The fix keeps one. Where both say the same, or one of them nothing, it is no guess which.`,
  *check(article) {
    const { block, text } = article;
    if (block.kind === 'none') return;
    for (const twice of repeated(article, block)) {
      const { key, keyRange } = twice.again;
      yield {
        range: keyRange,
        message: say('The field "{0}" is there twice. Keep one.', key),
        data: fixesOf(text, block, twice),
        ...(sameValue(text, twice) ? { unnecessary: true } : {}),
      };
    }
  },
  fixes: ({ data }) => data,
});

function repeated({ fields, text }: CheckedArticle, block: FrontMatterBlock): readonly Twice[] {
  const firsts = new Map<string, number>();
  const found: Twice[] = [];
  const tables = block.language === 'toml' ? firstTable(text, block.content) : block.content.end;
  for (const [index, key] of fields.keys.entries()) {
    const known = firsts.get(key);
    // YAML merges as many mappings as it is told to.
    if (known === undefined || key === '<<') firsts.set(key, known ?? index);
    else {
      const [first, again] = [fields.at(known), fields.at(index)];
      // The same key in two tables of TOML is two keys.
      if (first && again && again.keyRange.start < tables) found.push({ first, again });
    }
  }
  return found;
}

function firstTable(text: string, { start, end }: TextRange): number {
  const at = text.slice(start, end).search(/^[ \t]*\[/m);
  return at < 0 ? end : start + at;
}

function valueOfField(text: string, { inner }: FieldPlace): string {
  return text.slice(inner.start, inner.end).trim();
}

function sameValue(text: string, { first, again }: Twice): boolean {
  return valueOfField(text, first) === valueOfField(text, again);
}

function fixesOf(text: string, block: FrontMatterBlock, twice: Twice): readonly Fix[] {
  const { first, again } = twice;
  const keepFirst = keep(text, block, first, again);
  const keepAgain = keep(text, block, again, first);
  if (sameValue(text, twice) || valueOfField(text, again) === '') return [keepFirst];
  if (valueOfField(text, first) === '') return [keepAgain];
  return [
    { ...keepFirst, isGuess: true },
    { ...keepAgain, isGuess: true },
  ];
}

function keep(text: string, block: FrontMatterBlock, kept: FieldPlace, gone: FieldPlace): Fix {
  const value = inTitle(valueOfField(text, kept));
  const title = value === '' ? say('Keep one "{0}"', kept.key) : say('Keep {0}: {1}', kept.key, value);
  const range = block.language === 'json' ? withComma(text, gone.lines, block.content) : fieldLines(text, gone);
  return { title, edits: [remove(range.start, range.end)] };
}

/** The lines of a field without the comments and blank lines that go before the next one. */
function fieldLines(text: string, { lines, keyRange, range }: FieldPlace): TextRange {
  const last = Math.max(range.end, keyRange.end);
  return { start: lines.start, end: Math.min(lines.end, nextLine(text, lineEnd(text, last))) };
}

/** A field of JSON with the comma that sets it apart, and the white space up to the next field. */
function withComma(text: string, { start, end }: TextRange, content: TextRange): TextRange {
  const after = /^\s*,\s*/.exec(text.slice(end, content.end));
  if (after !== null) return { start, end: end + after[0].length };
  const before = /,\s*$/.exec(text.slice(content.start, start));
  return { start: before === null ? start : content.start + before.index, end };
}
