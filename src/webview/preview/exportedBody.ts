import type { RenderMessage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { make } from '../page/make';
import { ArticleBody, type BodyImages } from './articleBody';
import { LayingOut } from './layingOut';
import { Places } from './places';

/** Images by name alone: whoever writes the file knows what each of them is by then. */
const namedImages: BodyImages = {
  shown: (id, image) => {
    const plain = make('img', { attributes: { alt: image.alt, 'data-mg-image': String(id) } });
    for (const name of ['width', 'height']) {
      const value = image.getAttribute(name);
      if (value !== null) plain.setAttribute(name, value);
    }
    plain.setAttribute('referrerpolicy', 'no-referrer');
    return plain;
  },
};

/** The body of an article as the page would show it, without what is of the page alone. Images are named by `data-mg-image`. */
export function exportedBody(article: RenderMessage, strings: PreviewStrings): string {
  const body = new ArticleBody(new Places(), namedImages, new LayingOut(() => undefined));
  body.show(article, strings, false);
  const { root } = body;
  for (const wrap of root.querySelectorAll('div.table')) wrap.replaceWith(...wrap.childNodes);
  for (const note of root.querySelectorAll('.note')) {
    const words = note.querySelector('.note-reason')?.textContent ?? '';
    note.replaceWith(make('small', { text: `[${words}]` }), ...note.querySelectorAll('a'));
  }
  for (const pre of root.querySelectorAll('pre')) pre.removeAttribute('tabindex');
  return root.innerHTML;
}
