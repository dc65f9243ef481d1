import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { runCli } from '../../src/cli/runCli';
import type { ProblemGroup } from '../../src/core/problems/problemTree';
import { problemsProvider } from '../../src/extension/features/problemsView/problemsProvider';
import type { Archive } from '../../src/extension/workspace/archives/archive';
import { eventually } from '../support/eventually';
import { changeFolders } from './changeFolders';
import { type OpenSample, openSample, theExtension } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}

describe('the Problems view', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(async () => {
    await sample.problemTrees.look.arrange({ grouping: 'rule', hints: false });
    sample.problemTrees.look.setFilter({});
    await scratch.remove();
  });

  const isAtRest = (archive: Archive): boolean =>
    archive.state === 'ready' && sample.problems.checksOf(archive)?.progress === undefined;

  describe('counts what the command line counts', () => {
    beforeEach(() => sample.problemTrees.look.arrange({ hints: true }));

    it('on the sample archive, and after a file has changed', async () => {
      await eventually('no check', () => isAtRest(sample.archive));
      assert.deepEqual(shownTotals(sample.archive), await toldTotals(sample.archive.folder.uri.fsPath));

      const holes = '<img src="" alt="Sea"> <img src="" alt="Land"> '.repeat(3);
      await scratch.write('one.md', articleText('One', { date: 'someday' }).replace('A <b>', `${holes}A <b>`));
      await eventually('its problems', () => sample.archive.problems.count(scratch.path('one.md')) === 7);
      await agrees(sample.archive);

      await scratch.write('one.md', articleText('12_00', { date: '2021-04-05' }));
      await eventually('a hint', () =>
        sample.archive.problems.of(scratch.path('one.md')).some(({ severity }) => severity === 'hint'),
      );
      await agrees(sample.archive);
    });

    it('on an archive with every quirk there is', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'marginalia-quirks-'));
      try {
        const fixtures = join(theExtension().extensionUri.fsPath, 'test', 'fixtures', 'quirks');
        await cp(fixtures, folder, { recursive: true });
        await mkdir(join(folder, '.marginalia'), { recursive: true });
        await writeFile(join(folder, '.marginalia', 'config.json'), '{}');
        await changeFolders(1, 0, { uri: vscode.Uri.file(folder), name: 'quirks' });
        const quirks = await eventually('it is open', () => sample.archives.all[1]);
        await eventually('it is checked', () => quirks.problems.articles > 0 && isAtRest(quirks));
        await agrees(quirks);
        const told = await toldTotals(folder);
        assert.ok(told.errors > 0 && told.warnings > 0 && told.informations > 0 && told.hints > 0);
      } finally {
        await changeFolders(1, 1);
        await rm(folder, { recursive: true, force: true });
      }
    });

    /** In every group of either grouping, too. */
    async function agrees(archive: Archive): Promise<void> {
      const told = await toldTotals(archive.folder.uri.fsPath);
      for (const grouping of ['source', 'rule'] as const) {
        await sample.problemTrees.look.arrange({ grouping });
        assert.deepEqual(shownTotals(archive), told, grouping);
      }
    }
  });

  it('leaves hints out unless a person wants them', async () => {
    await scratch.write('one.md', articleText('12_00', { date: '2021-04-05' }));
    const hasRow = (): boolean =>
      (sample.problemTrees.treeOf(sample.archive)?.leavesOf(scratch.path('one.md')) ?? []).length > 0;
    await eventually('a hint', () =>
      sample.archive.problems.of(scratch.path('one.md')).some(({ severity }) => severity === 'hint'),
    );
    assert.equal(hasRow(), false);
    await sample.problemTrees.look.arrange({ hints: true });
    assert.equal(hasRow(), true);
  });

  it('follows what is typed, and goes back to the file when that is undone', async () => {
    await scratch.write('one.md', articleText('One', { date: '2021-04-05' }));
    await scratch.shows('one.md', 'One');
    const rules = (): string =>
      sample.problemTrees
        .treeOf(sample.archive)
        ?.leavesOf(scratch.path('one.md'))
        .map(({ group }) => group.key?.key)
        .join() ?? '';
    const document = await vscode.workspace.openTextDocument(scratch.uri('one.md'));
    const editor = await vscode.window.showTextDocument(document);
    const place = document.positionAt(document.getText().indexOf('2021-04-05'));
    await editor.edit((edit) => edit.replace(new vscode.Range(place, place.translate(0, 10)), 'someday'));
    await eventually('the problem', () => rules() === 'metadata/date');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('no problem', () => rules() === '');
  });

  it('tells only what has changed, and shows where problems are now', async () => {
    const holes = 'A <img src="" alt="a">\n\n<img src="" alt="b"> <b>';
    await scratch.write('one.md', articleText('One', { date: '2021-04-05' }).replace('A <b>', holes));
    const path = scratch.path('one.md');
    const tree = sample.problemTrees.treeOf(sample.archive);
    const row = await eventually('its row', () => tree?.leafOf(path, 'image/empty'));
    await eventually('no check', () => isAtRest(sample.archive));
    const provider = problemsProvider(sample);
    const lines = async (): Promise<readonly number[]> =>
      (await provider.getChildren(row)).flatMap((one) => (one.type === 'detail' ? [one.range.start.line] : []));
    try {
      provider.refresh();
      assert.deepEqual(await lines(), [5, 7]);
      const told: unknown[] = [];
      const listening = provider.onDidChangeTreeData((rows) => told.push(rows));
      provider.refresh();
      assert.deepEqual(told, []);

      const document = await vscode.workspace.openTextDocument(scratch.uri('one.md'));
      await vscode.window.showTextDocument(document);
      provider.setOpen(row, true);
      const shown = new Promise<void>((resolve) => {
        const following = sample.problems.documents.onDidCheck(({ document: checked, version }) => {
          if (checked !== document || version !== document.version) return;
          following.dispose();
          provider.refreshDetails(tree?.leavesOf(path) ?? []);
          resolve();
        });
      });
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().indexOf('<p>')), '\n\n');
      await vscode.workspace.applyEdit(edit);
      await shown;
      assert.deepEqual(told.at(-1), [row], 'the article alone, as its problems have moved');
      assert.deepEqual(await lines(), [7, 9]);
      listening.dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      provider.dispose();
    }
  });

  it('stops when told to, says what is left, and goes on', async () => {
    const checks = sample.problems.checksOf(sample.archive);
    assert.ok(checks);
    await eventually('no check', () => isAtRest(sample.archive));
    const before = shownTotals(sample.archive);
    // Not by commands: so small an archive would be done before the second of them.
    checks.checkAll();
    checks.stop();
    assert.equal(checks.unchecked, sample.archive.index.size);
    await vscode.commands.executeCommand('marginalia.goOnChecking');
    assert.equal(checks.unchecked, 0);
    await eventually('no check', () => isAtRest(sample.archive));
    assert.deepEqual(shownTotals(sample.archive), before);
  });

  /** What the rows show together, each outermost group counted from what is in it. */
  function shownTotals(archive: Archive): Totals {
    const tree = sample.problemTrees.treeOf(archive);
    assert.ok(tree);
    const totals = { errors: 0, warnings: 0, informations: 0, hints: 0 };
    const names = { error: 'errors', warning: 'warnings', information: 'informations', hint: 'hints' } as const;
    const add = (group: ProblemGroup): number => {
      let count = 0;
      for (const row of tree.children(group)) {
        if (row.type === 'group') count += add(row);
        else {
          totals[names[row.measure.severity]] += row.measure.count;
          count += row.measure.count;
        }
      }
      assert.equal(group.totals.count, count, group.id);
      return count;
    };
    add(tree.root);
    return totals;
  }

  async function toldTotals(folder: string): Promise<Totals> {
    let out = '';
    const workerScript = join(theExtension().extensionUri.fsPath, 'dist', 'parseWorker.mjs');
    const ignore = { write: () => undefined };
    const { signal } = new AbortController();
    const write = (text: string): void => {
      out += text;
    };
    await runCli(['check', folder, '--format', 'json'], { out: { write }, error: ignore, signal, workerScript });
    const { files: _, ...totals } = JSON.parse(out).summary;
    return totals;
  }
});
