import * as vscode from 'vscode';
import type { ArticleGroup } from '../../../core/archive/articleTree';
import type { ProfileField } from '../../../core/archive/grouping';
import { articleCount } from '../../ui/counts';
import { showNumber } from '../../ui/showNumber';
import { countryName, kindName, languageName } from '../../workspace/sources/sourceWords';

const icons: Readonly<Record<string, string>> = {
  source: 'library',
  noSource: 'library',
  year: 'calendar',
  month: 'calendar',
  day: 'calendar',
  noDate: 'calendar',
  unreadableDate: 'calendar',
  category: 'tag',
  noCategory: 'tag',
  folder: 'folder',
  kind: 'organization',
  country: 'globe',
  language: 'book',
  owner: 'account',
  funding: 'credit-card',
  rating: 'star',
  noField: 'question',
};

/** The row of a group, or of a line of groups with one child each; an archive's own row has a name given. */
export function groupItem(group: ArticleGroup, open: boolean, name?: string): vscode.TreeItem {
  const line = lineOf(group);
  const label = name ?? line.label;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, open ? Expanded : Collapsed);
  const kind = group.key?.kind;
  item.id = group.id;
  // What is cut off in a narrow side bar is the end: the date, never the count.
  item.description = [showNumber(group.count), line.dates].filter(Boolean).join(' · ');
  const counts = groupCounts(group, name);
  // A source's is made when the pointer rests on it: it tells what is known of the source.
  if (kind !== 'source') item.tooltip = counts;
  item.contextValue = kind === 'source' || kind === 'noSource' ? 'group source' : 'group';
  item.iconPath = new vscode.ThemeIcon(icons[kind ?? ''] ?? 'archive');
  item.accessibilityInformation = { label: counts };
  return item;
}

/** What a group's row tells of its articles. */
export function groupCounts(group: ArticleGroup, name?: string): string {
  const { label, dates } = lineOf(group);
  const named = name ?? [label, dates].filter(Boolean).join(' ');
  return vscode.l10n.t('{0}: {1}, {2} unread', named, articleCount(group.count), showNumber(group.totals.unread));
}

/** What a row shows of the groups it stands for: names, and the dates that stand below a name. */
interface Line {
  readonly label: string;
  readonly dates: string;
}

function lineOf({ line }: ArticleGroup): Line {
  const labels: string[] = [];
  let dates = '';
  for (const [at, group] of line.entries()) {
    // The last of a run of dates names all of it: `2021-03`.
    if (isDate(group) && isDate(line[at + 1])) continue;
    const isBelowDate = isDate(group) && isDate(line[at - 1]);
    const label = isBelowDate ? figures(group) : groupLabel(group);
    if (isDate(group) && labels.length > 0) dates = label;
    else labels.push(label);
  }
  return { label: labels.join(' ▸ '), dates };
}

const dateKinds: readonly unknown[] = ['year', 'month', 'day'];

function isDate(group: ArticleGroup | undefined): boolean {
  return dateKinds.includes(group?.key?.kind);
}

/** A date in figures, from the year on. */
function figures({ key, parent }: ArticleGroup): string {
  if (key === undefined || !('number' in key)) return '';
  const above = parent === undefined || !isDate(parent) ? '' : `${figures(parent)}-`;
  return above + String(key.number).padStart(key.kind === 'year' ? 4 : 2, '0');
}

/** The name of one group as a person reads it. */
export function groupLabel(group: ArticleGroup): string {
  const { key } = group;
  switch (key?.kind) {
    case undefined:
      return '';
    case 'year':
      return key.key;
    case 'month':
      return showCalendar({}, key.number, 1);
    case 'day':
      return showCalendar({ day: 'numeric' }, monthOf(group), key.number);
    case 'noDate':
      return vscode.l10n.t('No date');
    case 'unreadableDate':
      return vscode.l10n.t('Unreadable date');
    case 'noSource':
      return vscode.l10n.t('Unknown source');
    case 'noCategory':
      return vscode.l10n.t('No category');
    case 'kind':
      return kindName(group.name);
    case 'country':
      return countryName(group.name);
    case 'language':
      return languageName(group.name);
    case 'rating':
      return group.name === '' ? key.key : `${key.key} · ${group.name}`;
    case 'noField':
      return noFieldLabel(key.field);
    default:
      return group.name;
  }
}

function noFieldLabel(field: ProfileField | 'rating'): string {
  const { t } = vscode.l10n;
  switch (field) {
    case 'kind':
      return t('No kind');
    case 'country':
      return t('No country');
    case 'language':
      return t('No language');
    case 'owner':
      return t('No owner');
    case 'funding':
      return t('No funding');
    case 'rating':
      return t('No rating');
  }
}

function monthOf({ parent }: ArticleGroup): number {
  return parent?.key?.kind === 'month' ? parent.key.number : 1;
}

function showCalendar(parts: Intl.DateTimeFormatOptions, month: number, day: number): string {
  // Chinese spells a long month out, which stands badly beside years in figures.
  const style = vscode.env.language.startsWith('zh') ? 'short' : 'long';
  // Any leap year will do: it has all the days there are.
  const date = Date.UTC(2000, month - 1, day);
  return new Intl.DateTimeFormat(vscode.env.language, { month: style, ...parts, timeZone: 'UTC' }).format(date);
}
