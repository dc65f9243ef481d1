import assert from 'node:assert/strict';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { findHomes, homeCandidates } from '../../src/core/annotations/movedArticles';
import { annotatedOf, eraseAnnotations } from '../../src/extension/features/movedArticles/deletedArticles';
import { goneArticles } from '../../src/extension/features/movedArticles/goneArticles';
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
    const candidates = homeCandidates(own.archive.index.paths(), articles);
    // Of the same name, so looked at first.
    assert.equal(candidates[0], scratch.path('other/old.md'));
    const homes = await findHomes(own.archive.files, articles, candidates, new AbortController().signal);
    assert.deepEqual(
      homes.map(({ path }) => path),
      [scratch.path('2031/new.md')],
    );
    const [{ likeness = 0 } = {}] = homes;
    assert.ok(likeness > 0.7 && likeness < 1, String(likeness));
    const haveMoved = () => scratch.leaves('2031/new.md').length === 1 && scratch.leaves('old.md').length === 0;
    let isOver = true;
    let answered: Promise<void> = Promise.resolve();
    await eventually('they have moved', async () => {
      // A list that is accepted before its rows are there has none ticked: then it is asked for again.
      if (isOver && !haveMoved()) {
        isOver = false;
        answered = Promise.resolve(vscode.commands.executeCommand<void>('marginalia.findMovedArticles')).finally(() => {
          isOver = true;
        });
      }
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return haveMoved();
    });
    await answered;
    assert.match(await scratch.annotationsOf('2031/new.md'), /2031\/new\.md/);
  });

  it('go with it, or with its folder, where the person wants that, and come back', async () => {
    await scratch.annotated('one.md');
    await scratch.annotated('below/two.md');
    await closeAll();
    const counted = (name: string): readonly unknown[] =>
      annotatedOf([scratch.uri(name)], scratch.sample).map(({ path, annotations }) => [path, annotations]);
    assert.deepEqual(counted('one.md'), [[scratch.path('one.md'), 1]]);
    assert.deepEqual(counted('.'), [[scratch.name, 2]]);
    assert.deepEqual(counted('one'), []);
    const before = await scratch.annotationsOf('below/two.md');
    const [folder] = annotatedOf([scratch.uri('.')], scratch.sample);
    assert.ok(folder);
    const restore = await eraseAnnotations(folder);
    for (const name of ['one.md', 'below/two.md']) {
      await assert.rejects(scratch.annotationsOf(name));
      assert.equal(scratch.leaves(name).length, 0);
    }
    await restore();
    assert.equal(await scratch.annotationsOf('below/two.md'), before);
    assert.equal(scratch.leaves('below/two.md').length, 1);
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
