import * as vscode from 'vscode';
import { type Codebook, labelOf } from '../../../core/annotations/codebook/codebook';
import type { Services } from '../../services';
import { labelIcon } from '../../ui/labelIcon';
import { showInformation } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';

/** A label of an archive, whether its codebook knows it or annotations only name it. */
export interface ChosenLabel {
  readonly own: ArchiveAnnotations;
  readonly codebook: Codebook;
  readonly id: string;
  /** What it is to become, where that was said already. */
  readonly to?: string;
}

/** The label of a row in the Annotations view, of what a key binding says, or one that the person picks. */
export async function chosenLabel(
  value: unknown,
  services: Services,
  question: string,
): Promise<ChosenLabel | undefined> {
  const { archives, annotationTrees } = services;
  await archives.whenRead();
  const all = annotationTrees.shownAnnotations;
  await Promise.all(all.map((own) => own.load()));
  const fields = typeof value === 'object' && value !== null ? value : {};
  if (annotationTrees.isRow(value) && value.type === 'group' && value.key?.kind === 'label') {
    const own = all.find(({ archive }) => archive === annotationTrees.archiveOf(value));
    if (own !== undefined && value.key.key !== '') return { own, id: value.key.key, codebook: await own.codebook() };
  }
  if ('label' in fields && typeof fields.label === 'string') {
    const { label: id } = fields;
    const to = 'to' in fields && typeof fields.to === 'string' ? fields.to : undefined;
    for (const own of all) {
      const codebook = await own.codebook();
      if (labelIds(own, codebook).has(id)) return { own, id, codebook, ...(to !== undefined && { to }) };
    }
  }
  return pickLabel(all, question);
}

/** All labels that the codebook or an annotation names, with the number of annotations that have them. */
export function labelIds({ index }: ArchiveAnnotations, { labels }: Codebook): ReadonlyMap<string, number> {
  const counts = new Map(labels.map(({ id }) => [id, 0]));
  for (const row of index.rows) {
    for (const label of new Set(row.labels.map((use) => use.label))) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

/** Asks for one of the labels that there are. */
export async function pickLabel(
  archives: readonly ArchiveAnnotations[],
  title: string,
  without?: string,
): Promise<ChosenLabel | undefined> {
  const items: (vscode.QuickPickItem & { readonly chosen: ChosenLabel })[] = [];
  for (const own of archives) {
    const codebook = await own.codebook();
    for (const [id, count] of labelIds(own, codebook)) {
      if (id === without) continue;
      const label = labelOf(codebook, id);
      const facts = [id, showNumber(count), archives.length > 1 ? own.archive.folder.name : ''];
      items.push({
        label: label?.name ?? id,
        description: facts.filter((fact) => fact !== '').join(' · '),
        iconPath: labelIcon(label?.colour),
        chosen: { own, codebook, id },
      });
    }
  }
  if (items.length === 0) {
    void showInformation(vscode.l10n.t('There are no labels yet. Set Up Labels makes the first.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.chosen;
}
