import * as vscode from 'vscode';
import type { RuleScope } from '../../../core/config/ruleInConfig';
import { articleCount } from '../../ui/counts';
import { plainLabel } from '../../ui/plainLabel';
import { sourceOf } from '../../workspace/sources/sourceCounts';
import type { RuleRequest } from './ruleRequest';

/** More than anybody reads; what is typed narrows the list. */
const mostChoices = 500;

interface ScopeChoice extends vscode.QuickPickItem {
  readonly scope?: RuleScope;
}

/** The source or the folder that is meant; of a row of one source it is known. */
export async function askForScope(request: RuleRequest, rules: string): Promise<RuleScope | undefined> {
  const { t } = vscode.l10n;
  const sources = countedSources(request);
  const [only] = sources;
  if (request.isSource && only !== undefined) return only.scope;
  const folders = countedFolders(request);
  const heading = (label: string): ScopeChoice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items = [heading(t('Sources')), ...sources, heading(t('Folders')), ...folders];
  const title = t('Ignore {0} for…', rules);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.scope;
}

function countedSources({ archive, articles }: RuleRequest): readonly ScopeChoice[] {
  const counts = new Map<string, number>();
  for (const entry of articles) {
    if (entry.source === undefined) continue;
    const { name } = sourceOf(entry, archive);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return ranked(counts).map(([name, count]) => ({
    label: `$(library) ${plainLabel(name)}`,
    description: articleCount(count),
    scope: { kind: 'source', name },
  }));
}

/** Each folder with all that is below it, the top folder too. */
function countedFolders({ articles }: RuleRequest): readonly ScopeChoice[] {
  const counts = new Map<string, number>();
  for (const { path } of articles) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return ranked(counts).map(([path, count]) => ({
    label: `$(folder) ${plainLabel(path)}`,
    description: articleCount(count),
    scope: { kind: 'folder', path },
  }));
}

function ranked(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, mostChoices);
}
