import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { applyInPreview, discardInPreview } from './refactoringPreview';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';
import { topGroups } from './treeText';

const head = (fields: string): string =>
  `---\n${fields}\ntitle: 渡船🚢\ndate: 2031-04-05\n---\n<p>旧港周报 is in the text.</p>\n`;

const texts = {
  'plain.md': head('source: 旧港周报   # as printed'),
  'quoted.md': `\uFEFF${head("source: '旧港周报'")}`,
  'windows.md': head('source: ["旧港周报", Other]').replaceAll('\n', '\r\n'),
  'mapping.md': head('source:\n  url: https://example.com/\n  name: 旧港周报'),
  'author.md': head('source:\nauthor: 旧港周报'),
};

function renamed(text: string, to: string): string {
  return text.replace(/旧港周报/, to);
}

function openTabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
  );
}

describe('renaming a source', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let sourcesText: string;

  before(async () => {
    sample = await openSample();
    sourcesText = await readFile(sourcesFile(), 'utf8');
  });

  beforeEach(async () => {
    scratch = new ScratchFolder(sample);
    for (const [name, text] of Object.entries(texts)) await scratch.write(name, text);
    await eventually('the source', () => topGroups(sample).includes('旧港周报 5'));
  });

  afterEach(async () => {
    await scratch.remove();
    await vscode.workspace.fs.writeFile(vscode.Uri.file(sourcesFile()), new TextEncoder().encode(sourcesText));
    await eventually('the aliases of before', () => sample.archive.sources.canonicalOf('旧港周报') === undefined);
  });

  const sourcesFile = (): string => join(sample.archive.folder.uri.fsPath, '.marginalia', 'sources.json');
  const onDisk = (name: string): Promise<string> => readFile(join(scratch.onDisk, name), 'utf8');
  const isRenamed = async (): Promise<boolean> => (await onDisk('author.md')) !== texts['author.md'];
  const rename = (to: string, keepOldName: boolean) => () =>
    vscode.commands.executeCommand('marginalia.renameSource', { source: '旧港周报', to, keepOldName });

  it('writes the new name in every article, and nothing else', async () => {
    await applyInPreview(rename("New: 'Port'", false), isRenamed);
    const written: Partial<Record<string, string>> = { 'quoted.md': "New: ''Port''", 'windows.md': "New: 'Port'" };
    for (const [name, text] of Object.entries(texts)) {
      const after = renamed(text, written[name] ?? "'New: ''Port'''");
      await eventually(`${name} is renamed`, async () => (await onDisk(name)) === after);
    }
    await eventually('the new group', () => topGroups(sample).includes("New: 'Port' 5"));
    assert.equal(await readFile(sourcesFile(), 'utf8'), sourcesText);
  });

  it('counts what is typed, and keeps the old name as an alias', async () => {
    const document = await vscode.workspace.openTextDocument(scratch.uri('plain.md'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), 'subtitle: 新的🚢\n');
    await vscode.workspace.applyEdit(edit);
    await applyInPreview(rename('新港周报', true), isRenamed);
    assert.equal(
      document.getText(),
      renamed(texts['plain.md'], '新港周报').replace('---\n', '---\nsubtitle: 新的🚢\n'),
    );
    await eventually('the alias', () => sample.archive.sources.canonicalOf('旧港周报')?.name === '新港周报');
    await eventually('the new group', () => topGroups(sample).includes('新港周报 5'));
    const file: unknown = JSON.parse(await readFile(sourcesFile(), 'utf8'));
    const before = JSON.parse(sourcesText);
    assert.deepEqual(file, { ...before, sources: { ...before.sources, 新港周报: { aliases: ['旧港周报'] } } });
  });

  it('leaves no article open that VS Code opened until it was saved', async () => {
    const isOpen = (name: string): boolean => openTabs().includes(scratch.uri(name).toString());
    const saving = (wanted: boolean | undefined): Thenable<void> =>
      vscode.workspace
        .getConfiguration('files.refactoring')
        .update('autoSave', wanted, vscode.ConfigurationTarget.Workspace);
    await saving(false);
    try {
      await vscode.window.showTextDocument(scratch.uri('plain.md'), { preview: false });
      const others = Object.keys(texts).filter((name) => name !== 'plain.md');
      const isChanged = (): boolean => vscode.workspace.textDocuments.some(({ isDirty }) => isDirty);
      await applyInPreview(rename('新港周报', false), isChanged);
      await eventually('VS Code opens what is not saved', () => others.every(isOpen));
      await vscode.workspace.saveAll(false);
      await eventually('they are closed', () => !others.some(isOpen));
      assert.ok(isOpen('plain.md'));
      assert.ok((await Promise.all(Object.keys(texts).map(onDisk))).every((text) => text.includes('新港周报')));
    } finally {
      await saving(undefined);
    }
  });

  it('changes nothing when the person says no to the preview', async () => {
    await discardInPreview(rename('新港周报', true));
    for (const [name, text] of Object.entries(texts)) assert.equal(await onDisk(name), text);
    assert.equal(await readFile(sourcesFile(), 'utf8'), sourcesText);
  });

  it('of one article is undone in one step', async () => {
    for (const name of ['quoted.md', 'windows.md', 'mapping.md', 'author.md']) await rm(join(scratch.onDisk, name));
    await eventually('one article', () => topGroups(sample).includes('旧港周报 1'));
    const document = await vscode.workspace.openTextDocument(scratch.uri('plain.md'));
    await vscode.window.showTextDocument(document);
    await rename('新港周报', false)();
    assert.equal(document.getText(), renamed(texts['plain.md'], '新港周报'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), texts['plain.md']);
  });
});
