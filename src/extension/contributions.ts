import type { AnnotationGrouping } from '../core/annotations/index/annotationTree';
import type { ArticleOrder } from '../core/archive/articleOrder';
import type { Grouping } from '../core/archive/grouping';
import type { ProblemGrouping } from '../core/problems/problemTree';

/**
 * What a person can choose in the menus that arrange the views, each by a command. What is in force has a tick there, and a command of
 * its own for it: the same name with `.active`. `npm run docs` writes both to package.json.
 */
export const arrangements = {
  articles: {
    groupBySource: { grouping: 'source' },
    groupByDate: { grouping: 'date' },
    groupByCategory: { grouping: 'category' },
    groupByFolder: { grouping: 'folder' },
    sortByNewest: { order: 'newest' },
    sortByOldest: { order: 'oldest' },
    sortByTitle: { order: 'title' },
  },
  problems: {
    groupProblemsByRule: { grouping: 'rule' },
    groupProblemsBySource: { grouping: 'source' },
  },
  annotations: {
    groupAnnotationsByLabel: { grouping: 'label' },
    groupAnnotationsByArticle: { grouping: 'article' },
    groupAnnotationsBySource: { grouping: 'source' },
    groupAnnotationsByPerson: { grouping: 'person' },
  },
} as const satisfies {
  readonly articles: Readonly<Record<string, { readonly grouping: Grouping } | { readonly order: ArticleOrder }>>;
  readonly problems: Readonly<Record<string, { readonly grouping: ProblemGrouping }>>;
  readonly annotations: Readonly<Record<string, { readonly grouping: AnnotationGrouping }>>;
};

type Arrangements = typeof arrangements;
export type ArrangementId = { [View in keyof Arrangements]: keyof Arrangements[View] }[keyof Arrangements];

/** All other commands. A test holds them against package.json both ways. */
const otherCommandIds = [
  'setUpArchive',
  'openSampleArchive',
  'goToArticle',
  'filterArticles',
  'clearFilter',
  'nextUnread',
  'refresh',
  'fixArticle',
  'ignoreInConfig',
  'turnOffRule',
  'changeSeverity',
  'ignoreRule',
  'nextProblem',
  'previousProblem',
  'cancelIndexing',
  'openArticle',
  'openToSide',
  'revealInExplorer',
  'openOriginal',
  'deleteArticle',
  'copyPath',
  'copyTitle',
  'copyCitation',
  'filterBySource',
  'showMore',
  'markRead',
  'markUnread',
  'fixProblems',
  'fixArchive',
  'renameSource',
  'checkImages',
  'checkArchiveImages',
  'checkBrokenImages',
  'localiseImages',
  'downloadImage',
  'treatAsPlaceholder',
  'findSnapshot',
  'markImageBroken',
  'openPreview',
  'openPreviewToSide',
  'lockPreview',
  'unlockPreview',
  'showPreviewSource',
  'exportPreview',
  'previousInPreview',
  'nextInPreview',
  'toggleReadInPreview',
  'forgetRemoteImages',
  'groupByProfile',
  'groupByProfile.active',
  'filterProblems',
  'clearProblemFilter',
  'checkAgain',
  'stopChecking',
  'goOnChecking',
  'openProblem',
  'openProblemToSide',
  'showRule',
  'showHints',
  'showHints.active',
  'annotate',
  'answerAnnotation',
  'editAnnotation',
  'saveAnnotation',
  'cancelAnnotation',
  'labelAnnotation',
  'deleteAnnotation',
  'undoDeleteAnnotation',
  'resolveAnnotation',
  'reopenAnnotation',
  'reattachAnnotation',
  'filterAnnotations',
  'clearAnnotationFilter',
  'openAnnotation',
  'openAnnotationToSide',
  'copyAnnotation',
  'annotateArticle',
  'annotateArticleInPreview',
  'setUpLabels',
  'renameLabel',
  'mergeLabel',
  'findMovedArticles',
  'showAgreement',
  'nextDisagreement',
  'previousDisagreement',
  'exportAnnotations',
  'importAnnotations',
  'editSourceProfile',
  'annotateSource',
] as const;

export type CommandId = (typeof otherCommandIds)[number] | ArrangementId | `${ArrangementId}.active`;

export const commandIds: readonly CommandId[] = [
  ...otherCommandIds,
  ...Object.values(arrangements)
    .flatMap((choices) => Object.keys(choices) as ArrangementId[])
    .flatMap((id): CommandId[] => [id, `${id}.active`]),
];

/** The files that each explain one rule. */
export const ruleScheme = 'marginalia-rule';

export const articlesView = 'marginalia.articles';
export const problemsView = 'marginalia.problems';
export const annotationsView = 'marginalia.annotations';
/** Previews in panels of their own, and in place of a text editor. */
export const previewPanelType = 'marginalia.articlePreview';
/** Forms of what is known of a source. */
export const sourceProfileType = 'marginalia.sourceProfile';
/** Reports of agreement between people. */
export const agreementPanelType = 'marginalia.agreement';
export const previewEditorType = 'marginalia.preview';

/** The settings by name, each with the default that package.json states. */
export const settingDefaults = {
  'articles.followActiveEditor': true as boolean,
  'articles.badge': 'unread' as 'unread' | 'problems' | 'none',
  'problems.check': 'archive' as 'archive' | 'openArticles',
  'articles.markRead': 'onOpen' as 'onOpen' | 'manually',
  'preview.remoteImages': 'askPerArchive' as 'never' | 'askPerArchive' | 'always',
  'preview.markRead': 'onEnd' as 'onEnd' | 'never',
  'preview.textOnly': false as boolean,
  'preview.textSize': 100 as number,
  'preview.width': 'medium' as 'narrow' | 'medium' | 'wide',
  'preview.typeface': 'sans' as 'sans' | 'serif',
  'preview.scrollSync': 'both' as 'both' | 'editorToPreview' | 'previewToEditor' | 'off',
  'annotations.creator': '' as string,
  'citation.format': '{title}. {source}, {date}. {link}' as string,
  'images.checkRemote': 'onCommand' as 'onCommand' | 'onSave' | 'onOpen' | 'archive',
  'images.allowPrivateHosts': [] as readonly string[],
  'images.userAgent': '' as string,
  'images.concurrency': 64 as number,
  'images.perHost': 10 as number,
  'images.timeout': 20 as number,
  'images.recheckAfterHours': {
    ok: 168,
    moved: 168,
    gone: 168,
    notAnImage: 168,
    placeholder: 168,
    truncated: 24,
    redirectLoop: 24,
    refused: 24,
    serverError: 1,
    unreachable: 1,
  } as Readonly<Record<string, number>>,
  'images.placeholderHashes': [] as readonly string[],
  'images.archiveEndpoint': 'https://archive.org/wayback/available' as string,
};

export type Settings = typeof settingDefaults;

/** Whether there is an archive to show: `none` until one is found or set up. */
export type ViewState = 'starting' | 'none' | 'ready';

/** What `when` clauses in package.json can ask. */
export interface ContextKeys {
  readonly state: ViewState;
  readonly indexing: boolean;
  readonly filtered: boolean;
  readonly grouping: Grouping;
  readonly order: ArticleOrder;
  readonly problemsGrouping: ProblemGrouping;
  readonly problemsFiltered: boolean;
  readonly problemHints: boolean;
  readonly checking: boolean;
  readonly checkStopped: boolean;
  readonly annotationsGrouping: AnnotationGrouping;
  readonly annotationsFiltered: boolean;
  /** A deleted annotation can be brought back. */
  readonly annotationDeleted: boolean;
  /** A report of agreement is open. */
  readonly agreementShown: boolean;
  /** The active editor holds an article. */
  readonly isArticle: boolean;
  /** The active preview stays with its article. */
  readonly previewLocked: boolean;
}

export const contextKeyNames: readonly (keyof ContextKeys)[] = [
  'state',
  'indexing',
  'filtered',
  'grouping',
  'order',
  'isArticle',
  'previewLocked',
  'problemsGrouping',
  'problemsFiltered',
  'problemHints',
  'checking',
  'checkStopped',
  'annotationDeleted',
  'agreementShown',
  'annotationsGrouping',
  'annotationsFiltered',
];

export function commandName(id: CommandId): string {
  return `marginalia.${id}`;
}
