import * as vscode from 'vscode';
import { stableHash } from '../../../src/core/text/stableHash';
import { eventually } from '../../support/eventually';
import { describeArchive, knownSample, type OpenSample, openSample } from '../sampleArchive';
import { allRows, topGroups } from '../treeText';
import { same } from './same';

describe('the sample archive in a web worker extension host', () => {
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
  });

  it('is indexed as in Node', async () => {
    const known = await knownSample();
    const read = describeArchive(sample.archive);
    same(read.articles.length, 42);
    same(
      read.articles,
      [...known.articles].sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
    same([...read.years].sort(), [...known.years].sort());
  });

  it('stands in the same groups as in Node', async () => {
    const { sources } = await knownSample();
    const groups = [...sources].map(([name, count]) => `${name === 'unknown' ? 'noSource' : name} ${count}`);
    same([...topGroups(sample)].sort(), groups.sort());
    same(allRows(sample).length, 42);
    same(allRows(sample).includes('Harbour Ledger/2014/10: The lighthouse logbook, page by page'), true);
  });

  it('follows files that come, change and go', async () => {
    const { fs } = vscode.workspace;
    const write = (text: string) => fs.writeFile(uriOf('inbox/scratch one.md'), new TextEncoder().encode(text));
    const title = () => sample.archive.index.get('inbox/scratch one.md')?.title;
    await write('---\ntitle: One\nsource: Harbour Ledger\ndate: 2031-04-05\n---\nText\n');
    await eventually('it is there', () => title() === 'One');
    same(topGroups(sample).includes('Harbour Ledger 7'), true);
    await write('---\ntitle: Uno\nsource: Scratch Gazette\ndate: 2031-04-05\n---\nText\n');
    await eventually('it has changed', () => title() === 'Uno');
    same(topGroups(sample).includes('Scratch Gazette 1'), true);
    await fs.delete(uriOf('inbox/scratch one.md'));
    await eventually('it is gone', () => title() === undefined);
    same(sample.archive.index.size, 42);
  });

  it('follows what is typed and not saved', async () => {
    const uri = uriOf('2026/battery-ferry.md');
    const title = () => sample.archive.index.get('2026/battery-ferry.md')?.title;
    const editor = await vscode.window.showTextDocument(uri);
    const start = editor.document.getText().indexOf('Charging');
    const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 8));
    await editor.edit((edit) => edit.replace(range, 'Loading'));
    await eventually('the typed title', () => title() === 'Loading a ferry in nine minutes');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the saved title', () => title() === 'Charging a ferry in nine minutes');
  });

  it('keeps read marks', async () => {
    const path = '2014/The lighthouse logbook.md';
    await vscode.commands.executeCommand('marginalia.openArticle', uriOf(path));
    same(sample.archive.marks.isUnread(path), false);
    const key = stableHash(sample.archive.folder.uri.toString());
    const file = vscode.Uri.joinPath(sample.context.globalStorageUri, 'archives', key, 'read.json');
    await eventually('the mark is kept', async () => {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      return (JSON.parse(text) as { read: readonly string[] }).read.includes(path);
    });
    await vscode.commands.executeCommand('marginalia.markUnread', uriOf(path));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('keeps what it has read for the next time', async () => {
    const key = stableHash(sample.archive.folder.uri.toString());
    const file = vscode.Uri.joinPath(sample.context.globalStorageUri, 'archives', key, 'index.jsonl');
    await eventually('the cache is written', async () => (await vscode.workspace.fs.stat(file)).size > 1000);
    await sample.archive.readAgain();
    same(sample.archive.state, 'ready');
    same(sample.archive.index.size, 42);
  });

  function uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(sample.archive.folder.uri, path);
  }
});
