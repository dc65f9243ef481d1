import type { FromSourceForm } from '../../protocol/sourceFormMessages';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; setState(state: unknown): void };

/** What the form can do to the world outside. */
export interface Outside {
  readonly send: (message: FromSourceForm) => void;
}

export function connect(): Outside {
  const api = acquireVsCodeApi();
  return { send: (message) => api.postMessage(message) };
}
