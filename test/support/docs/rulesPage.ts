import type { AnyRule } from '../../../src/core/problems/rule';
import { ruleAnchor } from '../../../src/core/problems/ruleAnchor';

const groups: Readonly<Record<string, string>> = {
  'front-matter': 'Front matter',
  metadata: 'Metadata',
  image: 'Images',
  body: 'Body',
  suppression: 'Rules that are switched off',
};

/** The page that the problems link to, in Markdown. */
export function rulesPage(rules: readonly AnyRule[]): string {
  const names = [...new Set(rules.map(groupOf))];
  const parts = names.map((name) => {
    const own = rules.filter((rule) => groupOf(rule) === name);
    return `## ${groups[name] ?? name}\n\n${own.map(section).join('\n')}`;
  });
  return `${introduction(rules)}\n${parts.join('\n')}`;
}

function introduction(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    ({ id, level, summary, fixes }) =>
      `| [${id}](#${ruleAnchor(id)}) | ${level} | ${fixes === undefined ? '' : 'yes'} | ${shortOf(summary)} |`,
  );
  return `<!-- Made from the rules by \`npm run docs\`: change those. -->

# The problems that Marginalia finds

| rule | severity | fix | |
| --- | --- | --- | --- |
${rows.join('\n')}

## Severity and exceptions

Each rule can be \`off\`, a \`hint\`, \`information\`, a \`warning\` or an \`error\`. Hints are advice: they are marked in the
editor, but no counter counts them. What an archive wants is said in its \`.marginalia/config.json\`; of several overrides
that fit an article the last counts.

\`\`\`json
{
  "problems": {
    "rules": { "image/insecure": "off" },
    "overrides": [
      { "paths": ["drafts/**"], "rules": { "metadata/required": "hint" } },
      { "sources": ["Harbour Ledger"], "rules": { "metadata/date": "error" } }
    ],
    "ignore": [{ "rule": "image/not-found", "paths": ["2014/**"], "reason": "The pictures are lost." }]
  }
}
\`\`\`

One place is left alone with a comment on the line above it: in the body
\`<!-- marginalia-disable-next-line image/insecure -->\`, in YAML or TOML \`# marginalia-disable-next-line metadata/date\`. Several
rules are parted by spaces or commas. A whole article names its exceptions in its front matter:
\`marginalia-disable: [image/insecure]\`. The light bulb at each problem offers both.

Fixes that may be wrong say so and are never part of **Fix all safe problems**, of \`source.fixAll.marginalia\` on save or of
\`marginalia check --fix\`.
`;
}

function section({ id, level, summary, documentation }: AnyRule): string {
  return `<a id="${ruleAnchor(id)}"></a>\n\n### ${id}\n\n**${shortOf(summary)}.** Severity: ${level}.\n\n${documentation.trim()}\n`;
}

/** Without a full stop; the bar would end a cell of the table. */
function shortOf(summary: string): string {
  return summary.replace(/\.$/, '').replaceAll('|', '\\|');
}

function groupOf({ id }: AnyRule): string {
  return id.slice(0, id.indexOf('/'));
}
