import type { AgreementMatrix, AgreementSection } from '../../protocol/agreementMessages';
import type { AgreementStrings } from '../../protocol/agreementStrings';
import { filled, make } from '../page/make';

/** What is said of one label. */
export function sectionCard(section: AgreementSection, strings: AgreementStrings): HTMLElement {
  const { name, kind, definition, main, meaning, measures, facts, matrix } = section;
  const title = make('h3', {}, [dot(section.colour), make('span', { text: name })]);
  return make('article', { class: 'card', attributes: { 'data-section': section.id } }, [
    title,
    make('p', { class: 'quiet', text: definition === undefined ? kind : `${kind} · ${definition}` }),
    make('p', { class: 'main' }, [
      make('strong', { class: 'value', text: main.value }),
      make('span', { class: 'quiet', text: main.name }),
    ]),
    make('p', { text: meaning }),
    measures.length === 0 ? undefined : measureList(measures),
    facts.length === 0 ? undefined : make('p', { class: 'quiet', text: facts.join(' · ') }),
    matrix === undefined ? undefined : matrixTable(matrix, name, strings),
  ]);
}

/** A dot in the colour of a label. */
export function dot(colour: string): HTMLElement {
  const element = make('span', { class: 'dot', attributes: { 'aria-hidden': 'true' } });
  element.style.setProperty('--dot', colour);
  return element;
}

function measureList(measures: AgreementSection['measures']): HTMLElement {
  return make(
    'dl',
    { class: 'measures' },
    measures.map(({ name, value }) => make('div', {}, [make('dt', { text: name }), make('dd', { text: value })])),
  );
}

function matrixTable({ name, people, cells }: AgreementMatrix, label: string, strings: AgreementStrings): HTMLElement {
  const caption = filled(strings.pairs, name);
  const head = make('tr', {}, [
    make('td'),
    ...people.map((person) => make('th', { text: person, attributes: { scope: 'col' } })),
  ]);
  const rows = people.map((person, row) =>
    make('tr', {}, [
      make('th', { text: person, attributes: { scope: 'row' } }),
      ...(cells[row] ?? []).map((cell) => {
        if (cell === null) return make('td', { class: 'same' });
        const { value, basis, shade } = cell;
        return make(
          'td',
          { attributes: { title: basis, ...(shade !== undefined && { 'data-shade': String(shade) }) } },
          [make('span', { text: value }), make('small', { class: 'basis', text: basis })],
        );
      }),
    ]),
  );
  const table = make('table', {}, [
    make('caption', { text: caption }),
    make('thead', {}, [head]),
    make('tbody', {}, rows),
  ]);
  // It may be wider than its card, and then is scrolled by keys too.
  return make(
    'div',
    { class: 'matrix', attributes: { role: 'region', tabindex: '0', 'aria-label': `${label}: ${caption}` } },
    [table],
  );
}
