import * as vscode from 'vscode';
import type { AnnotationFilter, AnnotationGrouping } from '../../../core/annotations/index/annotationGroups';
import { setContextKey } from '../../contribute';

const groupings: readonly AnnotationGrouping[] = ['label', 'article', 'source', 'person'];

/** How a person looks at the annotations: grouped and filtered. The grouping is remembered. */
export class AnnotationsLook implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #grouping: AnnotationGrouping;
  #filter: AnnotationFilter = {};

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#grouping = groupings.find((known) => known === memory.get('annotations.grouping')) ?? 'label';
    this.#tell();
  }

  get grouping(): AnnotationGrouping {
    return this.#grouping;
  }

  get filter(): AnnotationFilter {
    return this.#filter;
  }

  get isFiltered(): boolean {
    return Object.keys(this.#filter).length > 0;
  }

  async groupBy(grouping: AnnotationGrouping): Promise<void> {
    this.#grouping = grouping;
    this.#tell();
    this.#changed.fire();
    await this.#memory.update('annotations.grouping', grouping);
  }

  setFilter(filter: AnnotationFilter): void {
    this.#filter = filter;
    this.#tell();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tell(): void {
    setContextKey('annotationsGrouping', this.#grouping);
    setContextKey('annotationsFiltered', this.isFiltered);
  }
}
