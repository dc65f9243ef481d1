import type { ShownSource } from '../../protocol/sourceFormMessages';
import { make } from '../page/make';
import type { FormContext, Words } from './formContext';

/** What people have noted of the source. */
export class AnnotationsPart {
  readonly root: HTMLElement;
  readonly #context: FormContext;
  readonly #list = make('ul', { class: 'annotations' });
  readonly #nothing = make('p', { class: 'hint' });

  constructor(words: Words, context: FormContext, annotate: () => void) {
    this.#context = context;
    const heading = make('h2');
    const button = make('button', { class: 'secondary', attributes: { type: 'button' }, onClick: annotate });
    words.on((strings) => {
      heading.textContent = strings.annotations;
      this.#nothing.textContent = strings.noAnnotations;
      button.textContent = strings.annotate;
    });
    this.root = make('section', { class: 'part' }, [heading, this.#nothing, this.#list, button]);
  }

  show({ annotations }: ShownSource): void {
    this.#nothing.hidden = annotations.length > 0;
    this.#list.hidden = annotations.length === 0;
    this.#nothing.textContent = this.#context.strings().noAnnotations;
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
