import type { FromPreview } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import type { ArticleBody } from './articleBody';
import type { ArticleImages } from './articleImages';
import { clickedPlace } from './clickedPlace';
import { count, type Places } from './places';

export interface ArticleEvents {
  readonly root: HTMLElement;
  readonly body: ArticleBody;
  readonly images: ArticleImages;
  readonly places: Places;
  readonly strings: PreviewStrings;
  readonly version: () => number;
  readonly send: (message: FromPreview) => void;
  readonly goTo: (fragment: string) => void;
  readonly enlarge: (image: HTMLImageElement) => void;
}

/** Hears all that happens in the article, in one place for all of its elements. */
export function listenToArticle(events: ArticleEvents): void {
  const { root, body, places, send, version } = events;
  // Before VS Code's own listener, which would open a link a second time.
  document.addEventListener('click', (event) => click(events, event), { capture: true });
  document.addEventListener('auxclick', (event) => stopAtLinks(event), { capture: true });
  body.root.addEventListener('dblclick', ({ target }) => {
    if (!(target instanceof Element) || target.closest('button, a, summary') !== null) return;
    const node = document.getSelection()?.anchorNode;
    const place = clickedPlace(node && target.contains(node) ? node : target, body.root, places);
    if (place !== undefined) send({ kind: 'selectInEditors', version: version(), ...place });
  });
  // Neither event bubbles.
  root.addEventListener('load', ({ target }) => loaded(events, target), { capture: true });
  root.addEventListener('error', ({ target }) => failed(events, target), { capture: true });
}

function click({ root, body, images, send, version, goTo, enlarge }: ArticleEvents, event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || !root.contains(target)) return;
  const link = target.closest('a');
  if (link !== null && body.root.contains(link)) {
    stop(event);
    const to = body.targetOf(link);
    const href = link.getAttribute('href') ?? '';
    if (to?.kind === 'web') send({ kind: 'openLink', url: to.url });
    else if (to?.kind === 'local') {
      const { candidates, fragment } = to;
      send({ kind: 'openPath', candidates, ...(fragment === undefined ? {} : { fragment }) });
    } else if (href.length > 1 && href.startsWith('#')) goTo(href.slice(1));
    return;
  }
  if (link !== null) event.preventDefault();
  if (target.closest('[data-load-remote]') !== null) send({ kind: 'loadRemoteImages' });
  const opened = count(target.closest('[data-open-image]')?.getAttribute('data-open-image') ?? null);
  const image = opened === undefined ? undefined : images.get(opened);
  if (image !== undefined) send({ kind: 'openProblem', version: version(), start: image.start, end: image.end });
  const enlarged = target.closest('button.enlarge')?.querySelector('img');
  if (enlarged) enlarge(enlarged);
}

function stopAtLinks(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a') !== null) stop(event);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function loaded({ images }: ArticleEvents, target: EventTarget | null): void {
  if (target instanceof HTMLImageElement) images.didLoad(target);
}

function failed({ images, places, strings, send, version }: ArticleEvents, target: EventTarget | null): void {
  if (!(target instanceof HTMLImageElement)) return;
  const id = count(target.getAttribute('data-image'));
  if (id === undefined) return;
  images.didFail(target);
  const shown = target.closest('button.enlarge') ?? target;
  const isInControl = shown.parentElement?.closest('a, button, summary') != null;
  const note = images.note(id, target.alt.trim(), 'failed', isInControl, strings);
  places.copy(shown, note);
  shown.replaceWith(note);
  send({ kind: 'imageFailed', version: version(), id });
}
