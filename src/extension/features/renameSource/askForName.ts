import * as vscode from 'vscode';
import { hostOf } from '../../../core/article/articleSource';
import { collapse } from '../../../core/article/fieldValue';
import { foldName, type SourceName } from '../../../core/article/sourceNames';
import { counted } from '../../ui/counts';
import type { Archive } from '../../workspace/archives/archive';
import { sourceCounts } from '../../workspace/sources/sourceCounts';

/** Asks for another name; undefined when the person does not want one after all. */
export async function askForName(archive: Archive, source: SourceName): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const counts = new Map(sourceCounts([archive]).map((one) => [one.key, one]));
  const name = await vscode.window.showInputBox({
    title: counted(
      t('Rename “{1}” in 1 article|Rename “{1}” in {0} articles'),
      counts.get(source.key)?.count ?? 0,
      source.name,
    ),
    prompt: t('The new name. What changes is shown before it is done.'),
    value: source.name,
    validateInput: (text) => {
      const wanted = collapse(text);
      if (wanted === '') return t('A source needs a name.');
      if (hostOf(wanted) !== undefined) return t('This is a URL. Write the name of the source.');
      const meant = archive.sources.resolve({ text: wanted, from: 'field' });
      const other = meant.key === source.key ? undefined : counts.get(meant.key);
      if (other === undefined) return undefined;
      return {
        message: counted(
          t(
            '“{1}” has 1 article already: both become one source.|“{1}” has {0} articles already: both become one source.',
          ),
          other.count,
          meant.name,
        ),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
    },
  });
  return name === undefined ? undefined : collapse(name);
}

/** Whether the old name is to stay known as another name of the source; undefined when the person wants nothing at all. */
export async function askForAlias(source: SourceName, to: string): Promise<boolean | undefined> {
  // Spellings that differ only by case, width or white space are one source anyway.
  if (foldName(source.name) === foldName(to)) return true;
  const { t } = vscode.l10n;
  const items = [
    {
      label: t('Keep “{0}” as another name', source.name),
      detail: t(
        'Articles to come that are written so are listed under “{0}” too. Written into {1}.',
        to,
        '.marginalia/sources.json',
      ),
      keep: true,
    },
    { label: t('Forget the old name'), detail: t('Only the articles change.'), keep: false },
  ];
  const title = t('Rename “{0}” to “{1}”', source.name, to);
  return (await vscode.window.showQuickPick(items, { title }))?.keep;
}
