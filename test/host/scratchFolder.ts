import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ArticleEntry } from '../../src/core/article/articleEntry';
import { eventually } from '../support/eventually';
import type { OpenSample } from './sampleArchive';

let count = 0;

/** A folder of a test's own in the sample archive, changed from outside of VS Code. */
export class ScratchFolder {
  readonly #sample: OpenSample;
  /** Its path in the archive. */
  readonly name = `scratch ${++count}`;

  constructor(sample: OpenSample) {
    this.#sample = sample;
  }

  get onDisk(): string {
    return join(this.#sample.archive.folder.uri.fsPath, this.name);
  }

  /** The path in the archive of something in it. */
  path(name: string): string {
    return `${this.name}/${name}`;
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#sample.archive.folder.uri, this.name, name);
  }

  entry(name: string): ArticleEntry | undefined {
    return this.#sample.archive.index.get(this.path(name));
  }

  async write(name: string, text: string): Promise<void> {
    const path = join(this.onDisk, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Changes a file in one step: one that is written into is empty for a moment, and may be read then. */
  async replace(name: string, text: string): Promise<void> {
    const path = join(this.onDisk, name);
    await writeFile(`${path}.part`, text);
    await rename(`${path}.part`, path);
  }

  /** Waits until the archive knows an article under this title. */
  async shows(name: string, title: string): Promise<ArticleEntry> {
    return eventually(`${name} with the title ${title}`, () => {
      const entry = this.entry(name);
      return entry?.title === title ? entry : undefined;
    });
  }

  /** Waits until the archive knows of no article here. */
  async lacks(name: string): Promise<void> {
    await eventually(`no ${name}`, () => this.entry(name) === undefined);
  }

  /** Leaves the archive as it was. */
  async remove(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(this.onDisk, { recursive: true, force: true });
    await eventually('nothing is left of the folder', () =>
      [...this.#sample.archive.index.paths()].every((path) => !path.startsWith(`${this.name}/`)),
    );
  }
}

/** A small article; its source stands first in the tree under a name of its own. */
export function articleText(title: string, { source = 'Scratch Gazette', date = '2031-04-05' } = {}): string {
  return `---\ntitle: ${title}\nsource: ${source}\ndate: ${date}\n---\n<p>A <b>short</b> article.</p>\n`;
}
