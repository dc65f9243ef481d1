import assert from 'node:assert/strict';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { offerToFind } from '../../src/extension/features/movedArticles/findMovedArticles';
import { eventually } from '../support/eventually';
import { AnnotatedScratch } from './annotatedScratch';
import { AnsweredMessages } from './answeredMessages';

const ferries =
  '---\ntitle: Ferries\nsource: Scratch Gazette\ndate: 2031-04-05\n---\n<p>The short ferry returns to the pier.</p>\n<p>Nobody in the harbour believed it.</p>\n<p>Tickets are sold at the kiosk again.</p>\n';

describe('the notice that articles with annotations are gone', () => {
  let scratch: AnnotatedScratch;
  let messages: AnsweredMessages;

  beforeEach(async () => {
    scratch = await AnnotatedScratch.open();
    await scratch.annotated('old.md', ferries);
    await scratch.annotated('two.md');
    await scratch.annotated('stays.md');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    messages = new AnsweredMessages();
  });

  afterEach(async () => {
    messages.dispose();
    await scratch.sample.context.workspaceState.update('annotations.goneArticles', undefined);
    await scratch.remove();
  });

  it('is not given while all are there', async () => {
    await offer();
    assert.deepEqual(messages.taken(), []);
  });

  it('names the one that is gone, or their number, and comes again until it is answered', async () => {
    await goes('two.md');
    const told = `${scratch.path('two.md')} has annotations and is gone. Was it moved or renamed?`;
    await offer();
    assert.deepEqual(messages.taken(), [told]);
    await offer('Not Now');
    assert.deepEqual(messages.taken(), [told]);
    await offer();
    assert.deepEqual(messages.taken(), [], 'The person has answered.');
    await goes('old.md');
    await offer();
    assert.deepEqual(messages.taken(), ['2 articles with annotations are gone. Were they moved or renamed?']);
    assert.equal(scratch.leaves('two.md').length, 1, 'Nothing is changed by a notice.');
  });

  it('leads to where they are now, and their annotations move along', async () => {
    await moves('old.md', '2031/new.md');
    const before = await scratch.annotationsOf('old.md');
    const haveMoved = () => scratch.leaves('2031/new.md').length === 1 && scratch.leaves('old.md').length === 0;
    let isOver = true;
    let answered: Promise<void> = Promise.resolve();
    await eventually('they have moved', async () => {
      // A list that is accepted before its rows are there has none ticked: then it is asked for again.
      if (isOver && !haveMoved()) {
        isOver = false;
        answered = offer('Look for Them').finally(() => {
          isOver = true;
        });
      }
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return haveMoved();
    });
    await answered;
    assert.equal(messages.taken().at(-1), 'The annotations of 1 article have moved along.');
    assert.equal(await scratch.annotationsOf('2031/new.md'), before.replace('/old.md",', '/2031/new.md",'));
    await offer();
    assert.deepEqual(messages.taken(), []);
  });

  it('changes nothing where no article is like the one that is gone, or nobody picks one', async () => {
    await goes('two.md');
    await offer('Look for Them');
    assert.equal(messages.taken().at(-1), 'No article is like those that are gone (1). Their annotations are kept.');
    await moves('old.md', '2031/new.md');
    let isOver = false;
    const answered = offer('Look for Them').finally(() => {
      isOver = true;
    });
    await eventually('it is answered', async () => {
      if (!isOver) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    });
    await answered;
    assert.deepEqual([scratch.leaves('old.md').length, scratch.leaves('2031/new.md').length], [1, 0]);
    assert.match(await scratch.annotationsOf('old.md'), /On old\.md/);
  });

  function offer(answer?: string): Promise<void> {
    messages.answer = answer;
    return offerToFind(scratch.annotations, scratch.sample);
  }

  /** Deleted outside of VS Code. */
  async function goes(name: string): Promise<void> {
    await rm(join(scratch.onDisk, name));
    await scratch.lacks(name);
  }

  /** Moved outside of VS Code. */
  async function moves(name: string, to: string): Promise<void> {
    const target = join(scratch.onDisk, to);
    await mkdir(dirname(target), { recursive: true });
    await rename(join(scratch.onDisk, name), target);
    await scratch.shows(to, 'Ferries');
    await scratch.lacks(name);
  }
});
