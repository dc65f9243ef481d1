import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleLeaf } from '../../src/core/archive/articleTree';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { allRows, topGroups } from './treeText';

const ferry = '2026/battery-ferry.md';
const lighthouse = '2014/The lighthouse logbook.md';

describe('commands', () => {
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('marginalia.clearFilter');
    await vscode.commands.executeCommand('marginalia.groupBySource');
    await vscode.commands.executeCommand('marginalia.sortByNewest');
    sample.archive.marks.mark([...sample.archive.index.paths()], false);
  });

  it('copy titles, of several rows one a line', async () => {
    const rows = [rowOf(ferry), rowOf(lighthouse)];
    await vscode.commands.executeCommand('marginalia.copyTitle', rows[0], rows);
    assert.equal(
      await vscode.env.clipboard.readText(),
      'Charging a ferry in nine minutes\nThe lighthouse logbook, page by page',
    );
  });

  it('copy a citation in the format of the settings', async () => {
    await vscode.commands.executeCommand('marginalia.copyCitation', rowOf(ferry));
    const citation = await vscode.env.clipboard.readText();
    assert.match(citation, /^Charging a ferry in nine minutes\. Open Orbit Weekly, 2026-03-05 15:05\./);
    await changeSetting('citation.format', '{source}: {title}');
    try {
      await vscode.commands.executeCommand('marginalia.copyCitation', rowOf(ferry));
      assert.equal(await vscode.env.clipboard.readText(), 'Open Orbit Weekly: Charging a ferry in nine minutes');
    } finally {
      await changeSetting('citation.format', undefined);
    }
  });

  it('copy the path of a file', async () => {
    await vscode.commands.executeCommand('marginalia.copyPath', rowOf(ferry));
    assert.equal(await vscode.env.clipboard.readText(), uriOf(ferry).fsPath);
  });

  it('leave the clipboard alone where there is nothing to copy', async () => {
    await vscode.env.clipboard.writeText('precious');
    await vscode.commands.executeCommand('marginalia.copyTitle');
    assert.equal(await vscode.env.clipboard.readText(), 'precious');
  });

  it('open an article in preview mode, and to the side', async () => {
    await vscode.commands.executeCommand('marginalia.openArticle', uriOf(ferry));
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, true);
    await vscode.commands.executeCommand('marginalia.openToSide', rowOf(lighthouse));
    const columns = vscode.window.tabGroups.all.map(({ viewColumn, tabs }) => [viewColumn, tabs.map(pathOf)]);
    assert.deepEqual(columns, [
      [1, [uriOf(ferry).path]],
      [2, [uriOf(lighthouse).path]],
    ]);
  });

  it('open several articles in tabs of their own', async () => {
    const rows = [rowOf(ferry), rowOf(lighthouse)];
    await vscode.commands.executeCommand('marginalia.openArticle', rows[0], rows);
    const { tabs } = vscode.window.tabGroups.activeTabGroup;
    assert.deepEqual(tabs.map(pathOf), [uriOf(ferry).path, uriOf(lighthouse).path]);
    assert.ok(tabs.every(({ isPreview }) => !isPreview));
  });

  it('show one source alone, and all again', async () => {
    await vscode.commands.executeCommand('marginalia.filterBySource', rowOf(ferry));
    assert.deepEqual(topGroups(sample), ['Open Orbit Weekly 4']);
    await vscode.commands.executeCommand('marginalia.clearFilter');
    assert.equal(allRows(sample).length, 42);
  });

  it('show a source by the row of its group', async () => {
    await vscode.commands.executeCommand('marginalia.filterBySource', rowOf(lighthouse).group.topmost);
    assert.deepEqual(topGroups(sample), ['Harbour Ledger 6']);
  });

  it('group and sort, and VS Code remembers it', async () => {
    const { workspaceState } = sample.context;
    await vscode.commands.executeCommand('marginalia.groupByDate');
    assert.equal(topGroups(sample)[0], '2026 2');
    await vscode.commands.executeCommand('marginalia.sortByOldest');
    assert.equal(topGroups(sample)[0], '2014 2');
    assert.equal(workspaceState.get('grouping'), 'date');
    assert.equal(workspaceState.get('order'), 'oldest');
    await vscode.commands.executeCommand('marginalia.groupByFolder');
    assert.ok(topGroups(sample).includes('inbox 6'));
    await vscode.commands.executeCommand('marginalia.sortByTitle.active');
    assert.equal(workspaceState.get('grouping'), 'folder');
    assert.equal(workspaceState.get('order'), 'title');
    await vscode.commands.executeCommand('marginalia.groupByCategory');
    assert.ok(topGroups(sample).some((group) => group.startsWith('noCategory')));
  });

  it('go to the article that comes first in the list, as filtered by what is typed', async () => {
    const done = vscode.commands.executeCommand('marginalia.goToArticle');
    // Nothing tells an extension what a list shows: it accepts once there is something to accept.
    await eventually('an article is open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor !== undefined;
    });
    await done;
    const newest = [...sample.archive.index.entries()]
      .map(({ path, date }) => ({ path, time: date.kind === 'read' ? date.time : 0 }))
      .sort((a, b) => b.time - a.time)[0];
    assert.ok(newest);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, uriOf(newest.path).path);
  });

  it('read the archive again, from the cache', async () => {
    const states: string[] = [];
    const listening = sample.archive.onDidChangeState(() => states.push(sample.archive.state));
    await vscode.commands.executeCommand('marginalia.refresh');
    await eventually('it is read', () => states.at(-1) === 'ready');
    listening.dispose();
    assert.equal(states[0], 'reading');
    assert.equal(sample.archive.index.size, 42);
  });

  it('stop the reading, and go on with it', async () => {
    const done = sample.archive.readAgain();
    sample.archive.stop();
    await done;
    assert.equal(sample.archive.state, 'stopped');
    assert.equal(sample.archive.index.size, 42, 'what was read stays');
    await vscode.commands.executeCommand('marginalia.refresh');
    await eventually('it is read', () => sample.archive.state === 'ready');
    assert.equal(sample.archive.index.size, 42);
  });

  function uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(sample.archive.folder.uri, path);
  }

  function rowOf(path: string): ArticleLeaf {
    const row = sample.trees.rowOf(uriOf(path));
    assert.ok(row, path);
    return row;
  }
});

function pathOf({ input }: vscode.Tab): string | undefined {
  return input instanceof vscode.TabInputText ? input.uri.path : undefined;
}
