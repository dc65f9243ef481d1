import * as vscode from 'vscode';
import type { AnchorState } from '../../../core/annotations/anchoring/passage';
import { type Codebook, labelOf } from '../../../core/annotations/codebook/codebook';
import type { AnnotationGrouping } from '../../../core/annotations/index/annotationGroups';
import type { AnnotationRow } from '../../../core/annotations/index/annotationRow';
import { isolated } from '../../../core/text/isolated';
import { commandName } from '../../contributions';
import { labelIcon } from '../../ui/labelIcon';
import { showNumber } from '../../ui/showNumber';
import type { AnnotationLeaf } from '../../workspace/annotations/annotationLeaf';
import { labelsText } from '../../workspace/annotations/labelNames';
import type { Archive } from '../../workspace/archives/archive';

/** Rows that belong together, or all of an archive where there are several. */
export interface AnnotationsGroup {
  readonly type: 'group';
  readonly id: string;
  readonly archive: Archive;
  readonly kind: AnnotationGrouping | 'orphans' | 'archive';
  readonly key: string;
  readonly rows: readonly AnnotationRow[];
}

/** What rows need to know of their archive. */
export interface ItemKnowledge {
  readonly codebook: Codebook;
  readonly me: string | undefined;
  readonly stateOf: (row: AnnotationRow) => AnchorState | undefined;
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The row of a label, an article, a source, a person, the lost ones or, where there are several, an archive. */
export function groupItem(group: AnnotationsGroup, { codebook }: ItemKnowledge, open: boolean): vscode.TreeItem {
  const name = groupName(group, codebook);
  const item = new vscode.TreeItem(name, open ? Expanded : Collapsed);
  const count = showNumber(group.rows.length);
  item.id = group.id;
  item.description = count;
  item.contextValue = group.kind === 'label' && group.key === '' ? 'annotations' : `annotations ${group.kind}`;
  item.iconPath = groupIcon(group, codebook);
  item.tooltip = `${name}\n${vscode.l10n.t('Annotations: {0}', count)}`;
  item.accessibilityInformation = { label: `${name}. ${vscode.l10n.t('Annotations: {0}', count)}` };
  return item;
}

/** The row of one annotation. */
export function annotationItem(leaf: AnnotationLeaf, { codebook, me, stateOf }: ItemKnowledge): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { row, archive } = leaf;
  const isOrphan = stateOf(row) === 'orphan';
  const labels = labelsText(row.labels, codebook);
  const title = (row.article === undefined ? undefined : archive.index.get(row.article)?.title) ?? row.article ?? '';
  const subject = oneLine(row.kind === 'article' ? t('Whole article: {0}', title) : row.subject || t('Annotation'));
  const note = oneLine(row.note);
  const item = new vscode.TreeItem(subject, None);
  item.id = leaf.id;
  item.description = [note || labels, row.replies > 0 ? t('answers: {0}', showNumber(row.replies)) : '']
    .filter((part) => part !== '')
    .join(' · ');
  item.iconPath = isOrphan
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : row.isResolved
      ? new vscode.ThemeIcon('pass')
      : labelIcon(labelOf(codebook, row.labels[0]?.label ?? '')?.colour);
  const facts = [
    subject,
    isolated(row.note),
    labels,
    isOrphan ? t('Not found in the article any more') : '',
    row.isResolved ? t('resolved') : '',
    `${isolated(row.creator)}, ${row.created.slice(0, 10)}`,
    title,
  ].filter((fact) => fact !== '');
  item.tooltip = facts.join('\n');
  item.contextValue = [
    'annotation',
    row.creator === me ? 'own' : 'foreign',
    isOrphan && row.kind === 'passage' ? 'lost' : 'placed',
    row.isResolved ? 'resolved' : 'open',
  ].join(' ');
  item.command = { command: commandName('openAnnotation'), title: t('Open'), arguments: [leaf] };
  item.accessibilityInformation = { label: facts.join(', ') };
  return item;
}

function groupName({ kind, key, archive }: AnnotationsGroup, codebook: Codebook): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'orphans':
      return t('Not found any more');
    case 'archive':
      return archive.folder.name;
    case 'label':
      return key === '' ? t('No label') : (labelOf(codebook, key)?.name ?? key);
    case 'article':
      return key === '' ? t('On sources') : (archive.index.get(key)?.title ?? key);
    case 'source':
      return key || t('Unknown source');
    case 'person':
      return key || t('Unknown person');
  }
}

function groupIcon({ kind, key }: AnnotationsGroup, codebook: Codebook): vscode.ThemeIcon | vscode.Uri {
  switch (kind) {
    case 'orphans':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'archive':
      return new vscode.ThemeIcon('archive');
    case 'label':
      return labelIcon(labelOf(codebook, key)?.colour);
    case 'article':
      return new vscode.ThemeIcon('file');
    case 'source':
      return new vscode.ThemeIcon('library');
    case 'person':
      return new vscode.ThemeIcon('person');
  }
}

function oneLine(text: string): string {
  return isolated(text.replaceAll(/\s+/gu, ' ').trim());
}
