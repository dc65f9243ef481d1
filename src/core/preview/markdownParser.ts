import newMarkdownIt, { type MarkdownIt, type StateInline } from 'markdown-it';

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** Where an inline token stands in the content of its block. */
export interface InlinePlace {
  readonly start: number;
  readonly end: number;
}

// Every part is bounded and cannot start with what the part before may end with: there is no way to go back far.
const broken =
  /!\[([^[\]\n]{0,500})\]\([ \t]{0,9}((?:https?:)?\/\/[^\s()<>]{1,2000}(?:\s{1,9}[^\s()<>"'][^\s()<>]{0,2000}){1,5})\s{0,9}\)/y;

const places = new WeakMap<object, InlinePlace>();

/** The place of an image or a tag; `undefined` for other tokens. */
export function placeOfInline(token: object): InlinePlace | undefined {
  return places.get(token);
}

/** A parser of Markdown as static sites read it, that knows where images and tags are written. */
export function markdownParser(): MarkdownIt {
  const parser = new newMarkdownIt({ html: true });
  // Addresses are judged later, and for what is written.
  parser.validateLink = () => true;
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (text) => text;
  for (const name of ['image', 'html_inline']) keepPlaces(parser, name);
  parser.inline.ruler.after('image', 'broken_image', brokenImage);
  return parser;
}

function keepPlaces(parser: MarkdownIt, name: string): void {
  const rule = parser.inline.ruler.__rules__.find((one) => one.name === name)?.fn;
  if (rule === undefined) throw new Error(`markdown-it has no rule ${name} any more.`);
  const placed: InlineRule = (state, silent) => {
    const start = state.pos;
    const before = state.tokens.length;
    if (!rule(state, silent)) return false;
    const token = state.tokens.at(-1);
    if (!silent && token !== undefined && state.tokens.length > before) places.set(token, { start, end: state.pos });
    return true;
  };
  parser.inline.ruler.at(name, placed);
}

/** An image whose address goes on after white space: none by the rules, yet plainly meant as one. */
const brokenImage: InlineRule = (state, silent) => {
  broken.lastIndex = state.pos;
  const match = broken.exec(state.src);
  if (match === null || match.index + match[0].length > state.posMax) return false;
  if (!silent) {
    const token = state.push('broken_image', 'img', 0);
    token.content = match[1] ?? '';
    places.set(token, { start: state.pos, end: state.pos + match[0].length });
  }
  state.pos += match[0].length;
  return true;
};
