import newPurifier from 'dompurify';

const tags =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir ' +
  'div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p pre q ' +
  'rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr';
const attributes =
  'align alt colspan datetime dir height href id lang name open reversed rowspan scope span start title type valign value width';
/** What the extension's preparation says of elements; removed again before anything is shown. */
const marks = [
  'data-mg-address',
  'data-mg-css',
  'data-mg-embed',
  'data-mg-end',
  'data-mg-image',
  'data-mg-link',
  'data-mg-start',
];
/** Before the article's `id`s and `name`s, so that none of them means anything to the page. */
export const namePrefix = 'user-';

const purifier = newPurifier(window);
purifier.addHook('uponSanitizeAttribute', (_, data) => {
  if (data.attrName === 'id' || data.attrName === 'name') data.attrValue = namePrefix + data.attrValue;
});

/**
 * Makes harmless nodes of HTML, on the real DOM: they are never written out and read again. There is no `src` and no
 * `style` on any of them.
 */
export function sanitise(html: string): DocumentFragment {
  const clean: DocumentFragment | null = purifier.sanitize(html, {
    ALLOWED_TAGS: [...tags.split(' '), '#text'],
    ALLOWED_ATTR: [...attributes.split(' '), ...marks],
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|#)/i,
    // Of all the above only `href` is an address, and has to look like one.
    ADD_URI_SAFE_ATTR: [...attributes.split(' ').filter((name) => name !== 'href'), ...marks],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    RETURN_DOM_FRAGMENT: true,
  });
  // Nothing comes of a frame set, which leaves a document no body.
  return clean ?? document.createDocumentFragment();
}
