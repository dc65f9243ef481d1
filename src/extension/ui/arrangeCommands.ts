import * as vscode from 'vscode';
import type { CommandId } from '../contributions';
import { registerCommand } from './contribute';
import type { ViewState } from './viewState';

/** The commands of the menu that arranges a view, those with a tick too. */
export function registerArrangements<A extends object>(
  view: Pick<ViewState<A, object>, 'arrange'>,
  choices: Readonly<Record<string, Partial<A>>>,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(choices).flatMap(([id, choice]) =>
      [id, `${id}.active`].map((name) => registerCommand(name as CommandId, () => view.arrange(choice))),
    ),
  );
}
