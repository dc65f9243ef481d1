import type { BlockedKind } from './preparedArticle';

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Tags that are written as they are. Any other is left out and what it holds stays. */
export const keptTags = names(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir ' +
    'div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark menu nav ol p pre q ' +
    'rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr',
);

/** Kept tags that never have an end. */
export const emptyTags = names('br col hr wbr');

/** Tags that tell their place in the document, for scrolling and for going to it. */
export const placedTags = names(
  'article aside blockquote br caption center dd details dir div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ' +
    'li main ol p pre section summary table td th tr ul',
);

/** Tags that are left out with all they hold, and what is told of that. */
export const droppedTags: ReadonlyMap<string, BlockedKind | undefined> = new Map([
  ['script', 'script'],
  ['style', 'style'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['frameset', 'frame'],
  ['portal', 'frame'],
  ['fencedframe', 'frame'],
  ['object', 'plugin'],
  ['embed', 'plugin'],
  ['applet', 'plugin'],
  ['svg', 'graphic'],
  ['math', 'graphic'],
  ['canvas', 'graphic'],
  ['audio', 'media'],
  ['video', 'media'],
  ['base', 'base'],
  ['input', undefined],
  ['link', undefined],
  ['meta', undefined],
  ['noembed', undefined],
  ['noframes', undefined],
  ['noscript', undefined],
  ['param', undefined],
  ['plaintext', undefined],
  ['select', undefined],
  ['source', undefined],
  ['template', undefined],
  ['textarea', undefined],
  ['title', undefined],
  ['track', undefined],
  ['xmp', undefined],
]);

const everywhere = ['dir', 'id', 'lang', 'title'];
const ofTag: Readonly<Record<string, readonly string[]>> = {
  a: ['name'],
  bdo: [],
  col: ['span'],
  colgroup: ['span'],
  del: ['datetime'],
  details: ['open'],
  ins: ['datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  td: ['align', 'colspan', 'rowspan', 'valign'],
  th: ['align', 'colspan', 'rowspan', 'scope', 'valign'],
  time: ['datetime'],
};

const attributeNames = new Map<string, readonly string[]>(
  [...keptTags].map((tag) => [tag, [...everywhere, ...(ofTag[tag] ?? [])]]),
);

/** The attributes of a kept tag that are written as they are. */
export function keptAttributes(tag: string): readonly string[] {
  return attributeNames.get(tag) ?? [];
}
