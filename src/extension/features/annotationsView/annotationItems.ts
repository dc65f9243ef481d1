import * as vscode from 'vscode';
import { type Codebook, labelOf } from '../../../core/annotations/codebook/codebook';
import type { AnnotationGroup, AnnotationKey, AnnotationLeaf } from '../../../core/annotations/index/annotationTree';
import { isolated } from '../../../core/text/isolated';
import { commandName } from '../../contributions';
import { labelIcon } from '../../ui/labelIcon';
import { showNumber } from '../../ui/showNumber';
import { labelsText } from '../../workspace/annotations/labelNames';
import type { ArchiveKnowledge } from './annotationKnowledge';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The row of a label, an article, a source, a person, the lost ones or, where there are several, an archive. */
export function groupItem(
  group: AnnotationGroup,
  { archive, codebook }: ArchiveKnowledge,
  open: boolean,
): vscode.TreeItem {
  const { key } = group;
  const name = key === undefined ? archive.folder.name : groupName(key, codebook);
  const item = new vscode.TreeItem(name, open ? Expanded : Collapsed);
  const count = showNumber(group.size);
  item.id = group.id;
  item.description = count;
  item.contextValue = key?.kind === 'label' && key.key === '' ? 'annotations' : `annotations ${key?.kind ?? 'archive'}`;
  item.iconPath = groupIcon(key, codebook);
  item.tooltip = `${name}\n${vscode.l10n.t('Annotations: {0}', count)}`;
  item.accessibilityInformation = { label: `${name}. ${vscode.l10n.t('Annotations: {0}', count)}` };
  return item;
}

/** The row of one annotation. */
export function annotationItem(leaf: AnnotationLeaf, { archive, codebook, me }: ArchiveKnowledge): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { item: row } = leaf;
  const isOrphan = leaf.measure === 'orphan';
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

function groupName({ kind, key, name = key }: AnnotationKey, codebook: Codebook): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'orphans':
      return t('Not found any more');
    case 'label':
      return key === '' ? t('No label') : (labelOf(codebook, key)?.name ?? key);
    case 'article':
      return key === '' ? t('On sources') : name;
    case 'source':
      return key === '' ? t('Unknown source') : name;
    case 'person':
      return key || t('Unknown person');
  }
}

function groupIcon(group: AnnotationKey | undefined, codebook: Codebook): vscode.ThemeIcon | vscode.Uri {
  switch (group?.kind) {
    case undefined:
      return new vscode.ThemeIcon('archive');
    case 'orphans':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'label':
      return labelIcon(labelOf(codebook, group.key)?.colour);
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
