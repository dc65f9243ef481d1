import * as vscode from 'vscode';
import { acceptedItem } from './acceptedItem';

/** A way to go on from a filter. */
export interface FilterChoice<Filter> extends vscode.QuickPickItem {
  /** The filter that the choice leads to; `undefined` when the person thinks better of it. */
  readonly choose: () => Promise<Filter | undefined> | Filter | undefined;
}

export interface FilterQuestion<Filter> {
  readonly title: string;
  readonly placeholder: string;
  /** The words that are sought now. */
  readonly words: string;
  /** What is offered for the words that are typed. */
  readonly choices: (typed: string) => FilterChoice<Filter>[];
}

/** Asks what to narrow a view to: by the words that are typed, or by what stands below them. */
export async function pickFilter<Filter>({
  title,
  placeholder,
  words,
  choices,
}: FilterQuestion<Filter>): Promise<Filter | undefined> {
  const pick = vscode.window.createQuickPick<FilterChoice<Filter>>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.value = words;
  const offer = (): void => {
    pick.items = choices(pick.value.trim());
  };
  offer();
  const choice = await new Promise<FilterChoice<Filter> | undefined>((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => resolve(acceptedItem(pick)));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return choice?.choose();
}
