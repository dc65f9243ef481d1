import type { AnnotationDraft } from '../../protocol/annotationMessages';
import type { FromPreview, PreviewState, ToPreview } from '../../protocol/previewMessages';
import type { PreviewPageStrings } from '../../protocol/previewStrings';
import { readPreviewState } from '../../protocol/readPreviewMessage';
import { connect as connectPage, type Outside as PageOutside } from '../page/outside';

/** What the preview can do to the world outside, and what it is told from there. */
export interface Outside
  extends Pick<PageOutside<FromPreview, ToPreview, PreviewPageStrings>, 'send' | 'strings' | 'listen'> {
  readonly keep: (place: Pick<PreviewState, 'article' | 'offset'>) => void;
  readonly keepDrafts: (drafts: readonly AnnotationDraft[]) => void;
  /** What was kept before the page was loaded again. */
  readonly kept: PreviewState | undefined;
}

export function connect(): Outside {
  const { keep, kept, ...rest } = connectPage<FromPreview, ToPreview, PreviewPageStrings, PreviewState>(
    readPreviewState,
  );
  let state = kept;
  return {
    ...rest,
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
