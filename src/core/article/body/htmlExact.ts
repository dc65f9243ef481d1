import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { type AttributeRange, imagesOf, linkOf, type StartTag } from './elementReferences';
import { hiddenTags, referringAttributes, referringTags } from './htmlTags';
import { bodyTag, htmlTree } from './htmlTree';
import type { ImageReference, LinkReference } from './imageReference';
import { SeenText } from './seenText';

/** What the tree of a document says about its images and links. */
export interface HtmlReferences {
  readonly images: readonly ImageReference[];
  readonly links: readonly LinkReference[];
}

/**
 * Reads HTML the way a browser does, through a whole tree: for the one open document. Do not use it where `TreeCost`
 * warns; `undefined` where only the tree itself shows that it takes too long.
 */
export function htmlExact(text: string, start: number): HtmlReferences | undefined {
  const tree = htmlTree(text.slice(start));
  if (tree === undefined) return undefined;
  const base = start - bodyTag.length;
  const images: ImageReference[] = [];
  // A browser repeats a link that is nested wrongly; all its copies come from one tag.
  const links = new Map<number, { readonly link: LinkReference; readonly text: SeenText }>();
  walk(tree, {
    element: (element) => {
      const tag = startTag(text, base, element);
      if (!tag) return;
      for (const image of imagesOf(text, tag)) images.push(image);
      const link = linkOf(text, tag);
      if (link && !links.has(tag.range.start)) {
        const seen = new SeenText();
        seen.openLink(link);
        links.set(tag.range.start, { link, text: seen });
      }
    },
    text: (data, inside) => {
      const from = inside?.sourceCodeLocation?.startOffset;
      if (from !== undefined) links.get(base + from)?.text.add(data);
    },
  });
  return {
    images: inOrder(images).filter((image, index, all) => {
      const before = all[index - 1];
      return image.range.start !== before?.range.start || image.attribute !== before.attribute;
    }),
    links: inOrder(
      [...links.values()].flatMap(({ text: seen }) => {
        seen.end();
        return seen.links;
      }),
    ),
  };
}

interface Visitor {
  readonly element: (element: Element) => void;
  /** `link`: the innermost link around the text. */
  readonly text: (data: string, link: Element | undefined) => void;
}

interface Step {
  readonly node: AnyNode;
  readonly link: Element | undefined;
}

function walk(nodes: readonly AnyNode[], visitor: Visitor): void {
  const steps: Step[] = [];
  const push = (children: readonly AnyNode[], link: Element | undefined): void => {
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index];
      if (node) steps.push({ node, link });
    }
  };
  push(nodes, undefined);
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, link } = step;
    if (isText(node)) visitor.text(node.data, link);
    if (!isTag(node) || hiddenTags.has(node.name)) continue;
    if (referringTags.has(node.name)) visitor.element(node);
    push(node.children, node.name === 'a' ? node : link);
  }
}

/** The parser also tells where attributes are; the types of the tree do not. */
type TagLocation = NonNullable<Element['sourceCodeLocation']> & {
  readonly attrs?: Readonly<Record<string, { readonly startOffset: number }>>;
};

function startTag(text: string, base: number, element: Element): StartTag | undefined {
  const location: TagLocation | null | undefined = element.sourceCodeLocation;
  const tag = location?.startTag;
  if (!location || !tag) return undefined;
  const range = { start: base + tag.startOffset, end: base + tag.endOffset };
  // A tree calls `<image>` outside of SVG `img`.
  const name =
    element.name === 'img' && /^image[\s/>]/i.test(text.slice(range.start + 1, range.start + 7))
      ? 'image'
      : element.name;
  const attributes = Object.entries(location.attrs ?? {})
    .filter(([attribute]) => referringAttributes.has(attribute))
    // The parser is right about where an attribute starts, but not about its end where two touch.
    .map(([attribute, { startOffset }]) => attributeRange(text, attribute, base + startOffset));
  return { name, range, attributes: attributes.sort((one, other) => one.start - other.start) };
}

const valueAhead = /\s*=\s*(?:"([^"]*)|'([^']*)|([^\s>]*))/dy;

/** The range of the value in what is written as `name = "value"`. */
function attributeRange(text: string, name: string, start: number): AttributeRange {
  const nameEnd = start + name.length;
  valueAhead.lastIndex = nameEnd;
  const found = valueAhead.exec(text)?.indices;
  const [valueStart, valueEnd] = found?.[1] ?? found?.[2] ?? found?.[3] ?? [nameEnd, nameEnd];
  return { name, start: valueStart, end: valueEnd };
}

function inOrder<T extends ImageReference | LinkReference>(references: readonly T[]): readonly T[] {
  return references.toSorted(
    (one, other) => one.element.start - other.element.start || one.range.start - other.range.start,
  );
}
