import * as vscode from 'vscode';
import { annotationPath } from '../../../src/core/annotations/store/annotationPaths';
import { Previews } from '../../../src/extension/features/preview/previews';
import { rangeOf } from '../../../src/extension/workspace/annotations/anchoredDocument';
import { eventually } from '../../support/eventually';
import { FakePanel } from '../fakePanel';
import { type OpenSample, openSample } from '../sampleArchive';
import { tides } from '../tides';
import { same } from './same';

const folder = 'inbox/scratch annotations';
const path = `${folder}/tides.md`;
const renamed = `${folder}/renamed.md`;
const passage = 'crossed &amp; <b>the ferry';

interface WrittenPage {
  readonly items: readonly {
    readonly id: string;
    readonly creator: { readonly name: string };
    readonly body: readonly { readonly purpose: string; readonly value: string }[];
    readonly target: { readonly source: string; readonly selector: readonly { readonly exact?: string }[] };
  }[];
}

describe('annotations in a web worker extension host', () => {
  const { fs } = vscode.workspace;
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
    await setCreator('Ada L.');
  });

  after(() => setCreator(undefined));

  beforeEach(async () => {
    await write(path, tides);
    await eventually('the article is there', () => sample.archive.index.get(path)?.title === 'Tides');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await fs.delete(uriOf(folder), { recursive: true });
    await fs.delete(uriOf(`.marginalia/annotations/${folder}`), { recursive: true });
    const isLeft = () => [path, renamed].some((each) => sample.archive.index.get(each) !== undefined);
    await eventually('nothing is left', () => !isLeft() && rows().length === 0);
  });

  it('are kept beside the article, in a file of the person', async () => {
    await annotate({ labels: ['claim'], note: 'Really?' });
    const { items } = await pageOf(path, 'Ada L.');
    same(
      items.map(({ creator, body, target }) => [
        creator.name,
        body.map(({ purpose, value }) => `${purpose} ${value}`),
        target.selector[0]?.exact,
      ]),
      [['Ada L.', ['tagging claim', 'commenting Really?'], 'crossed & the ferry']],
    );
    const kept = await fs.readDirectory(uriOf(`.marginalia/annotations/${path}`));
    same(kept.length, 1, 'Nothing is left over from writing it.');
    await eventually('the view knows it', () => rows().length === 1);
  });

  it('stay at their words while the text above is edited, and show in the preview', async () => {
    const { document } = await annotate({ note: 'Kept' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), '<p>Before all 🚢 that.</p>\n');
    same(await vscode.workspace.applyEdit(edit), true);
    await eventually('it is found there', () => {
      const found = sample.annotations.documents.of(document.uri);
      const [anchored] = found?.anchored.anchored ?? [];
      if (found === undefined || anchored === undefined || found.version !== document.version) return false;
      return document.getText(rangeOf(found, anchored)) === passage;
    });
    const previews = new Previews(sample);
    const fake = new FakePanel();
    try {
      await previews.deserializeWebviewPanel(fake.panel, { article: document.uri.toString(), offset: 0 });
      fake.say({ kind: 'ready' });
      await fake.last('its highlight', 'annotations', ({ threads }) =>
        threads.some(({ comments }) => comments[0]?.note === 'Kept'),
      );
    } finally {
      previews.dispose();
    }
  });

  it('of other people come and go with their files, and one that is deleted comes back', async () => {
    const { document } = await annotate({ note: 'Mine' });
    const own = await textOf(path, 'Ada L.');
    const { items, ...page } = JSON.parse(own) as WrittenPage;
    await write(
      fileOf(path, 'Bo'),
      JSON.stringify({ ...page, items: [{ ...items[0], id: 'urn:uuid:bo', creator: 'Bo' }] }),
    );
    await eventually('both are there', () => peopleIn(document).join() === 'Ada L.,Bo');
    await fs.delete(uriOf(fileOf(path, 'Bo')));
    await eventually('one is left', () => peopleIn(document).join() === 'Ada L.');
    const found = sample.annotations.documents.of(document.uri);
    if (found === undefined) throw new Error('It is not found any more.');
    await sample.annotations.edits.remove(found, found.read.annotations);
    await eventually('none is shown', () => peopleIn(document).length === 0);
    await vscode.commands.executeCommand('marginalia.undoDeleteAnnotation');
    same(await textOf(path, 'Ada L.'), own);
  });

  it('go with an article that is renamed', async () => {
    await annotate({ note: 'Along' });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf(path), uriOf(renamed));
    same(await vscode.workspace.applyEdit(edit), true);
    await eventually('they have moved', async () => (await textOf(renamed, 'Ada L.')).includes('renamed.md'));
    await eventually(
      'the view has followed',
      () =>
        rows()
          .map((row) => row.article)
          .join() === renamed,
    );
  });

  function uriOf(name: string): vscode.Uri {
    return vscode.Uri.joinPath(sample.archive.folder.uri, name);
  }

  function fileOf(name: string, creator: string): string {
    return annotationPath(name, creator) ?? '';
  }

  async function write(name: string, text: string): Promise<void> {
    await fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  }

  async function textOf(name: string, creator: string): Promise<string> {
    return new TextDecoder().decode(await fs.readFile(uriOf(fileOf(name, creator))));
  }

  async function pageOf(name: string, creator: string): Promise<WrittenPage> {
    return JSON.parse(await textOf(name, creator)) as WrittenPage;
  }

  function rows() {
    const all = sample.annotations.of(sample.archive)?.index.rows ?? [];
    return [...all].filter((row) => row.article?.startsWith(`${folder}/`));
  }

  function peopleIn({ uri }: vscode.TextDocument): readonly string[] {
    return (sample.annotations.documents.of(uri)?.read.annotations ?? []).map(({ creator }) => creator).sort();
  }

  /** As a person does who selects the words and calls the command. */
  async function annotate(given: { labels?: string[]; note?: string }): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(uriOf(path));
    const { document } = editor;
    const start = document.getText().indexOf(passage);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + passage.length));
    const id = await vscode.commands.executeCommand('marginalia.annotate', { labels: [], note: '', ...given });
    same(typeof id, 'string');
    return editor;
  }
});

async function setCreator(name: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('marginalia');
  await settings.update('annotations.creator', name, vscode.ConfigurationTarget.Workspace);
}
