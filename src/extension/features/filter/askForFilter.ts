import * as vscode from 'vscode';
import { type ArticleFilter, isEmptyFilter, withPart } from '../../../core/archive/articleFilter';
import { readDayRange } from '../../../core/archive/dayRange';
import type { Services } from '../../services';
import { describeDays } from '../../ui/describeFilter';
import { type FilterChoice, pickFilter } from '../../ui/pickFilter';
import { askForSources } from '../../workspace/sources/askForSources';

type Choice = FilterChoice<ArticleFilter>;

/**
 * Asks what to narrow the tree to. What is typed is sought in title, source and date; the other parts of the filter stand below
 * with what they are set to, and choosing one changes that part alone.
 */
export async function askForFilter(services: Services): Promise<void> {
  const { browsing } = services;
  const filter = await pickFilter<ArticleFilter>({
    title: vscode.l10n.t('Filter Articles'),
    placeholder: vscode.l10n.t('Words of the title, the source or the date, or choose below'),
    words: browsing.filter.text ?? '',
    choices: (typed) => choices(browsing.filter, typed, services),
  });
  if (filter !== undefined) browsing.setFilter(filter);
}

function choices(filter: ArticleFilter, typed: string, services: Services): Choice[] {
  const { t } = vscode.l10n;
  const items: (Choice | false)[] = [
    (typed !== '' || filter.text !== undefined) && {
      label: typed === '' ? t('$(search) Any words') : t('$(search) Articles with “{0}”', typed),
      choose: () => withPart(filter, 'text', typed === '' ? undefined : typed),
    },
    {
      label: t('$(library) Source…'),
      description: filter.sources?.map(({ name }) => name).join(', ') ?? t('any'),
      choose: () => chooseSources(filter, services),
    },
    {
      label: t('$(calendar) Dates…'),
      description: filter.days === undefined ? t('any') : describeDays(filter.days),
      choose: () => askForDays(filter),
    },
    toggle(filter, 'unread', t('$(circle-filled) Unread only')),
    toggle(filter, 'problems', t('$(warning) With problems only')),
    !isEmptyFilter(filter) && { label: t('$(clear-all) Clear filter'), choose: () => ({}) },
  ];
  return items.flatMap((item) => (item === false ? [] : [{ ...item, alwaysShow: true }]));
}

function toggle(filter: ArticleFilter, part: 'unread' | 'problems', label: string): Choice {
  const on = filter[part] === true;
  return {
    label,
    ...(on && { description: vscode.l10n.t('on') }),
    choose: () => withPart(filter, part, on ? undefined : true),
  };
}

async function chooseSources(filter: ArticleFilter, services: Services): Promise<ArticleFilter | undefined> {
  const title = vscode.l10n.t('Show Articles of These Sources');
  const answer = await askForSources(title, filter.sources, services);
  return answer && withPart(filter, 'sources', answer.sources);
}

async function askForDays(filter: ArticleFilter): Promise<ArticleFilter | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Show Articles of These Dates'),
    prompt: vscode.l10n.t('A year, a month or a day, or two of them with “..” between. Empty means any date.'),
    placeHolder: '2021    2021-03    2021-03-05    2021-03..2022-06    2020..',
    value: filter.days === undefined ? '' : writeDays(filter.days),
    validateInput: (text) =>
      text.trim() === '' || readDayRange(text) !== undefined
        ? undefined
        : vscode.l10n.t('Write dates such as 2021, 2021-03 or 2021-03-05..2021-06.'),
  });
  return typed === undefined ? undefined : withPart(filter, 'days', readDayRange(typed));
}

function writeDays({ first, last }: NonNullable<ArticleFilter['days']>): string {
  const write = (number: number | undefined): string =>
    number === undefined ? '' : String(number).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return `${write(first)}..${write(last)}`;
}
