import * as vscode from 'vscode';
import type { ArticleEntry, ArticleFault } from '../core/article/articleEntry';

/** What is wrong with an article, in a line. */
export function showFault(entry: ArticleEntry): string {
  if (entry.fault !== undefined) return faultText(entry.fault);
  return entry.date.kind === 'unreadable' ? vscode.l10n.t('The date cannot be read.') : '';
}

function faultText(fault: ArticleFault): string {
  switch (fault) {
    case 'missing':
      return vscode.l10n.t('There is no front matter.');
    case 'unclosed':
      return vscode.l10n.t('The front matter has no closing line.');
    case 'syntax':
      return vscode.l10n.t('The front matter is malformed; what could be read of it is shown.');
    case 'notAMapping':
      return vscode.l10n.t('The front matter is no list of names and values.');
    case 'unsafeLanguage':
      return vscode.l10n.t('The front matter is in a language that is not read, for safety.');
    case 'tooLarge':
      return vscode.l10n.t('The front matter is too large to be read.');
    case 'notUtf8':
      return vscode.l10n.t('The file is not UTF-8 text. Save it with encoding UTF-8 to read it here.');
    case 'cannotRead':
      return vscode.l10n.t('The file cannot be read. The Marginalia log says why.');
  }
}
