import type {
  FromSourceForm,
  ShownSource,
  SourceFormState,
  TextField as TextFieldName,
  ToSourceForm,
} from '../../protocol/sourceFormMessages';
import type { SourceFormStrings } from '../../protocol/sourceFormStrings';
import { filled, make } from '../page/make';
import type { Outside } from '../page/outside';
import { AnnotationsPart } from './annotationsPart';
import { setOptions } from './choice';
import type { FormContext } from './formContext';
import { LinkField } from './linkField';
import { ListField } from './listField';
import { RatingsPart } from './ratingsPart';
import { ScalesPart } from './scalesPart';
import { TextField } from './textField';

const kinds = [
  ['agency', 'kindAgency'],
  ['newspaper', 'kindNewspaper'],
  ['broadcaster', 'kindBroadcaster'],
  ['portal', 'kindPortal'],
  ['self-media', 'kindSelfMedia'],
  ['aggregator', 'kindAggregator'],
  ['government', 'kindGovernment'],
  ['company', 'kindCompany'],
  ['other', 'kindOther'],
] as const satisfies readonly (readonly [string, keyof SourceFormStrings])[];

type PageOutside = Outside<FromSourceForm, ToSourceForm, SourceFormStrings, SourceFormState>;

/** The whole of the form: takes messages, shows what is known of the source, tells what a person changes. */
export class SourcePage {
  readonly #outside: PageOutside;
  readonly #strings: SourceFormStrings;
  readonly #waiting = new Map<number, (fault: string | undefined) => void>();
  readonly #title = make('h1');
  readonly #count = make('button', { class: 'link', attributes: { type: 'button' } });
  readonly #broken = make('div', { class: 'broken', attributes: { role: 'alert' } });
  readonly #fields = make('div', { class: 'fields' });
  readonly #status = make('p', { class: 'status', attributes: { role: 'status' } });
  readonly #lists: readonly ListField[];
  readonly #texts: ReadonlyMap<TextFieldName, TextField>;
  readonly #links: readonly (readonly ['policies' | 'evidence', LinkField])[];
  readonly #ratings: RatingsPart;
  readonly #scales: ScalesPart;
  readonly #annotations: AnnotationsPart;
  #lastId = 0;

  constructor(outside: PageOutside) {
    this.#outside = outside;
    const { strings } = outside;
    this.#strings = strings;
    const context: FormContext = {
      strings,
      edit: (edit) => {
        const id = ++this.#lastId;
        outside.send({ kind: 'edit', id, edit });
        return new Promise((resolve) => this.#waiting.set(id, resolve));
      },
      openLink: (url) => outside.send({ kind: 'openLink', url }),
    };
    const text = (
      field: TextFieldName,
      label: keyof SourceFormStrings,
      control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement = make('input', {
        attributes: { type: field === 'homepage' ? 'url' : 'text' },
      }),
      hint?: keyof SourceFormStrings,
    ) => [field, new TextField({ field, label, control, ...(hint && { hint }) }, context)] as const;
    const kind = make('select');
    setOptions(kind, [['', strings.unknown], ...kinds.map(([key, name]) => [key, strings[name]] as const)]);
    this.#texts = new Map([
      text('kind', 'kind', kind),
      text('country', 'country', undefined, 'countryHint'),
      text('owner', 'owner'),
      text('funding', 'funding'),
      text('homepage', 'homepage'),
      text('notes', 'notes', make('textarea', { attributes: { rows: '4' } })),
    ]);
    this.#lists = [
      new ListField('aliases', 'aliases', 'aliasesHint', context),
      new ListField('domains', 'domains', 'domainsHint', context),
      new ListField('languages', 'languages', 'languagesHint', context),
    ];
    this.#links = [
      ['policies', new LinkField('policies', 'policies', 'policiesHint', context)],
      ['evidence', new LinkField('evidence', 'evidence', 'evidenceHint', context)],
    ];
    this.#ratings = new RatingsPart(context);
    this.#scales = new ScalesPart(context);
    this.#annotations = new AnnotationsPart(context, () => outside.send({ kind: 'annotate' }));
  }

  start(): void {
    const strings = this.#strings;
    const openJson = make('button', {
      class: 'secondary',
      text: strings.openJson,
      attributes: { type: 'button' },
      onClick: () => this.#outside.send({ kind: 'openJson' }),
    });
    this.#count.title = strings.showArticles;
    this.#count.addEventListener('click', () => this.#outside.send({ kind: 'showArticles' }));
    this.#broken.hidden = true;
    const main = make('main', { attributes: { 'aria-label': strings.form } }, [
      make('header', { class: 'top' }, [this.#title, make('p', { class: 'row' }, [this.#count, openJson])]),
      this.#broken,
      this.#fields,
      this.#status,
    ]);
    const [aliases, domains, languages] = this.#lists;
    const field = (name: TextFieldName): HTMLElement | undefined => this.#texts.get(name)?.root;
    this.#fields.append(
      this.#part('about', [
        make('div', { class: 'columns' }, [field('kind'), field('country'), field('owner'), field('funding')]),
        field('homepage'),
        languages?.root,
        field('notes'),
      ]),
      this.#part('names', [aliases?.root, domains?.root]),
      this.#ratings.root,
      this.#annotations.root,
      this.#part(
        'links',
        this.#links.map(([, link]) => link.root),
      ),
      this.#scales.root,
    );
    this.#fields.hidden = true;
    main.hidden = true;
    document.body.append(main);
    this.#outside.listen((message) => {
      if (message.kind === 'source' || message.kind === 'broken') main.hidden = false;
      this.#take(message);
    });
    this.#outside.send({ kind: 'ready' });
  }

  #take(message: ToSourceForm): void {
    switch (message.kind) {
      case 'source':
        this.#show(message.source);
        break;
      case 'keep':
        this.#outside.keep(message.state);
        break;
      case 'broken':
        this.#tellBroken(message.message);
        break;
      case 'done':
        this.#settle(message.id, message.fault);
        break;
    }
  }

  #show(source: ShownSource): void {
    const { profile, articles, faults } = source;
    const strings = this.#strings;
    const faultOf = (place: string): string | undefined => faults.find((fault) => fault.place === place)?.message;
    this.#broken.hidden = true;
    this.#fields.hidden = false;
    this.#title.textContent = profile.name;
    this.#count.hidden = articles === undefined;
    this.#count.textContent = filled(strings.articles, articles ?? 0);
    for (const [field, text] of this.#texts) text.show(profile[field], faultOf(field));
    const [aliases, domains, languages] = this.#lists;
    aliases?.show(profile.aliases, faultOf);
    domains?.show(profile.domains, faultOf);
    languages?.show(profile.languages, faultOf);
    for (const [field, link] of this.#links) link.show(profile[field], faultOf);
    this.#ratings.show(source, faultOf('ratings'));
    this.#scales.show(source);
    this.#annotations.show(source);
  }

  #tellBroken(message: string): void {
    const open = make('button', {
      text: this.#strings.openPlace,
      attributes: { type: 'button' },
      onClick: () => this.#outside.send({ kind: 'openJson' }),
    });
    this.#broken.replaceChildren(make('p', { text: message }), open);
    this.#broken.hidden = false;
    this.#fields.hidden = true;
  }

  #settle(id: number, fault: string | undefined): void {
    const { saved, notSaved } = this.#strings;
    this.#waiting.get(id)?.(fault);
    this.#waiting.delete(id);
    this.#status.textContent = fault === undefined ? saved : filled(notSaved, fault);
    this.#status.classList.toggle('is-fault', fault !== undefined);
  }

  #part(title: keyof SourceFormStrings, children: readonly (HTMLElement | undefined)[]): HTMLElement {
    return make('section', { class: 'part' }, [make('h2', { text: this.#strings[title] }), ...children]);
  }
}
