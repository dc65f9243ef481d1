import * as vscode from 'vscode';
import { sourcePlace } from '../../../core/problems/sourcePlace';
import { LineIndex } from '../../../core/text/lineIndex';
import { commandName } from '../../contributions';
import type { Services } from '../../services';
import { escapeMarkdown } from '../../ui/escapeMarkdown';
import { rangeIn } from '../../ui/rangeIn';
import { profileMarkdown } from '../../workspace/sources/profileMarkdown';
import { profileOf } from '../../workspace/sources/profileOf';

/** What is known of the source that an article's front matter names, with the way to its profile. */
export async function sourceHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { problems }: Services,
): Promise<vscode.Hover | undefined> {
  const checked = await problems.documents.checkNow(document);
  const text = checked?.article.entry.source;
  if (checked === undefined || checked.version !== document.version || text === undefined) return undefined;
  const { archive, article } = checked;
  const place = sourcePlace(article);
  if (place === undefined) return undefined;
  const range = rangeIn(new LineIndex(article.text), place);
  if (!range.contains(position)) return undefined;
  const { t } = vscode.l10n;
  const source = archive.sources.resolve(text);
  const profile = profileOf({ archive, source });
  const known = profile === undefined ? '' : profileMarkdown(profile, archive.sourceFile.profiles);
  const asked = encodeURIComponent(JSON.stringify([{ source: source.name, folder: archive.folder.uri.toString() }]));
  const content = new vscode.MarkdownString(
    [
      `**${escapeMarkdown(source.name)}**`,
      known === '' ? escapeMarkdown(t('Nothing is known of this source yet.')) : known,
      `[${t('Edit Source Profile')}](command:${commandName('editSourceProfile')}?${asked})`,
    ].join('\n\n'),
  );
  content.isTrusted = { enabledCommands: [commandName('editSourceProfile')] };
  return new vscode.Hover(content, range);
}
