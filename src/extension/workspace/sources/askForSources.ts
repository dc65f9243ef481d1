import * as vscode from 'vscode';
import type { Services } from '../../services';
import { pickSeveral } from '../../ui/pickSeveral';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import { type SourceCount, sourceCounts } from './sourceCounts';

type NamedSource = Pick<SourceCount, 'key' | 'name'>;

/** Asks which sources to show; those that are shown now are ticked. Undefined when the person thinks better of it. */
export async function askForSources(
  title: string,
  now: readonly NamedSource[] | undefined,
  { trees }: Services,
): Promise<{ readonly sources: readonly NamedSource[] | undefined } | undefined> {
  const chosen = new Set(now?.map(({ key }) => key));
  const items = sourceCounts(trees.shown).map(({ key, name, count }) => ({
    label: plainLabel(name),
    description: showNumber(count),
    picked: chosen.has(key),
    source: { key, name },
  }));
  const picked = await pickSeveral({ title, placeholder: vscode.l10n.t('None chosen means any source'), items });
  return picked && { sources: picked.length === 0 ? undefined : picked.map(({ source }) => source) };
}
