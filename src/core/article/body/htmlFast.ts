import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { TextRange } from '../../text/textRange';
import { ActiveContents, activeTags, isHandler, isRunType } from './activeContent';
import { attributeUrl } from './attributeText';
import { type AttributeRange, imagesOf, linkOf, type StartTag, writtenValue } from './elementReferences';
import { hiddenTags, linkEndingTags, partingTags, referringAttributes, referringTags } from './htmlTags';
import type { ImageReference } from './imageReference';
import { SeenText } from './seenText';
import { TextStatistics } from './textStatistics';
import { TreeCost } from './treeCost';

/** Tags whose attributes are looked at. */
const readTags: ReadonlySet<string> = new Set([...referringTags, ...activeTags.keys()]);

/** What the tokenizer says of an attribute that is only a name. */
const withoutValue = 0;

/**
 * Reads HTML token by token, without building a tree: for every article of an archive. May be given several pieces
 * of one document in their order, with text between them, as Markdown holds it.
 */
export class HtmlFast {
  readonly seen: SeenText;
  readonly images: ImageReference[] = [];
  readonly cost = new TreeCost();
  readonly active = new ActiveContents();
  /** Elements that show an image; of one `picture` only its `img` counts. */
  pictures = 0;

  #hiddenIn = '';
  #hiddenDepth = 0;
  #foreignDepth = 0;

  /** From `enoughCharacters` on, text is no longer counted. */
  constructor(enoughCharacters?: number) {
    this.seen = new SeenText(new TextStatistics(enoughCharacters));
  }

  /** Whether what follows is inside something like `script` or `template`. */
  get hidden(): boolean {
    return this.#hiddenIn !== '';
  }

  /** Text between pieces of HTML, already decoded. */
  addText(text: string, start = 0, end = text.length): void {
    if (!this.hidden) this.seen.add(text, start, end);
  }

  read(text: string, start: number, end: number): void {
    const piece = withoutCdata(text.slice(start, end));
    const tokenizer = new Tokenizer({}, this.#tokens(text, start, piece));
    tokenizer.write(piece);
    tokenizer.end();
  }

  #tokens(text: string, base: number, piece: string): TokenizerCallbacks {
    let name = '';
    let tagStart = 0;
    let attributes: AttributeRange[] | undefined;
    let attributeName = '';
    let attributeNameStart = 0;
    let attributeNameEnd = 0;
    let mayHandle = false;
    const nothing = (): undefined => undefined;
    const endTag = (lastIndex: number, selfClosing: boolean): void => {
      const range = { start: base + tagStart, end: base + lastIndex + 1 };
      this.#open({ name, range, attributes: attributes ?? [] }, text, selfClosing);
      attributes = undefined;
    };
    return {
      ontext: (start, end) => {
        if (!this.hidden) this.seen.add(piece, start, end);
      },
      ontextentity: (codePoint) => {
        if (!this.hidden) this.seen.addCodePoint(codePoint);
      },
      onopentagname: (start, end) => {
        name = piece.slice(start, end).toLowerCase();
        tagStart = start - 1;
        attributes = !this.hidden && readTags.has(name) ? [] : undefined;
        this.cost.open(name);
      },
      onattribname: (start, end) => {
        this.cost.attribute();
        mayHandle = startsWithOn(piece, start) && !this.hidden;
        attributeNameStart = start;
        if (!attributes && !mayHandle) return;
        attributeName = piece.slice(start, end).toLowerCase();
        attributeNameEnd = end;
      },
      onattribend: (quote, end) => {
        if (mayHandle && quote !== withoutValue && isHandler(attributeName)) {
          const range = { start: base + attributeNameStart, end: base + end };
          this.active.add({ kind: 'handler', name: attributeName, range });
        }
        if (!attributes || !referringAttributes.has(attributeName)) return;
        if (attributes.some((known) => known.name === attributeName)) return;
        const range = valueRange(piece, attributeNameEnd, quote, end);
        attributes.push({ name: attributeName, start: base + range.start, end: base + range.end });
      },
      onopentagend: (index) => endTag(index, false),
      onselfclosingtag: (index) => endTag(index, true),
      onclosetag: (start, end) => {
        const closed = piece.slice(start, end).toLowerCase();
        const bracket = piece.indexOf('>', end);
        this.#close(closed, { start: base + start - 2, end: base + (bracket < 0 ? piece.length : bracket + 1) });
      },
      onattribdata: nothing,
      onattribentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    };
  }

  #open(tag: StartTag, text: string, selfClosing: boolean): void {
    const { name } = tag;
    if (this.hidden) {
      if (name === 'template' && this.#hiddenIn === 'template') this.#hiddenDepth++;
      return;
    }
    if (partingTags.has(name)) this.seen.part();
    if (linkEndingTags.has(name)) this.seen.closeLink();
    if (activeTags.has(name)) this.#act(tag, text);
    if (hiddenTags.has(name)) {
      // Outside of SVG a browser does not heed the slash of `<script/>`.
      if (selfClosing && this.#foreignDepth > 0) return;
      this.#hiddenIn = name;
      this.#hiddenDepth = 1;
    } else if (name === 'svg' || name === 'math') {
      if (!selfClosing) this.#foreignDepth++;
    } else if (name === 'h1' || name === 'h2') {
      this.seen.openHeading(tag.range.start);
    } else if (referringTags.has(name)) {
      this.#refer(tag, text);
    }
  }

  #refer(tag: StartTag, text: string): void {
    const images = imagesOf(text, tag);
    for (const image of images) this.images.push(image);
    if (images.length > 0 && tag.name !== 'source') this.pictures++;
    if (tag.name !== 'a') return;
    this.seen.closeLink();
    const link = linkOf(text, tag);
    if (link) this.seen.openLink(link);
  }

  #act(tag: StartTag, text: string): void {
    const { name, range } = tag;
    const kind = activeTags.get(name);
    if (kind === undefined) return;
    if (kind === 'script' && !isRunType(writtenValue(text, tag, 'type'))) return;
    if (kind === 'refresh' && writtenValue(text, tag, 'http-equiv')?.trim().toLowerCase() !== 'refresh') return;
    const src = tag.attributes.find((attribute) => attribute.name === 'src');
    this.active.add({ kind, name, range, ...(src === undefined ? {} : { address: attributeUrl(text, src) }) });
  }

  #close(name: string, range: TextRange): void {
    this.cost.close(name);
    if (this.hidden) {
      if (name !== this.#hiddenIn || --this.#hiddenDepth > 0) return;
      this.#hiddenIn = '';
      if (activeTags.has(name)) this.active.close(name, range);
      return;
    }
    if (activeTags.has(name)) this.active.close(name, range);
    if (name === 'a' || linkEndingTags.has(name)) this.seen.closeLink();
    if (partingTags.has(name)) this.seen.part();
    if (name === 'h1' || name === 'h2') this.seen.closeHeading(range.end);
    if ((name === 'svg' || name === 'math') && this.#foreignDepth > 0) this.#foreignDepth--;
  }
}

/** Where a value is written: between its quotes where it has some. */
function valueRange(piece: string, nameEnd: number, quote: number, end: number): { start: number; end: number } {
  const unquoted = 1;
  if (quote === withoutValue) return { start: nameEnd, end: nameEnd };
  let start = nameEnd;
  while (isSpace(piece, start)) start++;
  start++;
  while (isSpace(piece, start)) start++;
  return quote === unquoted ? { start, end } : { start: start + 1, end: end - 1 };
}

function startsWithOn(text: string, at: number): boolean {
  return (text.charCodeAt(at) | 0x20) === 0x6f && (text.charCodeAt(at + 1) | 0x20) === 0x6e;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
}

/** CDATA means nothing in HTML: a browser takes it for a comment that ends at the first `>`. */
function withoutCdata(piece: string): string {
  return piece.includes('<![CDATA[') ? piece.replaceAll('<![CDATA[', '<!?CDATA[') : piece;
}
