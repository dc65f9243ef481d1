import type { ShownSource } from '../../protocol/sourceFormMessages';
import { make } from '../page/make';
import type { FormContext } from './formContext';

/** What people have noted of the source. */
export class AnnotationsPart {
  readonly root: HTMLElement;
  readonly #list = make('ul', { class: 'annotations' });
  readonly #nothing = make('p', { class: 'hint' });

  constructor({ strings }: FormContext, annotate: () => void) {
    this.#nothing.textContent = strings.noAnnotations;
    this.root = make('section', { class: 'part' }, [
      make('h2', { text: strings.annotations }),
      this.#nothing,
      this.#list,
      make('button', {
        class: 'secondary',
        text: strings.annotate,
        attributes: { type: 'button' },
        onClick: annotate,
      }),
    ]);
  }

  show({ annotations }: ShownSource): void {
    this.#nothing.hidden = annotations.length > 0;
    this.#list.hidden = annotations.length === 0;
    this.#list.replaceChildren(
      ...annotations.map(({ labels, note, creator, day }) =>
        make('li', {}, [
          labels === '' ? undefined : make('p', { class: 'labels', text: labels }),
          note === '' ? undefined : make('p', { class: 'note', text: note }),
          make('p', { class: 'facts', text: `${creator} · ${day}` }),
        ]),
      ),
    );
  }
}
