import type { FromAgreement } from '../../protocol/agreementMessages';

interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** What the page can do to the world outside. */
export interface Outside {
  readonly send: (message: FromAgreement) => void;
  /** Remembers how far down a person is, for when the page is loaded again. */
  readonly keep: (scroll: number) => void;
  readonly kept: number;
}

export function connect(): Outside {
  const api = acquireVsCodeApi();
  const state = api.getState();
  return {
    send: (message) => api.postMessage(message),
    keep: (scroll) => api.setState(scroll),
    kept: typeof state === 'number' ? state : 0,
  };
}
