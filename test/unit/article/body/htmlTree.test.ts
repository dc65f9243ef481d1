import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { type AnyNode, hasChildren, isTag, isText } from 'domhandler';
import { bodyTag, htmlTree } from '../../../../src/core/article/body/htmlTree';
import { Seeded } from '../../../support/seeded';

const names = (
  'b i a p div table tr td tbody caption svg math mi select option form template ul li h1 br font nobr button style title ' +
  'foreignObject body html head frameset'
).split(' ');
const documents = 400;

/** All that can be seen of a tree. */
function shown(nodes: readonly AnyNode[]): string {
  return nodes
    .map((node) => {
      const { startOffset, endOffset } = node.sourceCodeLocation ?? {};
      const own = isTag(node) ? JSON.stringify([node.name, node.attribs]) : isText(node) ? `"${node.data}"` : node.type;
      return `${own}@${startOffset}-${endOffset}${hasChildren(node) ? `[${shown(node.children)}]` : ''}`;
    })
    .join(' ');
}

function areLinked(nodes: readonly AnyNode[], parent: unknown): boolean {
  return nodes.every(
    (node, index) =>
      node.parent === parent &&
      node.prev === (nodes[index - 1] ?? null) &&
      node.next === (nodes[index + 1] ?? null) &&
      (!hasChildren(node) || areLinked(node.children, node)),
  );
}

describe('the tree of HTML', () => {
  it('is the one that the parser makes by itself, however wrongly tags are nested', () => {
    const seeded = new Seeded(11);
    for (let index = 0; index < documents; index++) {
      const html = Array.from({ length: 1 + seeded.below(25) }, () => {
        const name = seeded.of(names);
        return seeded.of([`<${name}>`, `<${name} id="x">`, `</${name}>`, `</${name}>`, 'x', ' ', '<!--c-->']);
      }).join('');
      const tree = htmlTree(html);
      assert.ok(tree, html);
      const usual = load(bodyTag + html, { sourceCodeLocationInfo: true }, true).root()[0];
      assert.equal(shown(tree), shown(usual?.children ?? []), html);
      assert.ok(areLinked(tree, tree[0]?.parent), html);
    }
  });
});
