import type { RatingScale, ShownSource, SourceRating } from '../../protocol/sourceFormMessages';
import { filled, make } from '../page/make';
import type { FormContext } from './formContext';
import { RatingForm } from './ratingForm';

/** How people rate the source now, scale by scale, and how they did before. */
export class RatingsPart {
  readonly root: HTMLElement;
  readonly #context: FormContext;
  readonly #list = make('div', { class: 'ratings' });
  readonly #form: RatingForm;
  readonly #open = new Set<string>();

  constructor(context: FormContext) {
    this.#context = context;
    this.#form = new RatingForm(context);
    const heading = make('h2', { text: context.strings.ratings });
    this.root = make('section', { class: 'part' }, [heading, this.#list, this.#form.root]);
  }

  show(source: ShownSource, fault: string | undefined): void {
    const strings = this.#context.strings;
    const { scales, profile } = source;
    const rated = scales.filter(({ id }) => profile.ratings.some(({ scale }) => scale === id));
    const nothing = scales.length === 0 ? strings.noScales : strings.noRatings;
    this.#list.replaceChildren(
      ...(fault === undefined ? [] : [make('p', { class: 'fault', text: fault })]),
      ...(rated.length === 0 ? [make('p', { class: 'hint', text: nothing })] : []),
      ...rated.map((scale) => this.#scale(scale, source)),
    );
    this.#form.show(source);
  }

  #scale(scale: RatingScale, { current, profile }: ShownSource): HTMLElement {
    const strings = this.#context.strings;
    const now = current.filter((rating) => rating.scale === scale.id);
    const all = newestFirst(profile.ratings.filter((rating) => rating.scale === scale.id));
    const history =
      all.length === now.length
        ? undefined
        : make('details', { class: 'fold history' }, [
            make('summary', { text: filled(strings.history, all.length) }),
            make(
              'ol',
              { class: 'inner' },
              all.map((rating) => this.#rating(rating, scale)),
            ),
          ]);
    if (history !== undefined) {
      history.open = this.#open.has(scale.id);
      history.addEventListener('toggle', () => {
        if (history.open) this.#open.add(scale.id);
        else this.#open.delete(scale.id);
      });
    }
    return make('div', { class: 'scale' }, [
      make('h3', { text: scale.name }),
      scale.description === undefined ? undefined : make('p', { class: 'hint', text: scale.description }),
      make(
        'ul',
        { class: 'current' },
        now.map((rating) => this.#rating(rating, scale)),
      ),
      history,
    ]);
  }

  #rating(rating: SourceRating, { max, steps = {} }: RatingScale): HTMLElement {
    const strings = this.#context.strings;
    const { value, rater, date, method, confidence, evidence = [], note } = rating;
    const step = steps[String(value)];
    const sure = confidence === undefined ? undefined : filled(strings.confidenceOf, strings[confidence]);
    const facts = [rater, date, method, sure].filter((fact) => fact !== undefined).join(' · ');
    return make('li', {}, [
      make('p', {}, [
        make('strong', { text: `${value} / ${max}` }),
        step === undefined ? undefined : make('span', { class: 'step', text: step }),
        make('span', { class: 'facts', text: facts }),
      ]),
      note === undefined ? undefined : make('p', { class: 'note', text: note }),
      ...evidence.map((text) => this.#evidence(text)),
    ]);
  }

  #evidence(text: string): HTMLElement {
    if (!/^https?:\/\/\S+$/i.test(text)) return make('p', { class: 'evidence', text });
    const button = make('button', {
      class: 'link',
      text,
      attributes: { type: 'button' },
      onClick: () => this.#context.openLink(text),
    });
    return make('p', { class: 'evidence' }, [button]);
  }
}

/** Of two on one day the one that was written later comes first. */
function newestFirst(ratings: readonly SourceRating[]): readonly SourceRating[] {
  return ratings.toReversed().toSorted((one, other) => (one.date > other.date ? -1 : Number(one.date < other.date)));
}
