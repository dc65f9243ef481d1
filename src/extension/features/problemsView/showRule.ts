import * as vscode from 'vscode';
import { ruleAnchor } from '../../../core/problems/ruleAnchor';
import { problemTargets } from '../../problemRows';
import type { Services } from '../../services';

/** Opens the page that explains a rule, named by its id or by a row of the Problems view. */
export async function showRule(wanted: unknown, services: Services): Promise<void> {
  const rule = typeof wanted === 'string' ? wanted : problemTargets([wanted], services)[0]?.rule;
  const page = vscode.Uri.joinPath(services.context.extensionUri, 'media', 'rules.md');
  const place = rule === undefined ? page : page.with({ fragment: ruleAnchor(rule) });
  await vscode.commands.executeCommand('markdown.showPreview', place);
}
