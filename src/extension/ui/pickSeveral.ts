import * as vscode from 'vscode';
import { foldedWords, foldText } from '../../core/text/foldText';
import { acceptedItem } from './acceptedItem';

interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Those with `picked` are ticked from the start. */
  readonly items: readonly T[];
}

/**
 * Asks for any number of items. Whoever types and presses Enter with nothing ticked means the first that matches.
 * Undefined when the person thinks better of it.
 */
export async function pickSeveral<T extends vscode.QuickPickItem>({
  title,
  placeholder,
  items,
}: Question<T>): Promise<readonly T[] | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  const all = items.map((item): T => ({ ...item, alwaysShow: true }));
  const chosen = new Set(all.filter(({ picked }) => picked));
  pick.title = title;
  pick.placeholder = placeholder;
  pick.canSelectMany = true;
  const show = (): void => {
    // Matched here, as in all other searches: VS Code's own matching knows one form of a Chinese character.
    pick.items = matching(all, pick.value);
    pick.selectedItems = pick.items.filter((item) => chosen.has(item));
  };
  show();
  const answer = await new Promise<readonly T[] | undefined>((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidChangeSelection((selected) => {
      for (const item of pick.items) {
        if (selected.includes(item)) chosen.add(item);
        else chosen.delete(item);
      }
    });
    pick.onDidAccept(() => {
      const top = chosen.size > 0 || pick.value.trim() === '' ? undefined : acceptedItem(pick);
      resolve(top === undefined ? all.filter((item) => chosen.has(item)) : [top]);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return answer;
}

function matching<T extends vscode.QuickPickItem>(items: readonly T[], typed: string): readonly T[] {
  const words = foldedWords(typed);
  if (words.length === 0) return items;
  return items.filter(({ label, description = '' }) => {
    const text = foldText(`${label} ${description}`);
    return words.every((word) => text.includes(word));
  });
}
