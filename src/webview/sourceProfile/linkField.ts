import type { LinkField as Field, TitledLink } from '../../protocol/sourceFormMessages';
import type { SourceFormStrings } from '../../protocol/sourceFormStrings';
import { filled, make } from '../page/make';
import { type FormContext, freshId } from './formContext';
import { ItemList, type ListRow } from './itemList';
import { TypedValue, tellFault } from './typedValue';

/** A list of links of the profile, each with its title. */
export class LinkField {
  readonly root: HTMLElement;
  readonly #items: ItemList<TitledLink, LinkRow>;

  constructor(field: Field, label: keyof SourceFormStrings, hint: keyof SourceFormStrings, context: FormContext) {
    this.#items = new ItemList(field, () => new LinkRow(field, context));
    const id = freshId(field);
    const { strings } = context;
    const describedBy = `${id}-fault ${id}-hint`;
    const input = (text: string, attributes: Readonly<Record<string, string>>): HTMLInputElement => {
      const name = `${filled(strings.addTo, strings[label])} · ${text}`;
      return make('input', { attributes: { placeholder: text, 'aria-label': name, ...attributes } });
    };
    const url = input(strings.address, { type: 'url', 'aria-describedby': describedBy });
    const title = input(strings.title, { type: 'text' });
    const fault = make('p', { class: 'fault', attributes: { id: `${id}-fault` } });
    url.dataset.field = field;
    title.dataset.field = `${field}-title`;
    fault.hidden = true;
    const add = async (): Promise<void> => {
      const value = linkOf(url.value, title.value);
      const why = await context.edit({ kind: 'link', field, index: this.#items.length, value });
      tellFault(fault, why, url);
      if (why === undefined) for (const control of [url, title]) control.value = '';
      url.focus();
    };
    for (const control of [url, title]) {
      control.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) void add();
      });
    }
    this.root = make('fieldset', { class: 'field list' }, [
      make('legend', { text: strings[label] }),
      this.#items.items,
      this.#items.message,
      make('div', { class: 'row link' }, [
        url,
        title,
        make('button', {
          class: 'quiet',
          text: strings.add,
          attributes: { type: 'button' },
          onClick: () => void add(),
        }),
      ]),
      fault,
      make('p', { class: 'hint', text: strings[hint], attributes: { id: `${id}-hint` } }),
    ]);
  }

  show(items: readonly TitledLink[], faultOf: (place: string) => string | undefined): void {
    this.#items.show(items, faultOf);
  }
}

class LinkRow implements ListRow<TitledLink> {
  readonly root: HTMLElement;
  readonly #context: FormContext;
  readonly #url: TypedValue;
  readonly #title: TypedValue;
  readonly #open: HTMLButtonElement;
  readonly #remove: HTMLButtonElement;
  #link: TitledLink = { url: '' };
  #index = 0;

  constructor(field: Field, context: FormContext) {
    this.#context = context;
    const id = freshId('link');
    const url = make('input', { attributes: { type: 'url', 'aria-describedby': `${id}-fault` } });
    const title = make('input', { attributes: { type: 'text', 'aria-describedby': `${id}-title-fault` } });
    const fault = make('p', { class: 'fault', attributes: { id: `${id}-fault` } });
    const titleFault = make('p', { class: 'fault', attributes: { id: `${id}-title-fault` } });
    fault.hidden = true;
    titleFault.hidden = true;
    const change = (value?: TitledLink): Promise<string | undefined> =>
      context.edit({ kind: 'link', field, index: this.#index, before: this.#link, ...(value && { value }) });
    this.#url = new TypedValue(url, fault, (value) =>
      change(value === '' ? undefined : linkOf(value, this.#link.title ?? '')),
    );
    this.#title = new TypedValue(title, titleFault, (value) => change(linkOf(this.#link.url, value)));
    const button = (name: string, text: string, onClick: () => void): HTMLButtonElement =>
      make('button', { class: `quiet ${name}`, text, attributes: { type: 'button' }, onClick });
    this.#open = button('open', '↗', () => context.openLink(this.#link.url));
    this.#remove = button('remove', '×', () => void change());
    const line = make('div', { class: 'row link' }, [url, title, this.#open, this.#remove]);
    this.root = make('li', {}, [line, fault, titleFault]);
  }

  get shown(): TitledLink {
    return this.#link;
  }

  show(link: TitledLink, index: number, fault: string | undefined): void {
    const strings = this.#context.strings;
    this.#index = index;
    this.#link = link;
    this.#url.show(link.url, fault);
    this.#title.show(link.title ?? '');
    const name = link.title ?? link.url;
    this.#url.control.setAttribute('aria-label', filled(strings.item, strings.address, String(index + 1)));
    this.#title.control.setAttribute('aria-label', filled(strings.item, strings.title, String(index + 1)));
    this.#open.setAttribute('aria-label', filled(strings.openNamed, name));
    this.#open.title = strings.open;
    this.#open.hidden = fault !== undefined;
    this.#remove.setAttribute('aria-label', filled(strings.removeNamed, name));
    this.#remove.title = strings.remove;
  }
}

function linkOf(url: string, title: string): TitledLink {
  const name = title.trim();
  return name === '' ? { url: url.trim() } : { url: url.trim(), title: name };
}
