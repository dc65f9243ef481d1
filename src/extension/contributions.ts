import type { ArticleOrder } from '../core/archive/articleOrder';
import type { Grouping } from '../core/archive/grouping';

/** Everything the extension contributes by name. A test holds this page against package.json both ways. */
export const commandIds = [
  'setUpArchive',
  'goToArticle',
  'filterArticles',
  'clearFilter',
  'nextUnread',
  'refresh',
  'cancelIndexing',
  'openArticle',
  'openToSide',
  'revealInExplorer',
  'copyPath',
  'copyTitle',
  'copyCitation',
  'filterBySource',
  'showMore',
  'markRead',
  'markUnread',
  'groupBySource',
  'groupByDate',
  'groupByCategory',
  'groupByFolder',
  'sortByNewest',
  'sortByOldest',
  'sortByTitle',
  'groupBySource.active',
  'groupByDate.active',
  'groupByCategory.active',
  'groupByFolder.active',
  'sortByNewest.active',
  'sortByOldest.active',
  'sortByTitle.active',
] as const;

export type CommandId = (typeof commandIds)[number];

export const articlesView = 'marginalia.articles';

/** The settings by name, each with the default that package.json states. */
export const settingDefaults = {
  'articles.followActiveEditor': true as boolean,
  'articles.badge': 'unread' as 'unread' | 'problems' | 'none',
  'problems.check': 'archive' as 'archive' | 'openArticles',
  'articles.markRead': 'onOpen' as 'onOpen' | 'manually',
  'citation.format': '{title}. {source}, {date}. {link}' as string,
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
}

export const contextKeyNames: readonly (keyof ContextKeys)[] = ['state', 'indexing', 'filtered', 'grouping', 'order'];

export function commandName(id: CommandId): string {
  return `marginalia.${id}`;
}
