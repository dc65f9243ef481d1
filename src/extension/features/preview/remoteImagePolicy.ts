import * as vscode from 'vscode';
import type { RemoteImages } from '../../../core/preview/shownImage';
import { onDidChangeSetting, setting } from '../../ui/contribute';
import type { ArticlePlace } from './articlePlace';

const allowedKey = 'preview.remoteImages';

/** Decides whether images from elsewhere are loaded: never without a person's say, never in an untrusted workspace. */
export class RemoteImagePolicy implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#listening = vscode.Disposable.from(
      onDidChangeSetting('preview.remoteImages', () => this.#changed.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
    );
  }

  of({ uri, root }: Pick<ArticlePlace, 'uri' | 'root'>): RemoteImages {
    if (!vscode.workspace.isTrusted) return 'untrusted';
    const wanted = setting('preview.remoteImages', uri);
    if (wanted === 'always') return 'load';
    if (wanted !== 'askPerArchive') return 'off';
    return this.#allowed().includes(root.toString()) ? 'load' : 'ask';
  }

  /** Keeps the answer for an archive. */
  async allow({ root }: Pick<ArticlePlace, 'root'>): Promise<void> {
    const key = root.toString();
    await this.#memory.update(allowedKey, [...this.#allowed().filter((other) => other !== key), key]);
    this.#changed.fire();
  }

  /** Asks again in an archive. */
  async forget({ root }: Pick<ArticlePlace, 'root'>): Promise<void> {
    const key = root.toString();
    await this.#memory.update(
      allowedKey,
      this.#allowed().filter((other) => other !== key),
    );
    this.#changed.fire();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #allowed(): readonly string[] {
    const kept = this.#memory.get<unknown>(allowedKey);
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : [];
  }
}
