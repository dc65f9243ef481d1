import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../../core/annotations/anchorAnnotations';
import type { Codebook } from '../../../core/annotations/codebook/codebook';
import { subjectOf } from '../../../core/annotations/index/annotationRow';
import { shortened } from '../../../core/article/shortened';
import { isolated } from '../../../core/text/isolated';
import { labelsText } from '../../workspace/annotations/labelNames';

const longest = 120;

/** What stands above a thread: its labels, what it is on, and whether that is still there. */
export function threadTitle({ annotation, state, score }: AnchoredAnnotation, codebook: Codebook): string {
  const { t } = vscode.l10n;
  const labels = labelsText(annotation.labels, codebook);
  const subject = isolated(shortened(subjectOf(annotation).replaceAll(/\s+/gu, ' '), longest));
  const place = (): string => {
    switch (annotation.target.kind) {
      case 'passage':
        if (state === 'orphan') return t('Passage not found any more: “{0}”', subject);
        return state === 'approximate' ? t('Changed since ({0} % alike): “{1}”', Math.round(score * 100), subject) : '';
      case 'article':
        return t('On the whole article');
      case 'image':
        return state === 'orphan' ? t('Image not found any more: {0}', subject) : t('On the image {0}', subject);
      default:
        return t('An answer to what is not here any more');
    }
  };
  const title = [place(), labels].filter((part) => part !== '').join(' · ');
  return title === '' ? t('Annotation') : title;
}
