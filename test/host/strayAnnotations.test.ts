import assert from 'node:assert/strict';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { deletionEdit } from '../../src/extension/features/strayAnnotations/deletionEdit';
import { findHomes, homeCandidates } from '../../src/extension/features/strayAnnotations/findHomes';
import { goneArticles } from '../../src/extension/features/strayAnnotations/goneArticles';
import { eventually } from '../support/eventually';
import { AnnotatedScratch } from './annotatedScratch';
import { articleText } from './scratchFolder';

const lines = (last: string): string =>
  `---\ntitle: Ferries\nsource: Scratch Gazette\ndate: 2031-04-05\n---\n<p>The short ferry returns to the pier.</p>\n<p>Nobody in the harbour believed it.</p>\n<p>Tickets are sold at the kiosk again.</p>\n<p>${last}</p>\n`;

describe('annotations whose article goes', () => {
  let scratch: AnnotatedScratch;

  beforeEach(async () => {
    scratch = await AnnotatedScratch.open();
  });

  afterEach(() => scratch.remove());

  it('are found again by its text where it was moved and edited outside of VS Code', async () => {
    await scratch.annotated('old.md', lines('Spring comes late this year.'));
    await scratch.annotated('named.md');
    await closeAll();
    await scratch.write('other/old.md', articleText('Another'));
    await scratch.write('2031/new.md', lines('Summer comes early instead.'));
    await scratch.shows('2031/new.md', 'Ferries');
    await scratch.shows('other/old.md', 'Another');
    assert.deepEqual(await gone(), []);
    await mkdir(join(scratch.onDisk, 'away'));
    await rename(join(scratch.onDisk, 'old.md'), join(scratch.onDisk, 'away', 'old.txt'));
    await scratch.lacks('old.md');
    assert.deepEqual(await gone(), [scratch.path('old.md')]);
    const own = scratch.annotations;
    const articles = await goneArticles(own);
    const candidates = homeCandidates(own, articles);
    // Of the same name, so looked at first; annotated ones are not looked at.
    assert.equal(candidates[0], scratch.path('other/old.md'));
    assert.ok(!candidates.includes(scratch.path('named.md')));
    const tools = await scratch.sample.annotations.loadTools();
    const homes = await findHomes(own, articles, candidates, tools, new AbortController().signal, () => undefined);
    assert.deepEqual(
      homes.map(({ path, likeness }) => [path, likeness]),
      [[scratch.path('2031/new.md'), 0.75]],
    );
    const answered = vscode.commands.executeCommand('marginalia.findMovedArticles');
    await eventually('they have moved', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return scratch.leaves('2031/new.md').length === 1 && scratch.leaves('old.md').length === 0;
    });
    await answered;
    assert.match(await scratch.annotationsOf('2031/new.md'), /2031\/new\.md/);
  });

  it('go with it where the person wants that, and come back with it', async () => {
    await scratch.annotated('one.md');
    await closeAll();
    const asked: unknown[] = [];
    const files = [scratch.uri('one.md')];
    const kept = await deletionEdit(files, scratch.sample, async (...what) => {
      asked.push(what);
      return false;
    });
    assert.equal(kept?.size, 0);
    const edit = await deletionEdit([scratch.uri('.')], scratch.sample, async (...what) => {
      asked.push(what);
      return true;
    });
    assert.deepEqual(asked, [
      [scratch.path('one.md'), 1],
      [scratch.name, 1],
    ]);
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    await assert.rejects(scratch.annotationsOf('one.md'));
    await eventually('the index knows', () => scratch.leaves('one.md').length === 0);
  });

  it('are not asked about where there are none', async () => {
    await scratch.write('plain.md', articleText('Plain'));
    await scratch.shows('plain.md', 'Plain');
    assert.equal(
      deletionEdit([scratch.uri('plain.md')], scratch.sample, () => assert.fail('asked')),
      undefined,
    );
  });

  async function gone(): Promise<readonly string[]> {
    return (await goneArticles(scratch.annotations))
      .map(({ path }) => path)
      .filter((path) => path.startsWith(scratch.name));
  }
});

async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
