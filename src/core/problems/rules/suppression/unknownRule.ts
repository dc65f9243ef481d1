import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { closestRule } from '../../closestRule';
import { type AnyRule, defineRule } from '../../rule';
import { suppressionField } from '../../suppressions';

interface Data {
  /** What was probably meant. */
  readonly closest?: string;
}

const id = 'suppression/unknown-rule';

/** The rule that knows all others by their ids. */
export function unknownRule(others: readonly string[]): AnyRule {
  const known = new Set([...others, id]);
  return defineRule<Data>({
    id,
    level: 'warning',
    name: 'Unknown rule switched off',
    summary: 'A rule is switched off that does not exist.',
    documentation: `
Finds ids of rules that do not exist, in comments that switch a rule off for the next line and in the front matter's list of
rules that are off in the whole article. A misspelt id switches nothing off.

\`\`\`markdown
<!-- marginalia-disable-next-line image/not-fuond -->   →   <!-- marginalia-disable-next-line image/not-found -->
![Ferry](ferry.jpg)
\`\`\`

The fix writes the nearest id that exists. Ids in \`.marginalia/config.json\` are checked as well, when that file is read.
`,
    *check(article) {
      for (const { rule, range } of [...article.lineSuppressions, ...disabledHere(article, known)]) {
        if (known.has(rule)) continue;
        const closest = closestRule(rule, known);
        yield {
          range,
          message:
            closest === undefined
              ? say('There is no rule “{0}”: this switches nothing off. Correct the name or remove it.', rule)
              : say('There is no rule “{0}”: this switches nothing off. Is “{1}” meant?', rule, closest),
          data: closest === undefined ? {} : { closest },
        };
      }
    },
    fixes: ({ range, data: { closest } }) =>
      closest === undefined
        ? []
        : [{ title: say('Write it as “{0}”', closest), edits: [{ range, text: closest }], isGuess: true }],
  });
}

/** The ids in the front matter with their places, which are looked up only where one is unknown. */
function disabledHere(
  article: CheckedArticle,
  known: ReadonlySet<string>,
): readonly { readonly rule: string; readonly range: TextRange }[] {
  if ([...article.disabledRules].every((rule) => known.has(rule))) return [];
  const field = article.fields.get(suppressionField);
  if (field === undefined) return [];
  const places = field.items.length > 0 ? field.items : [field];
  return places.flatMap(({ inner }) =>
    [...article.text.slice(inner.start, inner.end).matchAll(/[^\s,[\]"']+/g)].map(({ index, 0: rule }) => {
      const start = inner.start + index;
      return { rule, range: { start, end: start + rule.length } };
    }),
  );
}
