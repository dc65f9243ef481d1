import type * as vscode from 'vscode';
import type { AnchorCache } from '../../../core/annotations/anchorCache';
import type { Archive } from '../archives/archive';
import type { ArchiveAnnotations, ArchiveAnnotationsChange } from './archiveAnnotations';
import type { Creator } from './creator';

export interface AnnotationsChange extends ArchiveAnnotationsChange {
  readonly archive: Archive;
}

/** The annotations of the archives that are open, and who makes more. */
export interface OpenAnnotations {
  readonly creator: Creator;
  readonly onDidChange: vscode.Event<AnnotationsChange>;
  of(archive: Archive): ArchiveAnnotations | undefined;
  /** What all annotations are anchored by. */
  anchors(): Promise<AnchorCache>;
}
