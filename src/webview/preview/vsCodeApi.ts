import type { AnnotationDraft } from '../../protocol/annotationMessages';
import type { FromPreview, PreviewState } from '../../protocol/previewMessages';
import { readPreviewState } from '../../protocol/readPreviewMessage';
import { connect as connectPage } from '../page/outside';

/** What the preview can do to the world outside. */
export interface Outside {
  readonly send: (message: FromPreview) => void;
  readonly keep: (place: Pick<PreviewState, 'article' | 'offset'>) => void;
  readonly keepDrafts: (drafts: readonly AnnotationDraft[]) => void;
  /** What was kept before the page was loaded again. */
  readonly kept: PreviewState | undefined;
}

export function connect(): Outside {
  const { send, keep, kept } = connectPage<FromPreview, PreviewState>(readPreviewState);
  let state = kept;
  return {
    send,
    keep: (place) => {
      state = { ...state, ...place };
      keep(state);
    },
    keepDrafts: (drafts) => {
      // Without an article there is nothing to write on.
      if (state === undefined) return;
      state = { ...state, drafts };
      keep(state);
    },
    kept,
  };
}
