import { load } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { ParsingTooLong, TreeBuilder } from './treeBuilder';

/** What is put before HTML of which a tree is made, so that none of it goes anywhere else. */
export const bodyTag = '<body>';

/**
 * What a browser makes of the HTML of a body; offsets in it count `bodyTag` too. `undefined` where the HTML is made so that
 * this takes too long. As a whole document: the parser takes a fragment's nodes out one by one once it has them.
 */
export function htmlTree(html: string): readonly AnyNode[] | undefined {
  const { adapter } = new TreeBuilder(html.length);
  try {
    const tree = load(bodyTag + html, { sourceCodeLocationInfo: true, treeAdapter: adapter }, true);
    return tree.root()[0]?.children ?? [];
  } catch (error) {
    if (error instanceof ParsingTooLong) return undefined;
    throw error;
  }
}
