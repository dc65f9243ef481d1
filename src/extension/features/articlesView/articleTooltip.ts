import * as vscode from 'vscode';
import type { ArticleEntry, BodyFacts } from '../../../core/article/articleEntry';
import { shortened } from '../../../core/article/shortened';
import { foldName } from '../../../core/article/sourceNames';
import { counted } from '../../ui/counts';
import { showDateBriefly, showDateInFull } from '../../ui/showDate';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';

/** More would cover the window. */
const longestShown = 400;

export interface KnownOfArticle {
  /** What is wrong with it, in a line. */
  readonly problems: string;
  /** How many there are. */
  readonly annotations: number;
}

/** All that is known of an article. Its values are strangers' text: shown as text, never as Markdown. */
export function articleTooltip(entry: ArticleEntry, archive: Archive, known: KnownOfArticle): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.isTrusted = false;
  tooltip.appendMarkdown('**');
  appendWords(tooltip, shortened(entry.title, longestShown));
  tooltip.appendMarkdown('**\n\n| | |\n|:--|:--|\n');
  for (const [name, value] of facts(entry, archive, known)) {
    tooltip.appendMarkdown('| ').appendText(name).appendMarkdown('&nbsp; | ');
    appendWords(tooltip, shortened(value, longestShown));
    tooltip.appendMarkdown(' |\n');
  }
  return tooltip;
}

function facts(
  entry: ArticleEntry,
  archive: Archive,
  { problems, annotations }: KnownOfArticle,
): readonly (readonly [string, string])[] {
  const { t } = vscode.l10n;
  const { date, body, author, categories, source } = entry;
  const found: [string, string][] = [];
  found.push([t('Source'), source === undefined ? t('Unknown source') : archive.sources.resolve(source).name]);
  const writer = author === undefined ? undefined : archive.names.authors.of(author);
  if (writer !== undefined && writer.key !== foldName(source?.text ?? '')) found.push([t('Author'), writer.name]);
  if (date.kind === 'read') {
    const { shown, written } = showDateInFull(date, archive.timeZone);
    if (written === undefined) found.push([t('Date'), shown]);
    else found.push([t('Date as written'), written], [t('Date as read'), shown]);
  } else {
    found.push([t('Date'), showDateBriefly(date, archive.timeZone)]);
  }
  if (categories.length > 0)
    found.push([t('Categories'), categories.map((text) => archive.names.categories.of(text).name).join(', ')]);
  if (body !== undefined) {
    found.push([t('Length'), lengthOf(body)]);
    found.push([t('Images'), showNumber(body.images)]);
  }
  found.push([t('Problems'), problems]);
  if (annotations > 0) found.push([t('Annotations'), showNumber(annotations)]);
  found.push([t('File'), entry.path]);
  return found;
}

/** Each Chinese character counts as a word: where there are hardly more characters than words, only they are told. */
function lengthOf({ words, characters }: BodyFacts): string {
  return characters < words * 1.5
    ? counted(vscode.l10n.t('1 character|About {0} characters'), words)
    : [
        counted(vscode.l10n.t('1 word|{0} words'), words),
        counted(vscode.l10n.t('1 character|{0} characters'), characters),
      ].join(vscode.l10n.t(', '));
}

/** Text appended as a whole gets spaces that do not break, so that long titles would run out of the window. */
function appendWords(tooltip: vscode.MarkdownString, text: string): void {
  for (const [at, word] of text.trim().split(/\s+/u).entries()) {
    if (at > 0) tooltip.appendMarkdown(' ');
    // A bar would end the cell of the table.
    for (const [part, text] of word.split('|').entries())
      tooltip.appendMarkdown(part > 0 ? '\\|' : '').appendText(text);
  }
}
