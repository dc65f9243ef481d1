import type { Nodes, Root } from 'mdast';
import { type CompileContext, type Extension, fromMarkdown, type Token } from 'mdast-util-from-markdown';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { TextRange } from '../../text/textRange';
import { markdownTables } from './markdownTables';

/** A Markdown document as a tree whose nodes know where they are, and where the address in them is written. */
export interface MarkdownTree {
  readonly root: Root;
  /** Absent where the address is empty. Counted from the start of the Markdown. */
  readonly addressOf: (node: Nodes) => TextRange | undefined;
}

export function markdownTree(markdown: string): MarkdownTree {
  const addresses = new Map<unknown, TextRange>();
  const keep = (inset: number) =>
    function (this: CompileContext, token: Token): undefined {
      const range = { start: token.start.offset + inset, end: token.end.offset - inset };
      addresses.set(this.stack.at(-1), range);
    };
  const tables = markdownTables(markdown);
  const strikes = markdown.includes('~~');
  const root = fromMarkdown(markdown, {
    extensions: [...(tables ? [tables.syntax] : []), ...(strikes ? [gfmStrikethrough({ singleTilde: false })] : [])],
    mdastExtensions: [
      ...(tables ? [tables.nodes] : []),
      ...(strikes ? [strikethroughNodes] : []),
      {
        exit: {
          resourceDestinationLiteral: keep(1),
          resourceDestinationRaw: keep(0),
          definitionDestinationLiteral: keep(1),
          definitionDestinationRaw: keep(0),
        },
      },
    ],
  });
  return { root, addressOf: (node) => addresses.get(node) };
}

const strikethroughNodes: Extension = {
  enter: {
    strikethrough(token) {
      this.enter({ type: 'delete', children: [] }, token);
    },
  },
  exit: {
    strikethrough(token) {
      this.exit(token);
    },
  },
};
