import type { AnnotationDraft } from '../../protocol/annotationMessages';
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
  readonly keep: (place: Pick<PreviewState, 'article' | 'offset'>) => void;
  readonly keepDrafts: (drafts: readonly AnnotationDraft[]) => void;
  /** What was kept before the page was loaded again. */
  readonly kept: PreviewState | undefined;
}

export function connect(): Outside {
  const api = acquireVsCodeApi();
  const kept = readPreviewState(api.getState());
  let state = kept;
  return {
    send: (message) => api.postMessage(message),
    keep: (place) => {
      state = { ...state, ...place };
      api.setState(state);
    },
    keepDrafts: (drafts) => {
      // Without an article there is nothing to write on.
      if (state === undefined) return;
      state = { ...state, drafts };
      api.setState(state);
    },
    kept,
  };
}
