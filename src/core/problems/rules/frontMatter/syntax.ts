import type { Fix } from '../../../text/fix';
import type { CheckedArticle } from '../../checkedArticle';
import type { Finding } from '../../problem';
import { defineRule } from '../../rule';
import { jsonSyntaxFaults } from './jsonSyntaxFaults';
import { lostTextFaults } from './lostText';
import { movedFault, type SyntaxFault } from './syntaxFault';
import { tomlSyntaxFaults } from './tomlSyntaxFaults';
import { yamlSyntaxFaults } from './yamlSyntaxFaults';

/** Front matter that its language does not allow, or that it reads as something else than a person does. */
export const syntax = defineRule<readonly Fix[]>({
  id: 'front-matter/syntax',
  name: 'Malformed front matter',
  level: 'error',
  summary: 'Front matter that cannot be read',
  documentation: `Front matter is YAML, JSON or TOML, and each has characters with a meaning of their own. Where a title holds
one of them, the whole front matter becomes unreadable: other programs then show the article without title and date, or not at all.
Marginalia reads what it can, and marks each fault where it is.

\`\`\`yaml
title: 'It's here'        # title: 'It''s here'
title: @reader wrote      # title: '@reader wrote'
title: Ferry: it is back  # title: 'Ferry: it is back'
title: "a\\文"             # title: "a\\\\文"
tags: [a,, b]             # tags: [a, b]
\`\`\`

A text of which a part would be read as a comment (\`title: Gate #4\`) is marked too. Fixes change quotes, commas, spaces
and line breaks only. A fix that could be meant otherwise is marked as a guess.`,
  *check(article) {
    for (const { range, message, fixes } of articleFaults(article)) {
      yield { range, message, data: fixes } satisfies Finding<readonly Fix[]>;
    }
  },
  fixes: ({ data }) => data,
});

function articleFaults(article: CheckedArticle): readonly SyntaxFault[] {
  const { block, text } = article;
  if (block.kind === 'none') return [];
  const { fault } = article.frontMatter;
  if (fault !== undefined && fault !== 'syntax' && fault !== 'unclosed') return [];
  const content = text.slice(block.content.start, block.content.end);
  const faults = fault === undefined ? [] : faultsOf(content, block.language, block.closed);
  const lost =
    block.language === 'yaml' ? lostTextFaults(content).filter((fault) => !sharesLine(content, fault, faults)) : [];
  return [...faults, ...lost].map((fault) => movedFault(fault, block.content.start));
}

/** Whether a line is told to be broken already. */
function sharesLine(content: string, { range }: SyntaxFault, faults: readonly SyntaxFault[]): boolean {
  const start = content.lastIndexOf('\n', range.start) + 1;
  return faults.some((fault) => fault.range.start < range.end && fault.range.end > start);
}

function faultsOf(content: string, language: string, closed: boolean): readonly SyntaxFault[] {
  switch (language) {
    case 'yaml':
      return yamlSyntaxFaults(content);
    case 'toml':
      return tomlSyntaxFaults(content);
    default:
      return jsonSyntaxFaults(content, closed);
  }
}
