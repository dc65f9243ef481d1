import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Finding tables takes time that grows with the square of their cells: tenths of a second for so many. */
const mostPipes = 2000;

export interface MarkdownTables {
  readonly syntax: ReturnType<typeof gfmTable>;
  readonly nodes: Extension;
}

/**
 * What finds tables, and makes nodes of them: rows, and in them as many cells as their table has columns. Undefined for
 * Markdown in which there is none, or more than anybody would wait for.
 */
export function markdownTables(markdown: string): MarkdownTables | undefined {
  let pipes = 0;
  for (let at = markdown.indexOf('|'); at >= 0 && pipes <= mostPipes; at = markdown.indexOf('|', at + 1)) pipes++;
  return pipes === 0 || pipes > mostPipes ? undefined : { syntax: gfmTable(), nodes: tableNodes() };
}

function tableNodes(): Extension {
  let columns: number | undefined;
  function enterCell(this: CompileContext, token: Token): undefined {
    this.enter({ type: 'tableCell', children: [] }, token);
  }
  function exit(this: CompileContext, token: Token): undefined {
    this.exit(token);
  }
  return {
    enter: {
      table(token) {
        columns = token._align?.length ?? 0;
        const align = token._align?.map((side) => (side === 'none' ? null : side)) ?? [];
        this.enter({ type: 'table', align, children: [] }, token);
      },
      tableRow(token) {
        this.enter({ type: 'tableRow', children: [] }, token);
      },
      tableHeader: enterCell,
      tableData: enterCell,
    },
    exit: {
      table(token) {
        columns = undefined;
        this.exit(token);
      },
      tableRow(token) {
        const row = this.stack.at(-1);
        // Nobody sees what stands right of the last column.
        if (row?.type === 'tableRow') row.children.length = Math.min(row.children.length, columns ?? 0);
        this.exit(token);
      },
      tableHeader: exit,
      tableData: exit,
      codeText(token) {
        const value = this.resume();
        const code = this.stack.at(-1);
        // A pipe in code has to be escaped where it would part two cells.
        if (code?.type === 'inlineCode') code.value = columns === undefined ? value : value.replaceAll('\\|', '|');
        this.exit(token);
      },
    },
  };
}
