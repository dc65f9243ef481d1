import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleLeaf } from '../../src/core/archive/articleTree';
import { stableHash } from '../../src/core/text/stableHash';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

const lighthouse = '2014/The lighthouse logbook.md';

describe('read marks', () => {
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { marks } = sample.archive;
    // All of them: other tests may have left marks of files that are gone.
    marks.mark(
      [...marks.all].map(([path]) => path),
      false,
    );
    // No file is there yet either until something was marked.
    await eventually('none is kept', async () => (await kept().catch(() => [])).length === 0);
  });

  it('are set and taken back by command, for one article and for a whole group', async () => {
    await vscode.commands.executeCommand('marginalia.markRead', uriOf(lighthouse));
    assert.equal(sample.archive.marks.isUnread(lighthouse), false);
    assert.equal(unread(), 41);
    const group = rowOf(lighthouse).group.topmost;
    await vscode.commands.executeCommand('marginalia.markRead', group);
    assert.equal(unread(), 42 - group.count);
    await vscode.commands.executeCommand('marginalia.markUnread', group);
    assert.equal(unread(), 42);
  });

  it('are set for all rows that are selected', async () => {
    const rows = [lighthouse, '2026/battery-ferry.md'].map(rowOf);
    await vscode.commands.executeCommand('marginalia.markRead', rows[0], rows);
    assert.equal(unread(), 40);
  });

  it('are set when an article is opened from the view, not when a file is opened otherwise', async () => {
    await vscode.window.showTextDocument(uriOf(lighthouse));
    assert.equal(sample.archive.marks.isUnread(lighthouse), true);
    await vscode.commands.executeCommand('marginalia.openArticle', uriOf(lighthouse));
    assert.equal(sample.archive.marks.isUnread(lighthouse), false);
  });

  it('are left to the person where that is what the settings say', async () => {
    await changeSetting('articles.markRead', 'manually');
    try {
      await vscode.commands.executeCommand('marginalia.openArticle', uriOf(lighthouse));
      assert.equal(sample.archive.marks.isUnread(lighthouse), true);
    } finally {
      await changeSetting('articles.markRead', undefined);
    }
  });

  it('lead to the next unread article, round the tree and past what is read', async () => {
    const tree = sample.trees.treeOf(sample.archive);
    const first = tree?.next(undefined, 1, 'any');
    const second = tree?.next(first, 1, 'any');
    const third = tree?.next(second, 1, 'any');
    assert.ok(first && second && third);
    await vscode.commands.executeCommand('marginalia.openArticle', sample.archive.uri(first.item));
    await vscode.commands.executeCommand('marginalia.markRead', sample.archive.uri(second.item));
    await vscode.commands.executeCommand('marginalia.nextUnread');
    await eventually('the third is open', () => activePath() === sample.archive.uri(third.item).path);
    assert.equal(sample.archive.marks.isUnread(third.item.path), false);

    const last = tree?.next(first, -1, 'any');
    assert.ok(last);
    await vscode.commands.executeCommand('marginalia.markUnread', sample.archive.uri(first.item));
    await vscode.commands.executeCommand('marginalia.openArticle', sample.archive.uri(last.item));
    await vscode.commands.executeCommand('marginalia.nextUnread');
    await eventually('the first is open again', () => activePath() === sample.archive.uri(first.item).path);
  });

  it("are kept in a file of the extension's own", async () => {
    await vscode.commands.executeCommand('marginalia.markRead', uriOf(lighthouse));
    await vscode.commands.executeCommand('marginalia.markRead', uriOf('2026/battery-ferry.md'));
    await eventually(
      'both are kept',
      async () => [...(await kept())].sort().join() === `${lighthouse},2026/battery-ferry.md`,
    );
  });

  it('count what comes as new until it is read, not what was there or has only moved', async () => {
    const before = sample.archive.newArticles;
    const scratch = new ScratchFolder(sample);
    try {
      await scratch.write('new.md', articleText('New'));
      await scratch.shows('new.md', 'New');
      assert.equal(sample.archive.newArticles, before + 1);
      await eventually('it is kept', async () => (await kept('new')).includes(scratch.path('new.md')));
      await vscode.commands.executeCommand('marginalia.markRead', scratch.uri('new.md'));
      assert.equal(sample.archive.newArticles, before);
      await rename(scratch.uri('new.md'), scratch.uri('moved.md'));
      await scratch.shows('moved.md', 'New');
      assert.equal(sample.archive.newArticles, before);
      await vscode.commands.executeCommand('marginalia.markUnread', scratch.uri('moved.md'));
      await eventually('it counts again', () => sample.archive.newArticles === before + 1);
    } finally {
      await scratch.remove();
    }
    assert.equal(sample.archive.newArticles, before);
  });

  it('of another window are not lost', async () => {
    await writeKept(['from elsewhere.md']);
    await vscode.commands.executeCommand('marginalia.markRead', uriOf(lighthouse));
    await eventually(
      'both are kept',
      async () => [...(await kept())].sort().join() === `${lighthouse},from elsewhere.md`,
    );
    await writeKept([]);
  });

  it('go with an article, and with a folder, that is renamed in VS Code', async () => {
    const scratch = new ScratchFolder(sample);
    try {
      await scratch.write('folder/one.md', articleText('One'));
      await scratch.shows('folder/one.md', 'One');
      await vscode.commands.executeCommand('marginalia.markRead', scratch.uri('folder/one.md'));
      await rename(scratch.uri('folder/one.md'), scratch.uri('folder/two.md'));
      await scratch.shows('folder/two.md', 'One');
      await eventually('the mark has moved', () => isRead('folder/two.md') && !isRead('folder/one.md'));
      await rename(scratch.uri('folder'), scratch.uri('moved'));
      await scratch.shows('moved/two.md', 'One');
      await eventually('the mark has moved again', () => isRead('moved/two.md') && !isRead('folder/two.md'));
      const entry = scratch.entry('moved/two.md');
      assert.equal(entry && sample.trees.treeOf(sample.archive)?.leavesOf(entry.path)[0]?.measure.isUnread, false);
      await vscode.commands.executeCommand('marginalia.markUnread', scratch.uri('moved/two.md'));
    } finally {
      await scratch.remove();
    }
    function isRead(name: string): boolean {
      return !sample.archive.marks.isUnread(scratch.path(name));
    }
  });

  function unread(): number {
    const { marks, index } = sample.archive;
    return [...index.paths()].filter((path) => marks.isUnread(path)).length;
  }

  function uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(sample.archive.folder.uri, path);
  }

  function rowOf(path: string): ArticleLeaf {
    const row = sample.trees.rowOf(uriOf(path));
    assert.ok(row, path);
    return row;
  }

  function keptFile(): vscode.Uri {
    const key = stableHash(sample.archive.folder.uri.toString());
    return vscode.Uri.joinPath(sample.context.globalStorageUri, 'archives', key, 'read.json');
  }

  async function kept(mark: 'read' | 'new' = 'read'): Promise<readonly string[]> {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(keptFile()));
    return (JSON.parse(text) as { read: string[]; new: string[] })[mark];
  }

  async function writeKept(read: readonly string[]): Promise<void> {
    await vscode.workspace.fs.writeFile(keptFile(), new TextEncoder().encode(JSON.stringify({ version: 1, read })));
  }
});

function activePath(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.path;
}

/** As a person does it: an edit tells VS Code's extensions of the move. */
async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
