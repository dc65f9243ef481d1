import type { ToAgreement } from '../../protocol/agreementMessages';
import type { AgreementStrings } from '../../protocol/agreementStrings';
import { filled, make } from '../page/make';
import { redraw } from './redraw';

export type Status = Extract<ToAgreement, { readonly kind: 'progress' | 'stopped' | 'fault' }>;

export interface StatusActions {
  readonly stop: () => void;
  readonly goOn: () => void;
}

/** What goes on, or why nothing does. */
export class StatusLine {
  readonly root = make('div', { class: 'status' });
  readonly #text = make('p', { attributes: { role: 'status' } });
  readonly #rest = make('div', { class: 'status-rest' });
  readonly #actions: StatusActions;

  constructor(actions: StatusActions) {
    this.#actions = actions;
    this.root.append(this.#text, this.#rest);
    this.root.hidden = true;
  }

  show(status: Status | undefined, strings: AgreementStrings): void {
    this.root.hidden = status === undefined;
    if (status === undefined) {
      this.#text.textContent = '';
      this.#rest.replaceChildren();
      return;
    }
    const text = textOf(status, strings);
    if (this.#text.textContent !== text) this.#text.textContent = text;
    const isRunning = status.kind === 'progress';
    const button = make('button', {
      class: 'button',
      text: isRunning ? strings.stop : strings.goOn,
      attributes: { type: 'button', 'data-key': 'run' },
      onClick: () => (isRunning ? this.#actions.stop() : this.#actions.goOn()),
    });
    redraw(this.#rest, isRunning ? bar(status, text) : undefined, button);
  }
}

function textOf(status: Status, strings: AgreementStrings): string {
  if (status.kind === 'fault') return status.message;
  if (status.kind === 'stopped') return strings.stopped;
  const { done, total } = status;
  return total === undefined ? strings.computing : filled(strings.reading, done, total);
}

function bar({ done, total }: Extract<Status, { readonly kind: 'progress' }>, text: string): HTMLElement {
  const progress = make('progress', { attributes: { 'aria-label': text } });
  if (total !== undefined) {
    progress.max = total;
    progress.value = done;
  }
  return progress;
}
