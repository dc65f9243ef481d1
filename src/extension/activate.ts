import * as vscode from 'vscode';
import { configPath } from '../core/config/archiveConfig';
import { registerAgreement } from './features/agreement/registerAgreement';
import { registerAnnotationExchange } from './features/annotationExchange/registerAnnotationExchange';
import { registerAnnotationsView } from './features/annotationsView/registerAnnotationsView';
import { registerAnnotationThreads } from './features/annotationThreads/registerAnnotationThreads';
import { registerArticleCommands } from './features/articleCommands/registerArticleCommands';
import { registerArticlesView } from './features/articlesView/registerArticlesView';
import { registerDiagnostics } from './features/diagnostics/registerDiagnostics';
import { registerFilter } from './features/filter/registerFilter';
import { registerFixProblems } from './features/fixProblems/registerFixProblems';
import { registerGoToArticle } from './features/goToArticle/registerGoToArticle';
import { registerLabels } from './features/labels/registerLabels';
import { registerMovedArticles } from './features/movedArticles/registerMovedArticles';
import { registerPreview } from './features/preview/registerPreview';
import { registerProblemsView } from './features/problemsView/registerProblemsView';
import { registerQuickFixes } from './features/quickFixes/registerQuickFixes';
import { registerReadState } from './features/readState/registerReadState';
import { registerRemoteImages } from './features/remoteImages/registerRemoteImages';
import { registerRenameSource } from './features/renameSource/registerRenameSource';
import { registerRuleSettings } from './features/ruleSettings/registerRuleSettings';
import { registerSetUp } from './features/setUp/registerSetUp';
import { showConfigFaults } from './features/setUp/showConfigFaults';
import { registerSourceProfiles } from './features/sourceProfiles/registerSourceProfiles';
import type { Platform } from './platform';
import type { Services } from './services';
import { ActivePreview } from './ui/activePreview';
import { registerShowMore } from './ui/pagedGroups';
import { annotationsViewState, articlesViewState, problemsViewState } from './ui/viewStates';
import { Annotations } from './workspace/annotations/annotations';
import { AnnotationTrees } from './workspace/annotations/annotationTrees';
import { Archives } from './workspace/archives/archives';
import { ArticleTrees } from './workspace/archives/articleTrees';
import { fileExists } from './workspace/archives/fileExists';
import { followIsArticle } from './workspace/archives/isArticle';
import { followOpenDocuments } from './workspace/archives/openDocuments';
import { RemoteImages } from './workspace/images/remoteImages';
import { KnownVerdicts } from './workspace/problems/knownVerdicts';
import { Problems } from './workspace/problems/problems';
import { ProblemTrees } from './workspace/problems/problemTrees';

/** What the tests of the running extension look at. */
export interface ExtensionApi {
  readonly services: Services;
  /** What `activate` itself took. */
  readonly activationMilliseconds: number;
}

const features: readonly ((services: Services) => vscode.Disposable)[] = [
  showConfigFaults,
  registerArticlesView,
  registerProblemsView,
  registerDiagnostics,
  registerQuickFixes,
  registerRuleSettings,
  registerArticleCommands,
  registerReadState,
  registerFilter,
  registerGoToArticle,
  registerSetUp,
  registerFixProblems,
  registerRenameSource,
  registerPreview,
  registerRemoteImages,
  registerAnnotationThreads,
  registerAnnotationsView,
  registerAgreement,
  registerAnnotationExchange,
  registerMovedArticles,
  registerLabels,
  registerSourceProfiles,
];

/** Wires the extension up. Reads nothing: that begins when the view is seen or an archive's article is opened. */
export function activateOn(context: vscode.ExtensionContext, platform: Platform): ExtensionApi | undefined {
  const started = performance.now();
  const log = vscode.window.createOutputChannel('Marginalia', { log: true });
  const archives = new Archives(context, platform, log);
  const articlesState = articlesViewState(context.workspaceState);
  const trees = new ArticleTrees(archives, articlesState);
  const kept = vscode.Uri.joinPath(context.globalStorageUri, 'remoteImages.jsonl');
  const verdicts = new KnownVerdicts(platform.openText(kept), log);
  const problems = new Problems(archives, verdicts, log);
  const remoteImages = new RemoteImages(verdicts, problems, platform.openHttp, log);
  const look = problemsViewState(context.workspaceState);
  const problemTrees = new ProblemTrees(archives, articlesState, look);
  const annotations = new Annotations(context, archives, platform, log);
  const annotationsState = annotationsViewState(context.workspaceState);
  const annotationTrees = new AnnotationTrees(archives, annotations, annotationsState);
  const activePreview = new ActivePreview();
  const services: Services = {
    context,
    archives,
    articlesState,
    trees,
    problems,
    problemTrees,
    remoteImages,
    annotations,
    annotationTrees,
    log,
    prepareArticle: platform.prepareArticle,
    activePreview,
  };
  context.subscriptions.push(
    log,
    archives,
    articlesState,
    trees,
    problems,
    remoteImages,
    look,
    problemTrees,
    annotations,
    annotationsState,
    annotationTrees,
    activePreview,
    followOpenDocuments(archives, log),
    followIsArticle(archives),
    registerShowMore(),
    ...features.map((register) => register(services)),
    startWithArticles(archives),
  );
  const activationMilliseconds = performance.now() - started;
  return context.extensionMode === vscode.ExtensionMode.Production ? undefined : { services, activationMilliseconds };
}

/** An article opened in a folder that is set up as an archive is reason enough to read it; any Markdown file is not. */
function startWithArticles(archives: Archives): vscode.Disposable {
  let isStarted = false;
  const consider = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    if (isStarted) return;
    const uri = editor?.document.languageId === 'markdown' ? editor.document.uri : undefined;
    const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined) return;
    // Without a configuration the folder waits until its view is looked at.
    if (!(await fileExists(vscode.Uri.joinPath(folder.uri, configPath)))) return;
    isStarted = true;
    await archives.start();
  };
  void consider(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor((editor) => void consider(editor));
}
