import * as vscode from 'vscode';
import { Previews } from '../../src/extension/features/preview/previews';
import { FakePanel } from './fakePanel';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

export const trial = '北湾晚报/2022-03-08 三号线试运行.md';
export const ferry = '2026/battery-ferry.md';
export const lighthouse = '2014/The lighthouse logbook.md';

/** Previews of the sample archive in panels without pages, made anew for every test of the suite that asks for them. */
export class OpenPreviews {
  readonly #changed: string[] = [];
  #open: { readonly sample: OpenSample; readonly scratch: ScratchFolder } | undefined;
  #previews: Previews | undefined;

  constructor() {
    before(async () => {
      const sample = await openSample();
      this.#open = { sample, scratch: new ScratchFolder(sample) };
    });
    beforeEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const { workspaceState } = this.sample.context;
      for (const key of ['preview.remoteImages', 'preview.locked']) await workspaceState.update(key, undefined);
      this.#previews = new Previews(this.sample);
    });
    afterEach(async () => {
      this.previews.dispose();
      for (const name of this.#changed.splice(0)) await this.configure(name, undefined);
      const { marks, index } = this.sample.archive;
      marks.mark([...index.paths()], false);
      await this.scratch.remove();
    });
  }

  get sample(): OpenSample {
    return here(this.#open).sample;
  }

  get scratch(): ScratchFolder {
    return here(this.#open).scratch;
  }

  get previews(): Previews {
    return here(this.#previews);
  }

  /** As after a restart. */
  restart(): void {
    this.previews.dispose();
    this.#previews = new Previews(this.sample);
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.sample.archive.folder.uri, path);
  }

  /** Sets a setting of the workspace until the test is over. */
  async configure(name: string, value: unknown): Promise<void> {
    if (value !== undefined) this.#changed.push(name);
    await vscode.workspace.getConfiguration('marginalia').update(name, value, vscode.ConfigurationTarget.Workspace);
  }

  /** A preview of an article in a panel without a page, which has said that it is ready. */
  async open(path: string, column?: vscode.ViewColumn): Promise<FakePanel> {
    const fake = new FakePanel(column);
    const article = this.uriOf(path).toString();
    await this.previews.deserializeWebviewPanel(fake.panel, { article, offset: 0 });
    fake.say({ kind: 'ready' });
    await fake.render('the article', (message) => message.article === article);
    return fake;
  }
}

function here<T>(made: T | undefined): T {
  if (made === undefined) throw new Error('There are previews only while a test runs.');
  return made;
}
