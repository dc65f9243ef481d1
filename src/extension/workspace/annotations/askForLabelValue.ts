import * as vscode from 'vscode';
import type { Label } from '../../../core/annotations/codebook/codebook';
import type { LabelUse } from '../../../core/annotations/model/annotation';

/** The label with the value it wants; `undefined` when the person gives none. */
export async function askForLabelValue(
  { id, name, kind, options = [], min = 1, max = 5, steps = {} }: Label,
  before: LabelUse | undefined,
): Promise<LabelUse | undefined> {
  switch (kind) {
    case 'tag':
      return { label: id };
    case 'text': {
      const value = await vscode.window.showInputBox({ title: name, value: String(before?.value ?? '') });
      return value === undefined ? undefined : { label: id, value };
    }
    case 'oneOf': {
      const value = await vscode.window.showQuickPick(options, { title: name });
      return value === undefined ? undefined : { label: id, value };
    }
    case 'scale': {
      const items = Array.from({ length: Math.max(0, Math.min(100, Math.floor(max - min) + 1)) }, (_, index) => {
        const step = min + index;
        return { label: String(step), description: steps[String(step)] ?? '', step };
      });
      const chosen = await vscode.window.showQuickPick(items, { title: name });
      return chosen === undefined ? undefined : { label: id, value: chosen.step };
    }
  }
}
