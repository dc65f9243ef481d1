import type { TextRange } from '../../text/textRange';

/** What a part of a body would do in a page that lets it. */
export type ActiveKind = 'script' | 'frame' | 'plugin' | 'form' | 'refresh' | 'handler';

/** A part of a body that would run, load another page or send data. */
export interface ActiveContent {
  readonly kind: ActiveKind;
  /** The tag's or attribute's name in lower case. */
  readonly name: string;
  /** The start tag; of a handler the whole attribute. */
  readonly range: TextRange;
  /** The end tag that belongs to it; absent where there is none. */
  readonly close?: TextRange;
  /** What a script or frame loads. */
  readonly address?: string;
}

/** Tags that are active content whatever their attributes say, and those that may be. */
export const activeTags: ReadonlyMap<string, Exclude<ActiveKind, 'handler'>> = new Map([
  ['script', 'script'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['object', 'plugin'],
  ['embed', 'plugin'],
  ['applet', 'plugin'],
  ['form', 'form'],
  ['meta', 'refresh'],
]);

const neverClosed: ReadonlySet<string> = new Set(['embed', 'frame', 'meta']);

// Only these names do anything; other words that begin with "on" are what is left of broken quotes.
const events: ReadonlySet<string> = new Set(
  (
    'abort afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut ' +
    'beforeinput beforematch beforepaste beforeprint beforetoggle beforeunload blur cancel canplay canplaythrough ' +
    'change click close command contextlost contextmenu contextrestored copy cuechange cut dblclick drag dragend ' +
    'dragenter dragexit dragleave dragover dragstart drop durationchange emptied ended error focus focusin focusout ' +
    'formdata fullscreenchange fullscreenerror gotpointercapture hashchange input invalid keydown keypress keyup ' +
    'languagechange load loadeddata loadedmetadata loadstart lostpointercapture message messageerror mousedown ' +
    'mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel offline online pagehide pageshow paste ' +
    'pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover ' +
    'pointerrawupdate pointerup popstate progress propertychange ratechange readystatechange rejectionhandled reset ' +
    'resize scroll scrollend search securitypolicyviolation seeked seeking select selectionchange selectstart ' +
    'slotchange stalled storage submit suspend timeupdate toggle touchcancel touchend touchmove touchstart ' +
    'transitioncancel transitionend transitionrun transitionstart unhandledrejection unload volumechange waiting ' +
    'webkitanimationend webkitanimationiteration webkitanimationstart webkittransitionend wheel'
  ).split(' '),
);

/** Whether an attribute, its name in lower case, is run as a script. */
export function isHandler(name: string): boolean {
  return name.startsWith('on') && events.has(name.slice(2));
}

/** What a browser runs; scripts of another type, such as JSON, are data. */
export function isRunType(type: string | undefined): boolean {
  const kind = type?.trim().toLowerCase() ?? '';
  return kind === '' || kind === 'module' || /^(?:text|application)\/(?:x-)?(?:java|ecma|j|vb|live)script\b/.test(kind);
}

/** Keeps what active content was found, and finds the end tag of each. */
export class ActiveContents {
  readonly found: ActiveContent[] = [];
  /** Where in `found` the elements are that may still be closed, by their names. */
  readonly #open = new Map<string, number[]>();

  add(content: ActiveContent): void {
    if (content.kind !== 'handler' && !neverClosed.has(content.name)) this.#opened(content.name, this.found.length);
    this.found.push(content);
  }

  close(name: string, range: TextRange): void {
    const index = this.#open.get(name)?.pop();
    const content = index === undefined ? undefined : this.found[index];
    if (index !== undefined && content !== undefined) this.found[index] = { ...content, close: range };
  }

  #opened(name: string, index: number): void {
    const open = this.#open.get(name) ?? [];
    open.push(index);
    this.#open.set(name, open);
  }
}
