import * as vscode from 'vscode';
import type { AnnotationFilter } from '../../../core/annotations/index/annotationFilter';
import type { AnnotationRow } from '../../../core/annotations/index/annotationRow';
import type { AnnotationsLook } from '../../ui/looks';
import { type FilterChoice, pickFilter } from '../../ui/pickFilter';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import { daysOf } from './daysOf';

type Answer = AnnotationFilter | undefined;

type Choice = FilterChoice<AnnotationFilter>;

/** What can be filtered by. */
export interface FilterKnowledge {
  readonly rows: () => Iterable<AnnotationRow>;
  readonly labelName: (label: string) => string;
}

/** Asks what to narrow the Annotations view to; each choice changes its part of the filter alone. */
export async function askForAnnotationFilter(look: AnnotationsLook, knowledge: FilterKnowledge): Promise<void> {
  const filter = await pickFilter<AnnotationFilter>({
    title: vscode.l10n.t('Filter Annotations'),
    placeholder: vscode.l10n.t('Words of the passage, the note or the path, or choose below'),
    words: look.filter.text ?? '',
    choices: (typed) => choices(look.filter, typed, knowledge),
  });
  if (filter !== undefined) look.setFilter(filter);
}

/** A filter in words, part by part. */
export function describeAnnotationFilter(filter: AnnotationFilter, labelName: (label: string) => string): string {
  const { t } = vscode.l10n;
  const { text, label, creator, from, to, states, isResolved } = filter;
  return [
    text === undefined ? '' : t('“{0}”', text),
    label === undefined ? '' : labelName(label),
    creator ?? '',
    from === undefined && to === undefined ? '' : describeDays(from, to),
    isResolved === false ? t('not resolved') : '',
    states === undefined ? '' : t('not found any more'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function choices(filter: AnnotationFilter, typed: string, knowledge: FilterKnowledge): Choice[] {
  const { t } = vscode.l10n;
  const { text, label, creator, from, to, states, isResolved } = filter;
  const items: (Choice | false)[] = [
    (typed !== '' || text !== undefined) && {
      label: typed === '' ? t('$(search) Any words') : t('$(search) Words “{0}”', typed),
      choose: () => without(filter, ['text'], typed === '' ? {} : { text: typed }),
    },
    {
      label: t('$(tag) Label…'),
      description: label === undefined ? t('any') : knowledge.labelName(label),
      choose: () => askForLabel(filter, knowledge),
    },
    {
      label: t('$(person) Person…'),
      description: creator ?? t('any'),
      choose: () => askForPerson(filter, knowledge),
    },
    {
      label: t('$(calendar) Made on…'),
      description: from === undefined && to === undefined ? t('any') : describeDays(from, to),
      choose: () => askForDays(filter),
    },
    {
      label: t('$(circle-large-outline) Not resolved only'),
      ...(isResolved === false && { description: t('on') }),
      choose: () => without(filter, ['isResolved'], isResolved === false ? {} : { isResolved: false }),
    },
    {
      label: t('$(warning) Not found any more only'),
      ...(states !== undefined && { description: t('on') }),
      choose: () => without(filter, ['states'], states === undefined ? { states: ['orphan'] } : {}),
    },
    Object.keys(filter).length > 0 && { label: t('$(clear-all) Clear filter'), choose: () => ({}) },
  ];
  return items.flatMap((item) => (item === false ? [] : [{ ...item, alwaysShow: true }]));
}

async function askForLabel(filter: AnnotationFilter, { rows, labelName }: FilterKnowledge): Promise<Answer> {
  const counts = countsOf(rows(), ({ labels }) => labels.map(({ label }) => label));
  const picked = await pickOne(vscode.l10n.t('Show Annotations With This Label'), counts, labelName);
  return picked && without(filter, ['label'], picked.key === undefined ? {} : { label: picked.key });
}

async function askForPerson(filter: AnnotationFilter, { rows }: FilterKnowledge): Promise<Answer> {
  const counts = countsOf(rows(), ({ creator }) => [creator]);
  const picked = await pickOne(vscode.l10n.t('Show Annotations of This Person'), counts, (name) => name);
  return picked && without(filter, ['creator'], picked.key === undefined ? {} : { creator: picked.key });
}

async function askForDays(filter: AnnotationFilter): Promise<Answer> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Show Annotations Made On'),
    prompt: vscode.l10n.t('A day, a month or a year, or two with .. between, such as 2025-03..2025-05. Empty: any.'),
    value: [filter.from, filter.to]
      .map((day) => day?.replace(/-99/g, '') ?? '')
      .join('..')
      .replace(/^\.\.$/, ''),
    validateInput: (value) => (daysOf(value) ? undefined : vscode.l10n.t('Type a date such as 2025-03-14.')),
  });
  const days = typed === undefined ? undefined : daysOf(typed);
  return days && without(filter, ['from', 'to'], days);
}

async function pickOne(
  title: string,
  counts: ReadonlyMap<string, number>,
  nameOf: (key: string) => string,
): Promise<{ readonly key: string | undefined } | undefined> {
  const items = [...counts]
    .map(([key, count]) => ({ label: plainLabel(nameOf(key)), description: showNumber(count), key }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return vscode.window.showQuickPick([{ label: vscode.l10n.t('any'), key: undefined }, ...items], { title });
}

function countsOf(
  rows: Iterable<AnnotationRow>,
  keysOf: (row: AnnotationRow) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const key of new Set(keysOf(row))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function describeDays(from: string | undefined, to: string | undefined): string {
  const [first, last] = [from ?? '', to?.replace(/-99/g, '') ?? ''];
  return first === last ? first : `${first}–${last}`;
}

/** The filter with some parts taken out and others set. */
function without(
  filter: AnnotationFilter,
  parts: readonly (keyof AnnotationFilter)[],
  set: AnnotationFilter,
): AnnotationFilter {
  const kept = Object.entries(filter).filter(([part]) => !parts.some((known) => known === part));
  return { ...Object.fromEntries(kept), ...set };
}
