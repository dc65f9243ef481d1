import type { FromSourceForm, SourceFormState } from '../../protocol/sourceFormMessages';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; setState(state: unknown): void };

/** What the form can do to the world outside. */
export interface Outside {
  readonly send: (message: FromSourceForm) => void;
  readonly keep: (state: SourceFormState) => void;
}

export function connect(): Outside {
  const api = acquireVsCodeApi();
  return { send: (message) => api.postMessage(message), keep: (state) => api.setState(state) };
}
