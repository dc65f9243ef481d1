import type { AgreementChoice, AgreementOption, AgreementReportMessage } from '../../protocol/agreementMessages';
import type { AgreementStrings } from '../../protocol/agreementStrings';
import { make } from '../page/make';
import { redraw } from './redraw';

export interface ChoiceActions {
  readonly choose: (choice: AgreementChoice) => void;
  readonly exportReport: () => void;
}

/** What the report is narrowed to. */
export class ChoiceBar {
  readonly root = make('div', { class: 'choices' });
  readonly #actions: ChoiceActions;

  constructor(actions: ChoiceActions) {
    this.#actions = actions;
  }

  show({ choice, labels, sources, people }: AgreementReportMessage, strings: AgreementStrings): void {
    const { label, source } = choice;
    const choose = (part: Partial<Record<'label' | 'source', string | undefined>>): void => {
      const chosen = { label, source, ...part };
      this.#actions.choose({
        people: choice.people,
        ...(chosen.label !== undefined && { label: chosen.label }),
        ...(chosen.source !== undefined && { source: chosen.source }),
      });
    };
    redraw(
      this.root,
      select('label', strings.label, strings.all, labels, label, (id) => choose({ label: id })),
      select('source', strings.source, strings.all, sources, source, (id) => choose({ source: id })),
      this.#people(choice, people, strings),
      make('button', {
        class: 'button export',
        text: strings.export,
        attributes: { type: 'button', 'data-key': 'export' },
        onClick: () => this.#actions.exportReport(),
      }),
    );
  }

  /** None chosen means all: so are they shown, and so is it told when all are. */
  #people(choice: AgreementChoice, people: readonly string[], strings: AgreementStrings): HTMLElement | undefined {
    if (people.length < 3) return undefined;
    const chosen = new Set(choice.people.length === 0 ? people : choice.people);
    const boxes = people.map((person) => {
      const box = make('input', { attributes: { type: 'checkbox', 'data-key': `person ${person}` } });
      box.checked = chosen.has(person);
      // Of fewer than two there is no agreement.
      box.disabled = box.checked && chosen.size <= 2;
      box.addEventListener('change', () => {
        if (box.checked) chosen.add(person);
        else chosen.delete(person);
        const all = people.every((one) => chosen.has(one));
        this.#actions.choose({ ...choice, people: all ? [] : people.filter((one) => chosen.has(one)) });
      });
      return make('label', { class: 'person' }, [box, make('span', { text: person })]);
    });
    return make('fieldset', { class: 'people' }, [make('legend', { text: strings.people }), ...boxes]);
  }
}

function select(
  key: string,
  name: string,
  all: string,
  options: readonly AgreementOption[],
  chosen: string | undefined,
  onChoose: (id: string | undefined) => void,
): HTMLElement | undefined {
  if (options.length === 0 && chosen === undefined) return undefined;
  const known = options.some(({ id }) => id === chosen);
  const list = chosen === undefined || known ? options : [...options, { id: chosen, name: chosen }];
  const box = make('select', { attributes: { 'data-key': key, id: key } }, [
    make('option', { text: all }),
    ...list.map((option) => make('option', { text: option.name })),
  ]);
  box.selectedIndex = chosen === undefined ? 0 : list.findIndex(({ id }) => id === chosen) + 1;
  box.addEventListener('change', () => onChoose(list[box.selectedIndex - 1]?.id));
  return make('div', { class: 'choice' }, [make('label', { text: name, attributes: { for: key } }), box]);
}
