import type { PreviewSettings } from '../../protocol/previewMessages';
import { resized } from './displayPanel';
import { isInDialog, isSingleKey } from './singleKey';

export interface KeyActions {
  readonly settings: () => PreviewSettings;
  readonly change: (settings: PreviewSettings) => void;
  readonly go: (to: 'previous' | 'next') => void;
  readonly toggleRead: () => void;
}

/** Single keys, as long as nobody types or wants something of VS Code. */
export function listenToKeys({ settings, change, go, toggleRead }: KeyActions): void {
  const actions: Readonly<Record<string, () => void>> = {
    n: () => go('next'),
    p: () => go('previous'),
    m: toggleRead,
    t: () => change({ ...settings(), textOnly: !settings().textOnly }),
    '+': () => change(resized(settings(), 1)),
    '=': () => change(resized(settings(), 1)),
    '-': () => change(resized(settings(), -1)),
    '0': () => change({ ...settings(), textSize: 100 }),
  };
  document.addEventListener('keydown', (event) => {
    if (!isSingleKey(event) || isInDialog(event)) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
