/** Tags whose content no reader sees as text of the article; no image or link is read from it. */
export const hiddenTags: ReadonlySet<string> = new Set([
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'script',
  'select',
  'style',
  'template',
  'textarea',
  'title',
]);

/** Tags that part words: what is before and what is after them never is one word. */
export const partingTags: ReadonlySet<string> = new Set(
  (
    'address article aside audio blockquote br button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr img input legend li main menu nav ol option p pre section select ' +
    'summary table tbody td tfoot th thead tr ul video'
  ).split(' '),
);

/** Tags at whose start or end a link that was left open ends. */
export const linkEndingTags: ReadonlySet<string> = new Set([
  'applet',
  'caption',
  'marquee',
  'object',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
]);

/** Tags that hold an address of an image, or are a link. */
export const referringTags: ReadonlySet<string> = new Set(['a', 'amp-img', 'image', 'img', 'input', 'source', 'video']);

/** Where pages that load images late keep the true address. */
export const lazyAttributes: ReadonlySet<string> = new Set([
  '_src',
  'data-actualsrc',
  'data-backsrc',
  'data-echo',
  'data-hi-res-src',
  'data-img-src',
  'data-ks-lazyload',
  'data-lazy',
  'data-lazy-src',
  'data-lazyload',
  'data-lazysrc',
  'data-orig-src',
  'data-original',
  'data-original-src',
  'data-raw-src',
  'data-real-src',
  'data-src',
  'file',
  'lazy-src',
  'lazysrc',
  'orig-src',
  'original',
  'real_src',
  'x-src',
  'zoomfile',
]);

export const lazySrcsetAttributes: ReadonlySet<string> = new Set([
  'data-lazy-srcset',
  'data-original-set',
  'data-srcset',
]);

/** Attributes that matter in a start tag that refers to something. */
export const referringAttributes: ReadonlySet<string> = new Set([
  ...lazyAttributes,
  ...lazySrcsetAttributes,
  'alt',
  'data-poster',
  'href',
  'http-equiv',
  'poster',
  'src',
  'srcset',
  'type',
  'xlink:href',
]);
