import type { Fix } from '../../../text/fix';
import type { CheckedArticle } from '../../checkedArticle';
import type { Finding } from '../../problem';
import { defineRule } from '../../rule';
import { jsonSlips } from './jsonSlips';
import { lostTextSlips } from './lostText';
import { movedSlip, type Slip } from './slip';
import { tomlSlips } from './tomlSlips';
import { yamlSlips } from './yamlSlips';

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
    for (const { range, message, fixes } of slipsOf(article)) {
      yield { range, message, data: fixes } satisfies Finding<readonly Fix[]>;
    }
  },
  fixes: ({ data }) => data,
});

function slipsOf(article: CheckedArticle): readonly Slip[] {
  const { block, text } = article;
  if (block.kind === 'none') return [];
  const { fault } = article.frontMatter;
  if (fault !== undefined && fault !== 'syntax' && fault !== 'unclosed') return [];
  const content = text.slice(block.content.start, block.content.end);
  const slips = fault === undefined ? [] : faultsOf(content, block.language, block.closed);
  const lost =
    block.language === 'yaml' ? lostTextSlips(content).filter((slip) => !sharesLine(content, slip, slips)) : [];
  return [...slips, ...lost].map((slip) => movedSlip(slip, block.content.start));
}

/** Whether a line is told to be broken already. */
function sharesLine(content: string, { range }: Slip, slips: readonly Slip[]): boolean {
  const start = content.lastIndexOf('\n', range.start) + 1;
  return slips.some((slip) => slip.range.start < range.end && slip.range.end > start);
}

function faultsOf(content: string, language: string, closed: boolean): readonly Slip[] {
  switch (language) {
    case 'yaml':
      return yamlSlips(content);
    case 'toml':
      return tomlSlips(content);
    default:
      return jsonSlips(content, closed);
  }
}
