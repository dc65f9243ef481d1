import type { PreviewSettings } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { make } from '../page/make';

export const smallest = 70;
export const largest = 200;
const step = 10;

/** The settings a step of the text size away. */
export function resized(settings: PreviewSettings, steps: number): PreviewSettings {
  return { ...settings, textSize: Math.min(largest, Math.max(smallest, settings.textSize + steps * step)) };
}

/** What opens under the toolbar: how the article is shown. */
export function displayPanel(
  strings: PreviewStrings,
  settings: PreviewSettings,
  change: (settings: PreviewSettings) => void,
): HTMLElement {
  const width = { narrow: strings.narrow, medium: strings.medium, wide: strings.wide };
  const scrollSync = {
    both: strings.syncBoth,
    editorToPreview: strings.syncPreview,
    previewToEditor: strings.syncEditor,
    off: strings.syncOff,
  };
  const typeface = { sans: strings.sans, serif: strings.serif };
  const size = make('output', { class: 'size', text: `${settings.textSize} %` });
  return make('div', { class: 'panel', attributes: { popover: '', role: 'group', 'aria-label': strings.display } }, [
    row(strings.textSize, [
      plain('−', strings.smaller, 'smaller', settings.textSize <= smallest, () => change(resized(settings, -1))),
      size,
      plain('+', strings.larger, 'larger', settings.textSize >= largest, () => change(resized(settings, 1))),
    ]),
    row(
      strings.width,
      choices(width, settings.width, (name) => change({ ...settings, width: name })),
    ),
    row(
      strings.typeface,
      choices(typeface, settings.typeface, (name) => change({ ...settings, typeface: name })),
    ),
    row(
      strings.scrollSync,
      choices(scrollSync, settings.scrollSync, (name) => change({ ...settings, scrollSync: name })),
    ),
    make('label', { class: 'check' }, [checkbox(settings, change), strings.textOnly]),
  ]);
}

function checkbox(settings: PreviewSettings, change: (settings: PreviewSettings) => void): HTMLInputElement {
  const box = make('input', { attributes: { type: 'checkbox', 'data-tool': 'textOnly', 'aria-keyshortcuts': 't' } });
  box.checked = settings.textOnly;
  box.addEventListener('change', () => change({ ...settings, textOnly: box.checked }));
  return box;
}

function row(label: string, controls: readonly HTMLElement[]): HTMLElement {
  return make('div', { class: 'row', attributes: { role: 'group', 'aria-label': label } }, [
    make('span', { class: 'row-name', text: label }),
    make('span', { class: 'choices' }, controls),
  ]);
}

function choices<T extends string>(
  names: Readonly<Record<T, string>>,
  chosen: T,
  choose: (name: T) => void,
): readonly HTMLElement[] {
  return (Object.keys(names) as T[]).map((name) =>
    make('button', {
      class: 'choice',
      text: names[name],
      attributes: { type: 'button', 'aria-pressed': String(name === chosen), 'data-tool': name },
      onClick: () => choose(name),
    }),
  );
}

function plain(text: string, label: string, name: string, isOff: boolean, onClick: () => void): HTMLElement {
  const button = make('button', {
    class: 'choice',
    text,
    attributes: { type: 'button', 'aria-label': label, 'data-tool': name },
    onClick,
  });
  button.disabled = isOff;
  return button;
}
