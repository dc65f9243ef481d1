import * as vscode from 'vscode';
import type { PreviewSettings } from '../../../protocol/previewMessages';
import { setting } from '../../ui/contribute';

const widths = ['narrow', 'medium', 'wide'] as const;
const typefaces = ['sans', 'serif'] as const;
const scrollSyncs = ['both', 'editorToPreview', 'previewToEditor', 'off'] as const;

/** The settings that a preview shows and changes. */
export const displaySettingNames = ['textOnly', 'textSize', 'width', 'typeface', 'scrollSync'] as const;

/** How a person wants articles shown. Settings are text that people write: what is no possible value is the usual one. */
export function displaySettings(): PreviewSettings {
  const textSize = Number(setting('preview.textSize'));
  return {
    textOnly: setting('preview.textOnly') === true,
    textSize: Number.isFinite(textSize) ? Math.round(Math.min(200, Math.max(70, textSize))) : 100,
    width: widths.find((width) => width === setting('preview.width')) ?? 'medium',
    typeface: typefaces.find((typeface) => typeface === setting('preview.typeface')) ?? 'sans',
    scrollSync: scrollSyncs.find((sync) => sync === setting('preview.scrollSync')) ?? 'both',
  };
}

/** Whether a person wants one of editor and preview to go to where the other is scrolled. */
export function isScrolled(direction: 'editorToPreview' | 'previewToEditor'): boolean {
  const { scrollSync } = displaySettings();
  return scrollSync === 'both' || scrollSync === direction;
}

/** Writes what was chosen in a preview into VS Code's settings, in the order it was chosen. */
export class DisplaySettingsWriter {
  #writing: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** Until it is all written, what the settings say is older than what is shown. */
  get isWriting(): boolean {
    return this.#waiting > 0;
  }

  write(settings: PreviewSettings): Promise<void> {
    this.#waiting++;
    this.#writing = this.#writing.then(() => writeChanged(settings)).finally(() => this.#waiting--);
    const written = this.#writing;
    this.#writing = written.catch(() => undefined);
    return written;
  }
}

async function writeChanged(settings: PreviewSettings): Promise<void> {
  const current = displaySettings();
  const configuration = vscode.workspace.getConfiguration('marginalia.preview');
  for (const name of displaySettingNames) {
    if (settings[name] === current[name]) continue;
    const isOfWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
    const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await configuration.update(name, settings[name], target);
  }
}
