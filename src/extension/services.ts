import type * as vscode from 'vscode';
import type { ActivePreview } from './activePreview';
import type { Annotations } from './annotations/annotations';
import type { Archives } from './archives/archives';
import type { ArticleTrees } from './articleTrees';
import type { ArticlesLook } from './looks';
import type { PrepareArticle } from './platform';
import type { Problems } from './problems/problems';
import type { ProblemTrees } from './problemTrees';
import type { RemoteImages } from './remoteImages/remoteImages';

/** What every feature's register function is given. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly archives: Archives;
  readonly browsing: ArticlesLook;
  readonly trees: ArticleTrees;
  readonly problems: Problems;
  readonly problemTrees: ProblemTrees;
  readonly remoteImages: RemoteImages;
  readonly annotations: Annotations;
  readonly prepareArticle: PrepareArticle;
  readonly activePreview: ActivePreview;
  readonly log: vscode.LogOutputChannel;
}
