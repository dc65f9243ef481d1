import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { isHandler, isRunType } from '../article/body/activeContent';
import { linkEndingTags, partingTags } from '../article/body/htmlTags';
import { bodyTag } from '../article/body/htmlTree';
import { SeenText } from '../article/body/seenText';
import type { TextRange } from '../text/textRange';
import { droppedTags, emptyTags, keptAttributes, keptTags, placedTags } from './bodyTags';
import { escapeHtml } from './escapeHtml';
import { ImageList } from './imageList';
import { readLinkTarget } from './linkTarget';
import type { PreparationOptions } from './preparationOptions';
import type { BlockedKind, BlockedPart, LinkTarget } from './preparedArticle';
import type { SourcePlaces } from './sourcePlaces';
import { TextMeasure } from './textMeasure';

const deepest = 100;
const mostElements = 150_000;
const longestStyle = 2000;
const longestAttribute = 2000;
const longestDetail = 200;
const embeds: ReadonlySet<BlockedKind> = new Set(['frame', 'plugin', 'media']);

/** What a tree was made of. */
export interface MarkedHtml {
  readonly places: SourcePlaces;
  /** Where an image starts that is meant but written wrongly. */
  readonly broken: ReadonlySet<number>;
}

/** Writes a body's tree as harmless HTML that knows its places, and keeps what is to be told of it. */
export class BodyWriter {
  readonly blocked: BlockedPart[] = [];
  readonly links: LinkTarget[] = [];
  readonly seen = new SeenText();
  readonly measure = new TextMeasure();
  isCut = false;

  readonly #options: PreparationOptions;
  readonly #places: SourcePlaces;
  readonly #broken: ReadonlySet<number>;
  readonly #images: ImageList;
  readonly #parts: string[] = [];
  #elements = 0;
  #depth = 0;
  /** The first address of the sources of the `picture` that is open. */
  #spare: string | undefined;

  constructor({ places, broken }: MarkedHtml, images: ImageList, options: PreparationOptions) {
    this.#places = places;
    this.#broken = broken;
    this.#images = images;
    this.#options = options;
  }

  get html(): string {
    return this.#parts.join('');
  }

  write(nodes: readonly AnyNode[]): void {
    const steps: (AnyNode | (() => void))[] = [...nodes].reverse();
    for (let step = steps.pop(); step; step = steps.pop()) {
      if (typeof step === 'function') {
        step();
      } else if (isText(step)) {
        this.#text(step.data);
      } else if (isTag(step)) {
        const after = this.#open(step);
        if (after === undefined) continue;
        steps.push(after);
        for (let index = step.children.length - 1; index >= 0; index--) {
          const child = step.children[index];
          if (child) steps.push(child);
        }
      }
    }
    this.seen.end();
  }

  #text(data: string): void {
    this.seen.add(data);
    this.measure.add(data);
    this.#parts.push(escapeHtml(data));
  }

  /** What to do once the children are written; `undefined` where they are not to be. */
  #open(element: Element): (() => void) | undefined {
    if (this.#elements++ > mostElements) {
      this.isCut = true;
      return undefined;
    }
    const { name } = element;
    this.#tellHandlers(element);
    if (partingTags.has(name)) this.seen.part();
    if (linkEndingTags.has(name)) this.seen.closeLink();
    if (droppedTags.has(name)) {
      this.#drop(element);
      return undefined;
    }
    if (name === 'img' || name === 'image' || name === 'amp-img') {
      this.#image(element);
      return undefined;
    }
    if (name === 'form') this.#tell('form', element, element.attribs.action ?? name);
    if (name === 'picture') return this.#picture(element);
    return keptTags.has(name) && this.#depth < deepest ? this.#kept(element) : () => this.#endOfWord(name);
  }

  #kept(element: Element): () => void {
    const { name } = element;
    const isLink = name === 'a';
    const link = isLink ? this.#link(element) : '';
    this.#parts.push(`<${name}${this.#attributes(element)}${link}>`);
    if (emptyTags.has(name)) return () => undefined;
    const isHeading = name === 'h1' || name === 'h2';
    if (isHeading) this.seen.openHeading(this.#rangeOf(element)?.start ?? 0);
    this.#depth++;
    return () => {
      this.#depth--;
      if (isHeading) this.seen.closeHeading();
      if (isLink) this.seen.closeLink();
      this.#endOfWord(name);
      this.#parts.push(`</${name}>`);
    };
  }

  #endOfWord(name: string): void {
    if (partingTags.has(name)) this.seen.part();
  }

  #attributes(element: Element): string {
    const { name, attribs } = element;
    let written = '';
    for (const attribute of keptAttributes(name)) {
      const value = attribs[attribute];
      if (value !== undefined) written += ` ${attribute}="${escapeHtml(value.slice(0, longestAttribute))}"`;
    }
    const { style } = attribs;
    if (style !== undefined && style !== '' && style.length <= longestStyle) {
      written += ` data-mg-css="${escapeHtml(style)}"`;
    }
    return placedTags.has(name) ? written + this.#placeMarks(this.#rangeOf(element)) : written;
  }

  #placeMarks(range: TextRange | undefined): string {
    return range === undefined ? '' : ` data-mg-start="${range.start}" data-mg-end="${range.end}"`;
  }

  #link(element: Element): string {
    const { href } = element.attribs;
    if (href === undefined) return '';
    const target = readLinkTarget(href, this.#options);
    if (target === undefined) return '';
    if (target.kind === 'unsafe') {
      this.#tell('link', element, href.trim());
      return '';
    }
    if (target.kind === 'fragment') return ` href="#${escapeHtml(target.fragment)}"`;
    this.seen.openLink({
      url: href.trim(),
      range: { start: 0, end: 0 },
      element: { start: 0, end: 0 },
    });
    this.links.push(target);
    const address = target.kind === 'web' ? escapeHtml(target.url) : '#';
    return ` href="${address}" data-mg-link="${this.links.length - 1}"`;
  }

  #picture(element: Element): () => void {
    const outer = this.#spare;
    const source = element.children.find((child) => isTag(child) && child.name === 'source');
    const set = source && isTag(source) ? (source.attribs.srcset ?? source.attribs['data-srcset']) : undefined;
    this.#spare = set === undefined ? undefined : ImageList.ofSrcset(set);
    return () => {
      this.#spare = outer;
    };
  }

  #image(element: Element): void {
    const range = this.#rangeOf(element) ?? { start: 0, end: 0 };
    const attribs =
      element.name === 'image' ? { src: element.attribs.href ?? '', ...element.attribs } : element.attribs;
    const image = this.#broken.has((element.sourceCodeLocation?.startOffset ?? 0) - bodyTag.length)
      ? this.#images.add({ kind: 'none', reason: 'malformed' }, attribs.alt ?? '', range)
      : this.#images.addElement(attribs, this.#spare, range);
    if (image === undefined) return;
    const size = image.width === undefined ? '' : ` width="${image.width}" height="${image.height}"`;
    const alt = ` alt="${escapeHtml(image.alt)}"`;
    this.#parts.push(`<img data-mg-image="${image.id}"${alt}${size}${this.#placeMarks(range)}>`);
  }

  #drop(element: Element): void {
    const { name, attribs } = element;
    const kind = this.#droppedKind(element);
    if (kind === undefined) return;
    const address = attribs.src ?? attribs.data ?? attribs.href ?? this.#sourceIn(element) ?? '';
    this.#tell(kind, element, address.trim() || name);
    if (!embeds.has(kind)) return;
    const target = readLinkTarget(address, this.#options);
    const outside = target?.kind === 'web' && /^https?:/.test(target.url) ? target.url : undefined;
    const opens = outside === undefined ? '' : ` data-mg-address="${escapeHtml(outside)}"`;
    this.#parts.push(`<span data-mg-embed="${kind}"${opens}${this.#placeMarks(this.#rangeOf(element))}></span>`);
  }

  #droppedKind({ name, attribs }: Element): BlockedKind | undefined {
    if (name === 'script') return isRunType(attribs.type) ? 'script' : undefined;
    if (name === 'meta') return /refresh/i.test(attribs['http-equiv'] ?? '') ? 'refresh' : undefined;
    if (name === 'link') return /stylesheet|import|preload|prefetch/i.test(attribs.rel ?? '') ? 'style' : undefined;
    return droppedTags.get(name);
  }

  #sourceIn(element: Element): string | undefined {
    const source = element.children.find((child) => isTag(child) && child.name === 'source');
    return source && isTag(source) ? source.attribs.src : undefined;
  }

  #tellHandlers(element: Element): void {
    for (const attribute in element.attribs) {
      if (attribute.startsWith('on') && isHandler(attribute)) this.#tell('handler', element, attribute);
    }
  }

  #tell(kind: BlockedKind, element: Element, detail: string): void {
    const range = this.#rangeOf(element) ?? { start: 0, end: 0 };
    this.blocked.push({ kind, detail: detail.slice(0, longestDetail), ...range });
  }

  #rangeOf({ sourceCodeLocation }: Element): TextRange | undefined {
    const start = (sourceCodeLocation?.startOffset ?? 0) - bodyTag.length;
    return sourceCodeLocation && start >= 0
      ? this.#places.rangeOf(start, sourceCodeLocation.endOffset - bodyTag.length)
      : undefined;
  }
}
