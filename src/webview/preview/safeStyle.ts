/** The properties an article may set, each with the values it may have. All else is the reader's choice. */
const allowed: Readonly<Record<string, RegExp>> = {
  direction: /^(?:ltr|rtl)$/,
  'font-style': /^(?:normal|italic|oblique)$/,
  'font-variant-caps': /^(?:normal|small-caps|all-small-caps)$/,
  'font-weight': /^(?:normal|bold|bolder|lighter|[1-9]00)$/,
  'list-style-type':
    /^(?:none|disc|circle|square|decimal|(?:lower|upper)-(?:roman|alpha|latin)|cjk-ideographic|simp-chinese-informal)$/,
  'text-align': /^(?:start|end|left|right|center|justify)$/,
  'text-decoration-line': /^(?:none|underline|overline|line-through)$/,
  'text-indent': /^(?:0|[0-4](?:\.\d+)?(?:em|rem))(?:px)?$/,
  'text-transform': /^(?:none|capitalize|uppercase|lowercase)$/,
  'vertical-align': /^(?:baseline|sub|super|top|middle|bottom|text-top|text-bottom)$/,
  'white-space-collapse': /^(?:preserve|preserve-breaks)$/,
};
const longest = 2000;

const mostKnown = 500;

type Declarations = readonly (readonly [name: string, value: string])[];

const known = new Map<string, Declarations>();
let probe: HTMLElement | undefined;

/** Sets what of a style attribute may stay: property by property, which a policy without inline styles allows. */
export function setSafeStyle(element: HTMLElement, written: string): void {
  for (const [name, value] of safeDeclarations(written)) element.style.setProperty(name, value);
}

/** The browser reads it, on an element that is nowhere in the page, so that it is never understood in two ways. */
function safeDeclarations(written: string): Declarations {
  if (written.length > longest) return [];
  // An article repeats the few styles that it has.
  const before = known.get(written);
  if (before !== undefined) return before;
  probe ??= document.implementation.createHTMLDocument('').createElement('span');
  probe.style.cssText = written;
  const { style } = probe;
  const safe = Object.entries(allowed).flatMap(([name, values]) => {
    const value = style.getPropertyValue(name);
    return value !== '' && values.test(value) ? [[name, value] as const] : [];
  });
  if (known.size >= mostKnown) known.clear();
  known.set(written, safe);
  return safe;
}
