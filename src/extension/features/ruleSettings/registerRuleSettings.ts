import * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { type RuleRequest, ruleRequest } from './ruleRequest';

/** Changes how grave rules are where their problems are seen: in rows, and from the light bulb. */
export function registerRuleSettings(services: Services): vscode.Disposable {
  const onRequest =
    (act: (request: RuleRequest) => Promise<void>) =>
    async (...args: readonly unknown[]) => {
      const request = ruleRequest(args, services);
      if (request !== undefined) await act(request);
    };
  const load = () => import('./changeRule');
  return vscode.Disposable.from(
    registerCommand(
      'turnOffRule',
      onRequest(async (request) => (await load()).turnOffRule(request, services)),
    ),
    registerCommand(
      'changeSeverity',
      onRequest(async (request) => (await load()).changeSeverity(request, services)),
    ),
    registerCommand(
      'ignoreRule',
      onRequest(async (request) => (await load()).ignoreRule(request, services)),
    ),
  );
}
