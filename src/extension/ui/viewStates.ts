import type * as vscode from 'vscode';
import type { AnnotationFilter } from '../../core/annotations/index/annotationFilter';
import { type AnnotationGrouping, annotationGroupings } from '../../core/annotations/index/annotationTree';
import type { ArticleFilter } from '../../core/archive/articleFilter';
import { type ArticleOrder, articleOrders } from '../../core/archive/articleOrder';
import { type Grouping, groupingOf } from '../../core/archive/grouping';
import type { Severity } from '../../core/problems/problem';
import type { ProblemFilter } from '../../core/problems/problemFilter';
import { gravity } from '../../core/problems/problemSummary';
import { type ProblemGrouping, problemGroupings } from '../../core/problems/problemTree';
import { setContextKey } from './contribute';
import { ViewState } from './viewState';

export interface ArticleArrangement {
  readonly grouping: Grouping;
  readonly order: ArticleOrder;
}

export interface ProblemArrangement {
  readonly grouping: ProblemGrouping;
  readonly hints: boolean;
}

export interface AnnotationArrangement {
  readonly grouping: AnnotationGrouping;
}

export type ArticlesViewState = ViewState<ArticleArrangement, ArticleFilter>;
export type ProblemsViewState = ViewState<ProblemArrangement, ProblemFilter>;
export type AnnotationsViewState = ViewState<AnnotationArrangement, AnnotationFilter>;

/** How a person looks at the articles. */
export function articlesViewState(memory: vscode.Memento): ArticlesViewState {
  return new ViewState<ArticleArrangement, ArticleFilter>(memory, {
    keys: { grouping: 'grouping', order: 'order' },
    arrangement: {
      grouping: (kept) => groupingOf(kept) ?? 'source',
      order: oneOf(articleOrders, 'newest'),
    },
    tell: ({ grouping, order }, isFiltered) => {
      setContextKey('grouping', grouping);
      setContextKey('order', order);
      setContextKey('filtered', isFiltered);
    },
  });
}

/** How a person looks at the problems, with hints or without. */
export function problemsViewState(memory: vscode.Memento): ProblemsViewState {
  return new ViewState<ProblemArrangement, ProblemFilter>(memory, {
    keys: { grouping: 'problems.grouping', hints: 'problems.hints' },
    arrangement: { grouping: oneOf(problemGroupings, 'rule'), hints: (kept) => kept === true },
    tell: ({ grouping, hints }, isFiltered) => {
      setContextKey('problemsGrouping', grouping);
      setContextKey('problemHints', hints);
      setContextKey('problemsFiltered', isFiltered);
    },
  });
}

/** The least grave of the problems that show. */
export function leastGrave({ arrangement, filter: { severity = 'hint' } }: ProblemsViewState): Severity {
  return !arrangement.hints && gravity[severity] < gravity.information ? 'information' : severity;
}

/** How a person looks at the annotations. */
export function annotationsViewState(memory: vscode.Memento): AnnotationsViewState {
  return new ViewState<AnnotationArrangement, AnnotationFilter>(memory, {
    keys: { grouping: 'annotations.grouping' },
    arrangement: { grouping: oneOf(annotationGroupings, 'label') },
    tell: ({ grouping }, isFiltered) => {
      setContextKey('annotationsGrouping', grouping);
      setContextKey('annotationsFiltered', isFiltered);
    },
  });
}

function oneOf<T extends string>(known: readonly T[], usual: T): (kept: unknown) => T {
  return (kept) => known.find((item) => item === kept) ?? usual;
}
