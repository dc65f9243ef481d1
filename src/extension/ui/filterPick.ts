import * as vscode from 'vscode';
import { readDayRange, writeDayRange } from '../../core/query/dayRange';
import { type Facets, isEmptyFilter, namesOf, withPart } from '../../core/query/filter';
import type { Message } from '../../core/text/message';
import { acceptedItem } from './acceptedItem';
import { pickSeveral } from './pickSeveral';
import { translate } from './translate';

/** A value that a facet can have. */
export interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

type Element<Value> = Value extends readonly (infer One)[] ? One : Value;

/** What there is to choose from, of the facets that are asked for so. */
export type Choices<Filter> = {
  readonly [Name in keyof Filter]?: () => readonly Choice<Element<NonNullable<Filter[Name]>>>[];
};

export interface FilterQuestion<Filter> {
  readonly title: string;
  readonly placeholder: string;
  readonly facets: Facets<Filter, never, never>;
  readonly choices: Choices<Filter>;
}

/** A way to go on from a filter. */
interface FilterItem<Filter> extends vscode.QuickPickItem {
  /** `undefined` when the person thinks better of it. */
  readonly choose: () => Promise<Filter | undefined> | Filter | undefined;
}

/**
 * Asks what to narrow a view to. What is typed is the words to search for; the other facets stand below with what they are set to,
 * and choosing one changes it alone.
 */
export async function pickFilter<Filter extends object>(
  filter: Filter,
  question: FilterQuestion<Filter>,
): Promise<Filter | undefined> {
  const pick = vscode.window.createQuickPick<FilterItem<Filter>>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.value = 'text' in filter && typeof filter.text === 'string' ? filter.text : '';
  const offer = (): void => {
    pick.items = itemsOf(filter, question, pick.value.trim());
  };
  offer();
  const item = await new Promise<FilterItem<Filter> | undefined>((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => resolve(acceptedItem(pick)));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return item?.choose();
}

/** A filter in words, part by part. */
export function describeFilter<Filter extends object>(facets: Facets<Filter, never, never>, filter: Filter): string {
  return namesOf(facets)
    .flatMap((name) => describePart(facets, filter, name) ?? [])
    .join(' · ');
}

function describePart<Filter extends object>(
  facets: Facets<Filter, never, never>,
  filter: Filter,
  name: keyof Filter,
): string | undefined {
  const value = filter[name];
  if (value === undefined || value === null) return undefined;
  const described = facets[name].describe(value);
  return isMessage(described) ? translate(described) : described.join(vscode.l10n.t(' or '));
}

function isMessage(described: Message | readonly string[]): described is Message {
  return 'template' in described;
}

function itemsOf<Filter extends object>(
  filter: Filter,
  question: FilterQuestion<Filter>,
  typed: string,
): FilterItem<Filter>[] {
  const items = namesOf(question.facets).flatMap((name) => itemOf(filter, question, name, typed) ?? []);
  const clear = { label: vscode.l10n.t('$(clear-all) Clear filter'), choose: () => ({}) as Filter };
  return [...items, ...(isEmptyFilter(filter) ? [] : [clear])].map((item) => ({ ...item, alwaysShow: true }));
}

function itemOf<Filter extends object, Name extends keyof Filter>(
  filter: Filter,
  { facets, choices }: FilterQuestion<Filter>,
  name: Name,
  typed: string,
): FilterItem<Filter> | undefined {
  const { t } = vscode.l10n;
  const { question } = facets[name];
  const value = filter[name];
  /** What was asked for has the type of its facet. */
  const set = (answer: unknown): Filter => withPart(filter, name, answer as Filter[Name] | undefined);
  switch (question.kind) {
    case 'words':
      if (typed === '' && value === undefined) return undefined;
      return {
        label: typed === '' ? t('$(search) Any words') : translate(question.label(typed)),
        choose: () => set(typed === '' ? undefined : typed),
      };
    case 'toggle':
      return {
        label: translate(question.label),
        ...(value !== undefined && { description: t('on') }),
        choose: () => set(value === undefined ? question.value : undefined),
      };
    default:
      return {
        label: translate(question.label),
        description: describePart(facets, filter, name) ?? t('any'),
        choose: async () => {
          const title = translate(question.title);
          const items = choices[name]?.() ?? [];
          const answer =
            question.kind === 'days'
              ? await askForDays(title, value ?? {})
              : question.kind === 'one'
                ? await askForOne(title, items, value)
                : await askForSeveral(title, items, value);
          return answer && set(answer.value);
        },
      };
  }
}

/** Undefined when the person thinks better of it, a value of undefined when any will do. */
type Answer = Promise<{ readonly value: unknown } | undefined>;

async function askForDays(title: string, now: object): Answer {
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A year, a month or a day, or two of them with “..” between. Empty means any date.'),
    placeHolder: '2021    2021-03    2021-03-05    2021-03..2022-06    2020..',
    value: isEmptyFilter(now) ? '' : writeDayRange(now),
    validateInput: (text) =>
      text.trim() === '' || readDayRange(text) !== undefined
        ? undefined
        : vscode.l10n.t('Write dates such as 2021, 2021-03 or 2021-03-05..2021-06.'),
  });
  return typed === undefined ? undefined : { value: readDayRange(typed) };
}

async function askForOne(title: string, choices: readonly Choice<unknown>[], now: unknown): Answer {
  const { t } = vscode.l10n;
  const items = [...choices, { label: t('any'), value: undefined }].map((item) => ({
    ...item,
    ...(isSame(item.value, now) && { description: t('on') }),
  }));
  return vscode.window.showQuickPick(items, { title });
}

async function askForSeveral(title: string, choices: readonly Choice<unknown>[], now: unknown): Answer {
  const chosen = Array.isArray(now) ? now : [];
  const items = choices.map((item) => ({ ...item, picked: chosen.some((value) => isSame(value, item.value)) }));
  const placeholder = vscode.l10n.t('None chosen means any');
  const picked = await pickSeveral({ title, placeholder, items });
  return picked && { value: picked.length === 0 ? undefined : picked.map(({ value }) => value) };
}

/** Values are texts, or known by their keys. */
function isSame(one: unknown, other: unknown): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'key' in value ? value.key : value;
}
