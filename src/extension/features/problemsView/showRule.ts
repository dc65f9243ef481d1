import * as vscode from 'vscode';
import type { Services } from '../../services';
import { problemTargets } from '../../workspace/problems/problemRows';
import { rulePage } from '../../workspace/problems/rulePage';

/** Opens the page that explains a rule, named by its id or by a row of the Problems view. */
export async function showRule(wanted: unknown, services: Services): Promise<void> {
  const rule = typeof wanted === 'string' ? wanted : problemTargets([wanted], services)[0]?.rule;
  if (rule !== undefined) await vscode.commands.executeCommand('vscode.open', rulePage(rule), { preview: true });
}
