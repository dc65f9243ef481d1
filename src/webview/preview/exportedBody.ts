import { make } from '../page/make';

/** The body as it stands in the page, without what is of the page alone. Images are named by `data-mg-image`. */
export function exportedBody(body: Element): string {
  const copy = body.cloneNode(true) as Element;
  for (const button of copy.querySelectorAll('button.enlarge')) button.replaceWith(...button.childNodes);
  for (const wrap of copy.querySelectorAll('div.table')) wrap.replaceWith(...wrap.childNodes);
  for (const image of copy.querySelectorAll('img')) {
    const plain = make('img', { attributes: { alt: image.alt, 'data-mg-image': image.dataset.image ?? '' } });
    for (const name of ['width', 'height']) {
      const value = image.getAttribute(name);
      if (value !== null) plain.setAttribute(name, value);
    }
    plain.setAttribute('referrerpolicy', 'no-referrer');
    image.replaceWith(plain);
  }
  for (const note of copy.querySelectorAll('.note')) {
    const words = [...note.querySelectorAll('.note-alt, .note-reason')].map((part) => part.textContent).join(' ');
    note.replaceWith(make('small', { text: `[${words}]` }), ...note.querySelectorAll('a'));
  }
  for (const pre of copy.querySelectorAll('pre')) pre.removeAttribute('tabindex');
  return copy.innerHTML;
}
