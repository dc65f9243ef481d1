import type { FromPreview, PreviewState } from '../../protocol/previewMessages';
import { readPreviewState } from '../../protocol/readPreviewMessage';

interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** What the preview can do to the world outside. */
export interface Outside {
  readonly send: (message: FromPreview) => void;
  readonly keep: (state: PreviewState) => void;
  /** What was kept before the page was loaded again. */
  readonly kept: PreviewState | undefined;
}

export function connect(): Outside {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    keep: (state) => api.setState(state),
    kept: readPreviewState(api.getState()),
  };
}
