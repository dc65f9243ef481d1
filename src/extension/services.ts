import type * as vscode from 'vscode';
import type { PrepareArticle } from './platform';
import type { ActivePreview } from './ui/activePreview';
import type { ArticlesViewState } from './ui/viewStates';
import type { Annotations } from './workspace/annotations/annotations';
import type { AnnotationTrees } from './workspace/annotations/annotationTrees';
import type { Archives } from './workspace/archives/archives';
import type { ArticleTrees } from './workspace/archives/articleTrees';
import type { RemoteImages } from './workspace/images/remoteImages';
import type { Problems } from './workspace/problems/problems';
import type { ProblemTrees } from './workspace/problems/problemTrees';

/** What every feature's register function is given. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly archives: Archives;
  readonly articlesState: ArticlesViewState;
  readonly trees: ArticleTrees;
  readonly problems: Problems;
  readonly problemTrees: ProblemTrees;
  readonly remoteImages: RemoteImages;
  readonly annotations: Annotations;
  readonly annotationTrees: AnnotationTrees;
  readonly prepareArticle: PrepareArticle;
  readonly activePreview: ActivePreview;
  readonly log: vscode.LogOutputChannel;
}
