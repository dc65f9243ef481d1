import * as vscode from 'vscode';
import {
  type AnnotationGrouping,
  groupRows,
  type RowKnowledge,
  rowFilter,
} from '../../../core/annotations/index/annotationGroups';
import type { AnnotationRow } from '../../../core/annotations/index/annotationRow';
import type { Services } from '../../services';
import type { AnnotationsLook } from '../../ui/looks';
import { type MoreRow, moreItem, PagedGroups } from '../../ui/pagedGroups';
import type { AnnotationLeaf } from '../../workspace/annotations/annotationLeaf';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import type { Archive } from '../../workspace/archives/archive';
import { sourceOf } from '../../workspace/sources/sourceCounts';
import { type AnnotationsGroup, annotationItem, groupItem, type ItemKnowledge } from './annotationItems';

export type AnnotationsRow = AnnotationsGroup | AnnotationLeaf | MoreRow<AnnotationsGroup>;

/** Rows of the Annotations view. */
export class AnnotationsProvider implements vscode.TreeDataProvider<AnnotationsRow>, vscode.Disposable {
  readonly #services: Services;
  readonly #look: AnnotationsLook;
  readonly #changed = new vscode.EventEmitter<AnnotationsRow | undefined>();
  readonly #pages = new PagedGroups<AnnotationsGroup>((group) => this.#changed.fire(group));
  readonly #turned = new Map<string, boolean>();
  readonly #knowledge = new Map<Archive, ItemKnowledge>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services, look: AnnotationsLook) {
    this.#services = services;
    this.#look = look;
  }

  async getChildren(row?: AnnotationsRow): Promise<AnnotationsRow[]> {
    if (row === undefined) return this.#roots();
    if (row.type !== 'group') return [];
    if (row.kind === 'archive') return this.#groups(row);
    // Labels are on many articles: those stand between.
    if (row.kind === 'label') return this.#grouped(row, 'article');
    return this.#page(row);
  }

  getTreeItem(row: AnnotationsRow): vscode.TreeItem {
    if (row.type === 'more') return moreItem(row);
    const knowledge = this.#knowledge.get(row.archive);
    if (knowledge === undefined) return new vscode.TreeItem('');
    if (row.type === 'annotation') return annotationItem(row, knowledge);
    return groupItem(row, knowledge, this.#turned.get(row.id) ?? row.kind === 'archive');
  }

  /** How many annotations the view shows, and how many there are. */
  get totals(): { readonly shown: number; readonly all: number } {
    let shown = 0;
    let all = 0;
    for (const annotations of this.#annotations()) {
      all += annotations.index.size;
      shown += this.#look.isFiltered ? this.#rows(annotations).length : annotations.index.size;
    }
    return { shown, all };
  }

  turn(row: AnnotationsRow, open: boolean): void {
    if (row.type === 'group') this.#turned.set(row.id, open);
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #roots(): Promise<AnnotationsRow[]> {
    const roots: AnnotationsGroup[] = [];
    for (const annotations of this.#annotations()) {
      const { archive } = annotations;
      this.#knowledge.set(archive, await this.#learn(annotations));
      const rows = this.#rows(annotations);
      const id = `${archive.folder.uri}#${this.#look.arrangement.grouping}`;
      if (rows.length > 0) roots.push({ type: 'group', id, archive, kind: 'archive', key: '', rows });
    }
    const [only] = roots;
    return roots.length === 1 && only !== undefined ? this.#groups(only) : roots;
  }

  #groups(root: AnnotationsGroup): AnnotationsRow[] {
    return this.#grouped(root, this.#look.arrangement.grouping);
  }

  #grouped(above: AnnotationsGroup, by: AnnotationGrouping): AnnotationsGroup[] {
    const { archive } = above;
    const groups = groupRows(above.rows, by, this.#rowKnowledge(archive)).map(
      ({ kind, key, rows }): AnnotationsGroup => ({
        type: 'group',
        id: `${above.id}/${kind}:${key}`,
        archive,
        kind,
        key,
        rows,
      }),
    );
    // Lost ones stand first in the whole list, not in each of its groups.
    return above.kind === 'archive' ? groups : groups.filter(({ kind }) => kind !== 'orphans');
  }

  #page(group: AnnotationsGroup): AnnotationsRow[] {
    const isTooMany = group.rows.length > this.#pages.limit(group);
    const sorted = isTooMany ? group.rows : [...group.rows].sort(byArticleAndTime);
    const { archive } = group;
    return this.#pages
      .page(group, sorted)
      .map((row) => ('show' in row ? row : { type: 'annotation', id: `${group.id}/${row.id}`, archive, row }));
  }

  #rows({ archive, index }: ArchiveAnnotations): readonly AnnotationRow[] {
    const passes = rowFilter(this.#look.filter, this.#rowKnowledge(archive));
    return [...index.rows].filter((row) => row.kind !== 'other' && passes(row));
  }

  #rowKnowledge(archive: Archive): RowKnowledge {
    const index = this.#services.annotations.of(archive)?.index;
    return {
      stateOf: (row) => index?.stateOf(row),
      sourceOf: ({ kind, subject, article = '' }) => {
        if (kind === 'source') return archive.sources.resolve({ text: subject, from: 'field' }).name;
        const entry = archive.index.get(article);
        return entry === undefined ? undefined : sourceOf(entry, archive).name;
      },
    };
  }

  async #learn(annotations: ArchiveAnnotations): Promise<ItemKnowledge> {
    const { archive } = annotations;
    const [codebook, me] = await Promise.all([
      annotations.codebook(),
      this.#services.annotations.creator.known(archive.folder.uri),
    ]);
    return { codebook, me, stateOf: this.#rowKnowledge(archive).stateOf };
  }

  #annotations(): readonly ArchiveAnnotations[] {
    const { trees, annotations } = this.#services;
    return trees.shown.flatMap((archive) => annotations.of(archive) ?? []);
  }
}

function byArticleAndTime(one: AnnotationRow, other: AnnotationRow): number {
  const [a, b] = [one.article ?? '', other.article ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return one.created < other.created ? -1 : one.created > other.created ? 1 : 0;
}
