import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotations/codebook/codebook';
import { isOfAnother } from '../../../core/annotations/codebook/codebookEdits';
import type { LabelChange } from '../../../core/annotations/codebook/labelChange';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { applyLabelChange } from './applyLabelChange';
import { type ChosenLabel, chosenLabel, labelIds, pickLabel } from './chosenLabel';

const { t } = vscode.l10n;

/** Gives a label another name; into that of another label it is merged. */
export async function renameLabel(value: unknown, services: Services): Promise<void> {
  const chosen = await chosenLabel(value, services, t('Which Label Is to Have Another Name?'));
  if (chosen === undefined) return;
  const to = chosen.to ?? (await askForName(chosen));
  if (to === undefined) return;
  const change = await changeTo(chosen, to);
  if (change !== undefined) await applyLabelChange(chosen.own, change, services);
}

/** Makes one label of two. */
export async function mergeLabel(value: unknown, services: Services): Promise<void> {
  const chosen = await chosenLabel(value, services, t('Which Label Is to Become Part of Another?'));
  if (chosen === undefined) return;
  const { own, id } = chosen;
  const into = chosen.to ?? (await pickLabel([own], t('Merge “{0}” Into', nameOf(chosen, id)), id))?.id;
  if (into === undefined || into === id) return;
  await applyLabelChange(own, { kind: 'merge', from: id, to: into, name: nameOf(chosen, into) }, services);
}

function askForName(chosen: ChosenLabel): Thenable<string | undefined> {
  const { own, codebook, id } = chosen;
  const name = nameOf(chosen, id);
  const counts = labelIds(own, codebook);
  return vscode.window.showInputBox({
    title: counted(t('Rename “{1}” in 1 Annotation|Rename “{1}” in {0} Annotations'), counts.get(id) ?? 0, name),
    prompt: t('The new name. What changes is shown before it is done.'),
    value: name,
    validateInput: (text) => {
      if (text.trim() === '') return t('A label needs a name.');
      const other = otherCalled(chosen, text.trim());
      if (other === undefined) return undefined;
      return {
        message: counted(
          t(
            '“{1}” is there already, on 1 annotation: both become one label.|“{1}” is there already, on {0} annotations: both become one label.',
          ),
          counts.get(other) ?? 0,
          nameOf(chosen, other),
        ),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
    },
  });
}

async function changeTo(chosen: ChosenLabel, written: string): Promise<LabelChange | undefined> {
  const { id: from, codebook } = chosen;
  const name = written.trim();
  const other = otherCalled(chosen, name);
  if (other !== undefined) return { kind: 'merge', from, to: other, name: nameOf(chosen, other) };
  const isKnown = codebook.labels.some((label) => label.id === from);
  const to = chosen.to === undefined ? idFor(name) : name;
  if (name === '' || (name === nameOf(chosen, from) && (to === from || isKnown))) return undefined;
  const rename: LabelChange = { kind: 'rename', from, to, name };
  if (chosen.to !== undefined || !isKnown) return rename;
  const onlyName: LabelChange = { kind: 'name', from, name };
  if (to === from || isOfAnother(codebook, from, to) || labelIds(chosen.own, codebook).has(to)) return onlyName;
  const items = [
    {
      label: t('In annotations too'),
      detail: t('Annotations name it “{0}” from now on, in place of “{1}”.', to, from),
      change: rename,
    },
    {
      label: t('Only what is shown'),
      detail: t('Annotations keep naming it “{0}”: only {1} changes.', from, '.marginalia/labels.json'),
      change: onlyName,
    },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('Rename “{0}” to “{1}”', nameOf(chosen, from), name) }))
    ?.change;
}

/** The id of another label that is meant by a name. */
function otherCalled({ own, codebook, id }: ChosenLabel, name: string): string | undefined {
  const named = codebook.labels.find((label) => label.id !== id && (label.id === name || label.name === name));
  return named?.id ?? (name !== id && labelIds(own, codebook).has(name) ? name : undefined);
}

function nameOf({ codebook }: ChosenLabel, id: string): string {
  return labelOf(codebook, id)?.name ?? id;
}

/** Short and without spaces, as the ids of the usual labels are. */
function idFor(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/gu, '-');
}
