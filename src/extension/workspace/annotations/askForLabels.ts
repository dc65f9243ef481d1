import * as vscode from 'vscode';
import type { Label, LabelScope } from '../../../core/annotations/codebook/codebook';
import type { LabelUse } from '../../../core/annotations/model/annotation';
import { labelIcon } from '../../ui/labelIcon';
import type { ArchiveAnnotations } from './archiveAnnotations';
import { askForLabelValue } from './askForLabelValue';
import { setUpLabels } from './setUpLabels';

interface LabelItem extends vscode.QuickPickItem {
  readonly id: string;
  /** Undefined for one that is in use but not in the codebook. */
  readonly entry: Label | undefined;
}

/** Asks which labels fit; `undefined` when the person thinks better of it. Typing a label's key chooses it. */
export async function askForLabels(
  annotations: ArchiveAnnotations,
  scope: LabelScope,
  given: readonly LabelUse[] = [],
): Promise<readonly LabelUse[] | undefined> {
  if (!(await annotations.hasCodebook())) {
    const answer = await askForCodebook();
    if (answer === undefined) return undefined;
    if (answer === 'none' || !(await setUpLabels(annotations))) return given;
  }
  const { labels } = await annotations.codebook();
  const items = [
    ...labels.filter(({ scope: scopes }) => scopes.includes(scope)).map(itemOf),
    ...given
      .filter(({ label }) => !labels.some(({ id }) => id === label))
      .map(({ label }): LabelItem => ({ label, id: label, entry: undefined })),
  ];
  if (items.length === 0) return given;
  const chosen = await pick(items, new Set(given.map(({ label }) => label)));
  if (chosen === undefined) return undefined;
  const uses: LabelUse[] = [];
  for (const { id, entry } of chosen) {
    const before = given.find(({ label }) => label === id);
    const use = entry === undefined ? before : await askForLabelValue(entry, before);
    if (use === undefined) return undefined;
    uses.push(use);
  }
  return uses;
}

async function askForCodebook(): Promise<'set up' | 'none' | undefined> {
  const { t } = vscode.l10n;
  const chosen = await vscode.window.showQuickPick(
    [
      {
        label: t('$(tag) Set up the usual labels'),
        detail: t(
          'Claim, evidence, opinion, quotation and more, in .marginalia/labels.json, where you can change them.',
        ),
        answer: 'set up' as const,
      },
      { label: t('$(comment) Annotate without labels'), answer: 'none' as const },
    ],
    { title: t('This Archive Has No Labels Yet'), ignoreFocusOut: true },
  );
  return chosen?.answer;
}

function itemOf(entry: Label): LabelItem {
  return {
    id: entry.id,
    entry,
    label: entry.key === undefined ? entry.name : `${entry.key}  ${entry.name}`,
    iconPath: labelIcon(entry.colour),
    ...(entry.definition === undefined ? {} : { detail: entry.definition }),
  };
}

async function pick(
  items: readonly LabelItem[],
  chosen: ReadonlySet<string>,
): Promise<readonly LabelItem[] | undefined> {
  const quickPick = vscode.window.createQuickPick<LabelItem>();
  quickPick.title = vscode.l10n.t('Labels');
  quickPick.placeholder = items.some(({ entry }) => entry?.key !== undefined)
    ? vscode.l10n.t('Press the keys of labels, then Enter. None is fine.')
    : vscode.l10n.t('Choose labels, then press Enter. None is fine.');
  quickPick.canSelectMany = true;
  quickPick.matchOnDetail = true;
  quickPick.ignoreFocusOut = true;
  quickPick.items = items;
  quickPick.selectedItems = items.filter(({ id }) => chosen.has(id));
  const picked = await new Promise<readonly LabelItem[] | undefined>((resolve) => {
    quickPick.onDidChangeValue((value) => {
      const item = items.find(({ entry }) => entry?.key !== undefined && entry.key === value);
      if (item === undefined) return;
      const { selectedItems } = quickPick;
      quickPick.value = '';
      quickPick.selectedItems = selectedItems.includes(item)
        ? selectedItems.filter((other) => other !== item)
        : [...selectedItems, item];
    });
    quickPick.onDidAccept(() => resolve(quickPick.selectedItems));
    quickPick.onDidHide(() => resolve(undefined));
    quickPick.show();
  });
  quickPick.dispose();
  return picked;
}
