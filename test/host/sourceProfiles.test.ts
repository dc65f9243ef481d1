import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { JsonFault } from '../../src/core/text/json/jsonFault';
import { articlesProvider } from '../../src/extension/features/articlesView/articlesProvider';
import { previewHead } from '../../src/extension/features/preview/previewHead';
import { SourceForm } from '../../src/extension/features/sourceProfiles/sourceForm';
import type { FromSourceForm, ProfileEdit, ShownSource, ToSourceForm } from '../../src/protocol/sourceFormMessages';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { FakeWebview } from './fakeWebview';
import { type OpenSample, openSample } from './sampleArchive';
import { topGroups } from './treeText';

const name = '北湾晚报';

class FormPanel extends FakeWebview<ToSourceForm> {
  #edits = 0;

  constructor() {
    super('marginalia.sourceProfile');
  }

  override say(message: FromSourceForm): void {
    super.say(message);
  }

  get shown(): ShownSource | undefined {
    const last = this.sent.findLast(({ kind }) => kind === 'source');
    return last?.kind === 'source' ? last.source : undefined;
  }

  shows(what: string, isWanted: (source: ShownSource) => boolean): Promise<ShownSource> {
    return eventually(what, () => (this.shown && isWanted(this.shown) ? this.shown : undefined));
  }

  /** Why it was not done; undefined where it was. */
  async edit(edit: ProfileEdit): Promise<string | undefined> {
    const id = ++this.#edits;
    this.say({ kind: 'edit', id, edit });
    const done = await eventually('an answer', () => this.sent.find((one) => one.kind === 'done' && one.id === id));
    return done.kind === 'done' ? done.fault : undefined;
  }
}

/** Without the marks that keep text from being Markdown. */
const plain = (markdown: string): string => markdown.replaceAll('\\', '');

describe('what is known of sources', () => {
  let sample: OpenSample;
  let sources: string;
  let form: SourceForm | undefined;

  before(async () => {
    sample = await openSample();
    sources = await readFile(file(), 'utf8');
  });

  afterEach(async () => {
    form?.dispose();
    form = undefined;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile(file(), sources);
    await sample.articlesState.arrange({ grouping: 'source' });
    await eventually('nothing is known', () => profile()?.kind === undefined && profile()?.domains.length === 1);
    await eventually('as many sources as before', () => topGroups(sample).length === 10);
  });

  const file = (): string => join(sample.archive.folder.uri.fsPath, '.marginalia', 'sources.json');
  const profile = () => sample.archive.sourceFile.profiles.of(name);
  const written = (): Promise<string> => readFile(file(), 'utf8');
  const source = () => sample.archive.sources.resolve({ text: name, from: 'field' });
  const know = async (fields: Readonly<Record<string, unknown>>, more: object = {}): Promise<void> => {
    const value = JSON.parse(sources);
    Object.assign(value.sources[name], fields);
    await writeFile(file(), JSON.stringify({ ...value, ...more }, undefined, 2));
  };
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('sourceProfile'));
  const openForm = async (): Promise<FormPanel> => {
    const panel = new FormPanel();
    form = new SourceForm(panel.panel, { archive: sample.archive, source: source() }, sample);
    panel.say({ kind: 'ready' });
    await panel.shows('the form', () => true);
    return panel;
  };

  it('changes in the form, and in the file where it must and nowhere else', async () => {
    const panel = await openForm();
    assert.deepEqual(panel.shown?.profile.aliases, ['北湾晚报（电子版）', 'Beiwan Evening News']);
    assert.equal(panel.shown?.articles, topGroups(sample).includes(`${name} 5`) ? 5 : panel.shown?.articles);
    assert.equal(await panel.edit({ kind: 'text', field: 'kind', value: 'newspaper' }), undefined);
    const aliases = '"Beiwan Evening News"\n      ],';
    const domains = '"beiwan.example.com"\n      ]';
    assert.equal(await written(), sources.replace(domains, `${domains},\n      "kind": "newspaper"`));
    assert.equal(await panel.edit({ kind: 'item', field: 'aliases', index: 2, value: '北湾' }), undefined);
    await eventually('it is an alias', () => sample.archive.sources.canonicalOf('北湾')?.name === name);
    assert.ok((await written()).includes(`${aliases.slice(0, 21)},\n        "北湾"\n      ],`));
    assert.equal(await panel.edit({ kind: 'item', field: 'aliases', index: 2, before: '北湾' }), undefined);
    // As in every editor of the file.
    panel.say({ kind: 'openJson' });
    const editor = await eventually('the file', () =>
      vscode.window.activeTextEditor?.document.uri.fsPath === file() ? vscode.window.activeTextEditor : undefined,
    );
    const { document } = editor;
    await eventually('the place', () => document.lineAt(editor.selection.start.line).text.includes(name));
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    assert.ok(document.getText().includes('"北湾"'));
    await panel.shows('the undone change', ({ profile: { aliases: own } }) => own.length === 3);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), sources);
    await panel.shows('all as before', ({ profile: { kind } }) => kind === undefined);
    await document.save();
  });

  it('shows what is undone however soon', async () => {
    const document = await vscode.workspace.openTextDocument(file());
    await vscode.window.showTextDocument(document);
    const panel = await openForm();
    assert.equal(await panel.edit({ kind: 'text', field: 'owner', value: 'Beiwan Press' }), undefined);
    await eventually('it is known', () => profile()?.owner === 'Beiwan Press');
    assert.equal(await panel.edit({ kind: 'text', field: 'owner', value: 'Others' }), undefined);
    assert.equal(profile()?.owner, 'Others', 'What is written is known at once.');
    await vscode.commands.executeCommand('undo');
    await panel.shows('the owner again', (shown) => shown.profile.owner === 'Beiwan Press');
  });

  it('is not saved over what a person has typed and not saved', async () => {
    const document = await vscode.workspace.openTextDocument(file());
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf('"sources"')), ' '));
    const panel = await openForm();
    assert.equal(await panel.edit({ kind: 'text', field: 'owner', value: 'Beiwan Press' }), undefined);
    assert.equal(document.isDirty, true);
    assert.ok(document.getText().includes('"owner": "Beiwan Press"'));
    assert.equal(await written(), sources);
    await eventually('the editor counts', () => profile()?.owner === 'Beiwan Press');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the file counts again', () => profile()?.owner === undefined);
  });

  it('changes a file with line ends of Windows, and of both kinds', async () => {
    for (const text of [sources.replaceAll('\n', '\r\n'), sources.replace('\n', '\r\n')]) {
      await writeFile(file(), text);
      const panel = await openForm();
      assert.equal(await panel.edit({ kind: 'text', field: 'owner', value: 'Beiwan Press' }), undefined);
      const fresh = (await written()).split(/\r?\n/).filter((line) => !sources.includes(`${line}\n`));
      assert.deepEqual(fresh, ['      "owner": "Beiwan Press"']);
      form?.dispose();
    }
  });

  it('takes no value that is none, and tells of those in the file', async () => {
    const panel = await openForm();
    const fault = await panel.edit({ kind: 'text', field: 'homepage', value: 'nowhere' });
    assert.match(fault ?? '', /web URL/);
    assert.equal(await written(), sources);
    await know({ kind: 'blog', homepage: 'nowhere' });
    const shown = await panel.shows('the faults', ({ faults }) => faults.length === 2);
    assert.deepEqual(shown.faults.map(({ place }) => place).sort(), ['homepage', 'kind']);
  });

  it('cannot be changed while the file is broken, which is told once', async () => {
    const told: (readonly JsonFault[])[] = [];
    const listening = sample.archive.sourceFile.onDidFindFaults((faults) => told.push(faults));
    try {
      const panel = await openForm();
      await writeFile(file(), `${sources.slice(0, -20)}!`);
      await eventually('it is said', () => panel.sent.at(-1)?.kind === 'broken');
      assert.ok((await panel.edit({ kind: 'text', field: 'owner', value: 'x' })) !== undefined);
      assert.equal(await written(), `${sources.slice(0, -20)}!`);
      panel.say({ kind: 'openJson' });
      const editor = await eventually('the place', () =>
        vscode.window.activeTextEditor?.document.uri.fsPath === file() ? vscode.window.activeTextEditor : undefined,
      );
      await eventually('the line', () => editor.selection.active.line > 30);
      await writeFile(file(), `${sources.slice(0, -40)}!`);
      await eventually('another fault', () => told.length === 2);
      await writeFile(file(), sources);
      await eventually('all is well', () => panel.sent.at(-1)?.kind === 'source');
      assert.deepEqual(
        told.map((faults) => faults.map(({ kind }) => kind)),
        [['notJson'], ['notJson']],
      );
    } finally {
      listening.dispose();
    }
  });

  it('is shown again after the file was broken and mended so soon that nobody else saw it', async () => {
    await writeFile(file(), `${sources.slice(0, -20)}!`);
    const panel = new FormPanel();
    form = new SourceForm(panel.panel, { archive: sample.archive, source: source() }, sample);
    panel.say({ kind: 'ready' });
    await eventually('it is said', () => panel.sent.at(-1)?.kind === 'broken');
    await writeFile(file(), sources);
    await eventually('all is well', () => panel.sent.at(-1)?.kind === 'source');
  });

  it('is rated by the person who annotates, on scales of the archive', async () => {
    await changeSetting('annotations.creator', 'Ada L.');
    try {
      const panel = await openForm();
      const scale = { id: 'care', name: 'Care', min: 1, max: 5, steps: { '4': 'great' } };
      assert.equal(await panel.edit({ kind: 'scale', scale }), undefined);
      const rating = { scale: 'care', value: 4, rater: '', date: '2026-05-04' };
      assert.equal(await panel.edit({ kind: 'rating', rating }), undefined);
      assert.deepEqual(panel.shown?.current, [{ ...rating, rater: 'Ada L.' }]);
      await eventually('it is known', () => profile()?.ratings.length === 1);
      await sample.articlesState.arrange({ grouping: 'rating:care' });
      assert.match(topGroups(sample)[0] ?? '', /^great \d+$/);
    } finally {
      await changeSetting('annotations.creator', undefined);
    }
  });

  it('shows over the name of the source in front matter', async () => {
    const scale = { id: 'care', name: 'Care', min: 1, max: 5 };
    const ratings = [{ scale: 'care', value: 4, rater: '[x](command:evil)', date: '2026-05-04' }];
    await know({ kind: 'newspaper', country: 'CN', owner: '**Press**', ratings }, { scales: [scale] });
    await eventually('it is known', () => profile()?.kind === 'newspaper');
    const entry = [...sample.archive.index.entries()].find((one) => one.source?.text === name);
    assert.ok(entry);
    const document = await vscode.workspace.openTextDocument(sample.archive.uri(entry));
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().search(/(?<=^(?:author|source): )北湾晚报/m) + 1);
    const hovers = (position: vscode.Position) =>
      vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = await eventually('the hover', async () => {
      const contents = (await hovers(at)).flatMap((hover) => hover.contents as vscode.MarkdownString[]);
      return contents.find(({ value }) => value.includes('editSourceProfile'));
    });
    for (const part of [name, 'Newspaper', 'China', 'Care: 4 / 5', '2026-05-04', 'Edit Source Profile']) {
      assert.ok(plain(text.value).includes(part), `${part} is missing in ${text.value}`);
    }
    assert.ok(!text.value.includes('**Press**') && !text.value.includes('](command:evil)'), text.value);
    assert.deepEqual(text.isTrusted, { enabledCommands: ['marginalia.editSourceProfile'] });
    const elsewhere = document.positionAt(document.getText().indexOf('title'));
    assert.ok(!(await hovers(elsewhere)).some((hover) => JSON.stringify(hover).includes('editSourceProfile')));
  });

  it("shows in the tooltip of the source's group, and in the header of the preview", async () => {
    await know({ kind: 'newspaper', country: 'CN', owner: 'Beiwan Press' });
    await eventually('it is known', () => profile()?.kind === 'newspaper');
    const provider = articlesProvider(sample);
    const row = (await provider.getChildren()).find((one) => one.type === 'group' && one.name === name);
    assert.ok(row);
    const item = await provider.resolveTreeItem(provider.getTreeItem(row), row);
    provider.dispose();
    assert.ok(item.tooltip instanceof vscode.MarkdownString);
    assert.match(plain(item.tooltip.value), /articles.*unread[\s\S]*Kind: Newspaper[\s\S]*Owner: Beiwan Press/);
    const head = {
      title: 'One',
      titleFrom: 'field' as const,
      source: 'Beiwan Evening News',
      date: { kind: 'missing' } as const,
      categories: [],
    };
    const { archive } = sample;
    const { sourceProfile } = previewHead(head, { archive, sources: archive.sources, timeZone: 'UTC' }, []);
    assert.equal(sourceProfile, 'Newspaper · China · Beiwan Press');
  });

  it('groups the articles, of which those of other sources stay where they are', async () => {
    await know({ kind: 'newspaper' });
    await eventually('it is known', () => profile()?.kind === 'newspaper');
    await sample.articlesState.arrange({ grouping: 'profile:kind' });
    const [first, last] = topGroups(sample);
    assert.match(first ?? '', /^newspaper \d+$/);
    assert.match(last ?? '', /^noField \d+$/);
    let resets = 0;
    const tree = sample.trees.treeOf(sample.archive);
    const changes: unknown[] = [];
    const listening = vscode.Disposable.from(
      sample.archive.onDidReset(() => resets++),
      sample.trees.onDidChange(() => changes.push(sample.trees.treeOf(sample.archive))),
    );
    try {
      await know({ kind: 'agency' });
      await eventually('it has moved', () => topGroups(sample)[0]?.startsWith('agency'));
      assert.equal(resets, 0);
      assert.ok(changes.length > 0 && changes.every((own) => own === tree));
    } finally {
      listening.dispose();
    }
  });

  it('is annotated, and the form lists it', async () => {
    await changeSetting('annotations.creator', 'Ada L.');
    const place = { archive: sample.archive, path: undefined };
    try {
      const panel = await openForm();
      const target = { kind: 'source', name: 'Beiwan Evening News' } as const;
      const added = await sample.annotations.edits.add(place, target, {
        labels: [{ label: 'credibility', value: 4 }],
        note: 'Careful.',
      });
      assert.ok(added);
      const shown = await panel.shows('the annotation', ({ annotations }) => annotations.length === 1);
      assert.deepEqual(
        shown.annotations.map(({ note, creator }) => [note, creator]),
        [['Careful.', 'Ada L.']],
      );
      const [row] = sample.annotations.of(sample.archive)?.index.rowsOf(undefined) ?? [];
      const tree = sample.annotationTrees.treeOf(sample.archive);
      const [leaf] = tree?.leavesOf(`${row?.article ?? ''}#${added.id}`) ?? [];
      assert.ok(leaf);
      await vscode.commands.executeCommand('marginalia.openAnnotation', leaf);
      await eventually('the form of its source', () => tabs().some(({ label }) => label === name));
      const folder = join(sample.archive.folder.uri.fsPath, '.marginalia', 'annotations', '.sources');
      await rm(folder, { recursive: true });
      await panel.shows('it is gone', ({ annotations }) => annotations.length === 0);
    } finally {
      await changeSetting('annotations.creator', undefined);
    }
  });

  it('opens in a tab by its command, once for each source', async () => {
    const folder = sample.archive.folder.uri.toString();
    await vscode.commands.executeCommand('marginalia.editSourceProfile', { source: 'Beiwan Evening News', folder });
    await eventually('the tab', () => tabs().some(({ label }) => label === name));
    await vscode.commands.executeCommand('marginalia.editSourceProfile', { source: name });
    assert.equal(tabs().length, 1);
    await vscode.commands.executeCommand('marginalia.editSourceProfile', { source: 'Harbour Ledger' });
    await eventually('another tab', () => tabs().length === 2);
  });

  it('tells a form what to keep for after a restart', async () => {
    const panel = await openForm();
    const kept = panel.sent.find(({ kind }) => kind === 'keep');
    assert.deepEqual(kept, { kind: 'keep', state: { source: name, folder: sample.archive.folder.uri.toString() } });
  });
});
