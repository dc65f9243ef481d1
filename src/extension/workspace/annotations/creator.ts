import * as vscode from 'vscode';
import { gitUserName } from '../../../core/annotations/gitUserName';
import { setting } from '../../ui/contribute';
import { readWorkspaceText } from '../archives/readWorkspaceText';

const rememberedKey = 'annotations.creator';

/** By which name a person annotates: what the settings say, else git, else what the person said when first asked. */
export class Creator {
  readonly #memory: vscode.Memento;
  readonly #home: vscode.Uri | undefined;
  readonly #fromGit = new Map<string, Promise<string | undefined>>();

  constructor(memory: vscode.Memento, home: vscode.Uri | undefined) {
    this.#memory = memory;
    this.#home = home;
  }

  /** Without asking anybody. */
  async known(folder: vscode.Uri): Promise<string | undefined> {
    const wanted = setting('annotations.creator', folder).trim();
    if (wanted !== '') return wanted;
    return (await this.#gitName(folder)) ?? this.#memory.get<string>(rememberedKey);
  }

  /** `undefined` when the person does not say. */
  async ask(folder: vscode.Uri): Promise<string | undefined> {
    const known = await this.known(folder);
    if (known !== undefined) return known;
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Your Name on Annotations'),
      prompt: vscode.l10n.t(
        'Others who read this archive see it. The setting marginalia.annotations.creator changes it.',
      ),
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Type a name.') : undefined),
    });
    const name = typed?.trim();
    if (name === undefined || name === '') return undefined;
    await this.#memory.update(rememberedKey, name);
    return name;
  }

  #gitName(folder: vscode.Uri): Promise<string | undefined> {
    const key = folder.toString();
    const known = this.#fromGit.get(key) ?? this.#readGitName(folder);
    this.#fromGit.set(key, known);
    return known;
  }

  /** The repository's own settings count before the person's. */
  async #readGitName(folder: vscode.Uri): Promise<string | undefined> {
    const files = [vscode.Uri.joinPath(folder, '.git', 'config')];
    if (this.#home !== undefined) {
      files.push(
        vscode.Uri.joinPath(this.#home, '.gitconfig'),
        vscode.Uri.joinPath(this.#home, '.config', 'git', 'config'),
      );
    }
    for (const file of files) {
      const name = gitUserName(await textOf(file));
      if (name !== undefined) return name;
    }
    return undefined;
  }
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return (await readWorkspaceText(file)) ?? '';
  } catch {
    // No git here, or none that can be read: the person is asked.
    return '';
  }
}
