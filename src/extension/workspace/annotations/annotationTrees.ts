import type * as vscode from 'vscode';
import { annotationFacets } from '../../../core/annotations/index/annotationFilter';
import type { AnnotationRow } from '../../../core/annotations/index/annotationRow';
import { AnnotationTree, type AnnotationTypes } from '../../../core/annotations/index/annotationTree';
import { matcher } from '../../../core/query/filter';
import type { AnnotationsViewState } from '../../ui/viewStates';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import { ArchiveTrees, nameChanges } from '../archives/archiveTrees';
import { sourceOf } from '../sources/sourceCounts';
import type { Annotations } from './annotations';
import type { ArchiveAnnotations } from './archiveAnnotations';

/** An annotation as a list shows it, with its archive. */
export interface ListedAnnotation {
  readonly archive: Archive;
  readonly row: AnnotationRow;
}

/** The annotations of each archive as the person wants to see them now. */
export class AnnotationTrees extends ArchiveTrees<AnnotationTypes, AnnotationTree> {
  readonly look: AnnotationsViewState;
  readonly #annotations: Annotations;
  readonly #following: vscode.Disposable;
  /** What is selected in the Annotations view. */
  selected: ListedAnnotation | undefined;

  constructor(archives: Archives, annotations: Annotations, look: AnnotationsViewState) {
    super(archives, look.onDidChange);
    this.look = look;
    this.#annotations = annotations;
    this.#following = annotations.onDidChange(({ archive, articles, hasNewLabels }) =>
      this.change(archive, (tree) => {
        tree.update(articles);
        if (hasNewLabels) tree.renamed();
      }),
    );
  }

  /** The annotations of the archives that are shown. */
  get shownAnnotations(): readonly ArchiveAnnotations[] {
    return this.shown.flatMap((archive) => this.#annotations.of(archive) ?? []);
  }

  /** The annotation of a row; undefined for all that is none. */
  listed(value: unknown): ListedAnnotation | undefined {
    if (!this.isRow(value) || value.type === 'group') return undefined;
    const archive = this.archiveOf(value);
    return archive && { archive, row: value.item };
  }

  /** The annotations that a command was called on. */
  listedIn(args: readonly unknown[]): readonly ListedAnnotation[] {
    return this.rowsOf(args).flatMap((row) => this.listed(row) ?? []);
  }

  override dispose(): void {
    this.#following.dispose();
    super.dispose();
  }

  protected override follow(archive: Archive): vscode.Disposable {
    const isRenamed = nameChanges(archive);
    return archive.onDidChangeArticles(({ added, changed, removed }) =>
      this.change(archive, (tree) => {
        const paths = [...added, ...changed.map(({ after }) => after), ...removed].map(({ path }) => path);
        tree.update(paths);
        tree.touchArticles(paths);
        if (isRenamed() && this.look.arrangement.grouping === 'source') tree.renamed();
      }),
    );
  }

  protected override build(archive: Archive): AnnotationTree {
    const index = this.#annotations.of(archive)?.index;
    const { filter } = this.look;
    const { grouping } = this.look.arrangement;
    const stateOf = (row: AnnotationRow): ReturnType<NonNullable<typeof index>['stateOf']> => index?.stateOf(row);
    const options = {
      grouping,
      matches: matcher(annotationFacets, filter, { stateOf }),
      rowsOf: (article: string | undefined) => index?.rowsOf(article) ?? [],
      stateOf,
      titleOf: (path: string) => archive.index.get(path)?.title ?? path,
      sourceOf: ({ kind, subject, article = '' }: AnnotationRow) => {
        if (kind === 'source') return archive.sources.resolve({ text: subject, from: 'field' });
        const entry = archive.index.get(article);
        return entry && sourceOf(entry, archive);
      },
    };
    const articles = new Set(Array.from(index?.rows ?? [], ({ article }) => article));
    return new AnnotationTree(`${archive.folder.uri}#${grouping}`, options, articles);
  }
}
