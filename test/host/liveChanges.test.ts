import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ArticleTypes } from '../../src/core/archive/articleTree';
import type { TreeChange } from '../../src/core/tree/treeChange';
import { eventually } from '../support/eventually';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';
import { allRows, nameOf, topGroups } from './treeText';

describe('changes of files', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(() => scratch.remove());

  it('made outside of VS Code come and go in the tree', async () => {
    await scratch.write('one.md', articleText('One'));
    await scratch.shows('one.md', 'One');
    assert.ok(allRows(sample).includes('Scratch Gazette/2031/4: One'));
    await scratch.write('one.md', articleText('Uno', { source: 'Harbour Ledger' }));
    await scratch.shows('one.md', 'Uno');
    assert.ok(topGroups(sample).includes('Harbour Ledger 7'));
    assert.ok(!topGroups(sample).some((group) => group.startsWith('Scratch')));
    await rm(join(scratch.onDisk, 'one.md'));
    await scratch.lacks('one.md');
    assert.ok(topGroups(sample).includes('Harbour Ledger 6'));
  });

  it('in a folder that has been there for long are followed', async () => {
    const path = `inbox/${scratch.name}.md`;
    const title = (): string | undefined => sample.archive.index.get(path)?.title;
    const onDisk = join(sample.archive.folder.uri.fsPath, path);
    await writeFile(onDisk, articleText('One'));
    await eventually('the article', () => title() === 'One');
    await writeFile(onDisk, articleText('Uno'));
    await eventually('its new title', () => title() === 'Uno');
    await rm(onDisk);
    await eventually('no article', () => title() === undefined);
  });

  it('made through VS Code come and go in the tree', async () => {
    const { fs } = vscode.workspace;
    await fs.writeFile(scratch.uri('two.md'), new TextEncoder().encode(articleText('Two')));
    await scratch.shows('two.md', 'Two');
    await fs.rename(scratch.uri('two.md'), scratch.uri('three.md'));
    await scratch.shows('three.md', 'Two');
    await scratch.lacks('two.md');
    await fs.delete(scratch.uri('three.md'));
    await scratch.lacks('three.md');
  });

  it('follow a folder that is renamed and deleted with all that is in it', async () => {
    for (const name of ['a.md', 'b.md', 'deep/c.md']) await scratch.write(`old/${name}`, articleText(name));
    for (const name of ['a.md', 'b.md', 'deep/c.md']) await scratch.shows(`old/${name}`, name);
    await rename(join(scratch.onDisk, 'old'), join(scratch.onDisk, 'new'));
    for (const name of ['a.md', 'b.md', 'deep/c.md']) await scratch.shows(`new/${name}`, name);
    for (const name of ['a.md', 'b.md', 'deep/c.md']) await scratch.lacks(`old/${name}`);
    await rm(join(scratch.onDisk, 'new'), { recursive: true });
    for (const name of ['a.md', 'b.md', 'deep/c.md']) await scratch.lacks(`new/${name}`);
  });

  it('are seen in folders that were made in one another at once', async () => {
    const names = Array.from({ length: 8 }, (_, number) => `${number}/2031/04/one.md`);
    for (const name of names) await scratch.write(name, articleText('One'));
    for (const name of names) await scratch.shows(name, 'One');
    for (const name of names) await scratch.write(name, articleText('Uno'));
    for (const name of names) await scratch.shows(name, 'Uno');
    for (const name of names) await scratch.write(name.replace('one', 'two'), articleText('Two'));
    for (const name of names) await scratch.shows(name.replace('one', 'two'), 'Two');
    for (const name of names) await rm(join(scratch.onDisk, name));
    for (const name of names) await scratch.lacks(name);
  });

  it('leave files alone that are no articles', async () => {
    await scratch.write('notes.txt', articleText('Notes'));
    await scratch.write('.hidden/secret.md', articleText('Secret'));
    await scratch.write('node_modules/package/readme.md', articleText('Package'));
    await scratch.write('last.md', articleText('Last'));
    await scratch.shows('last.md', 'Last');
    const paths = [...sample.archive.index.paths()].filter((path) => path.startsWith(scratch.name));
    assert.deepEqual(paths, [scratch.path('last.md')]);
  });

  it('show only the groups anew that have changed', async () => {
    await scratch.write('four.md', articleText('Four', { source: 'Harbour Ledger', date: '2019-05-20' }));
    await scratch.shows('four.md', 'Four');
    const changes = await changesDuring(async () => {
      await scratch.write('four.md', articleText('Four', { source: 'Open Orbit Weekly', date: '2019-05-20' }));
      await eventually('it is in its new group', () => topGroups(sample).includes('Open Orbit Weekly 5'));
    });
    assert.ok(changes.length > 0 && changes.every(({ whole }) => !whole));
    const groups = new Set(changes.flatMap((change) => [...change.groups].map(nameOf)));
    assert.deepEqual([...groups].sort(), ['Harbour Ledger', 'Open Orbit Weekly']);
  });

  it('show only the row anew when an article stays in its place', async () => {
    const text = articleText('Five', { source: 'Harbour Ledger' });
    await scratch.write('five.md', text);
    await scratch.shows('five.md', 'Five');
    // Its body comes after its head, and its problems after that: each shows the row anew.
    const words = await eventually('its body', () => scratch.entry('five.md')?.body?.words);
    const checks = sample.problems.checksOf(sample.archive);
    assert.ok(checks);
    await eventually('it is checked', () => checks.progress === undefined);
    const changes = await changesDuring(async () => {
      await scratch.replace('five.md', `${text}<p>And more of it.</p>\n`);
      await eventually('it is longer', () => (scratch.entry('five.md')?.body?.words ?? 0) > words);
    });
    assert.deepEqual(
      changes.map(({ whole, groups, leaves }) => [whole, groups.size, [...leaves].map(({ item }) => item.title)]),
      [[false, 0, ['Five']]],
    );
  });

  /** What the trees told while something was done. */
  async function changesDuring(work: () => Promise<void>): Promise<readonly TreeChange<ArticleTypes>[]> {
    const changes: TreeChange<ArticleTypes>[] = [];
    const tree = sample.trees.treeOf(sample.archive);
    tree?.takeChange();
    const listening = sample.trees.onDidChange(() => {
      assert.equal(sample.trees.treeOf(sample.archive), tree, 'everything is shown anew');
      const change = tree?.takeChange();
      if (change && (change.whole || change.groups.size > 0 || change.leaves.size > 0)) changes.push(change);
    });
    try {
      await work();
      return changes;
    } finally {
      listening.dispose();
    }
  }
});
