import * as vscode from 'vscode';
import { escapeMarkdown } from '../../ui/escapeMarkdown';
import type { PlacedSource } from '../articleArguments';
import { profileMarkdown } from './profileMarkdown';
import { profileOf } from './profileOf';

/** The tooltip of a source's group: what it says without a profile, and what the profile says. */
export function sourceTooltip(counts: string, placed: PlacedSource): vscode.MarkdownString {
  const profile = profileOf(placed);
  const tooltip = new vscode.MarkdownString(escapeMarkdown(counts));
  tooltip.isTrusted = false;
  if (profile !== undefined) {
    tooltip.appendMarkdown(`\n\n${profileMarkdown(profile, placed.archive.sourceFile.profiles)}`);
  }
  return tooltip;
}
