import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { activated, theExtension } from './sampleArchive';

// Comes first of all files, by its name: it looks at an extension that nobody has used yet.
describe('the extension in a Node extension host', () => {
  let threadsBefore = 0;

  before(() => {
    threadsBefore = threads();
  });

  it('is found and activates', async () => {
    assert.equal(theExtension().isActive, false);
    await activated();
    assert.equal(theExtension().isActive, true);
  });

  it('has the sample archive open', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['sample'],
    );
  });

  it('takes less than 50 ms of its own to load and activate', async () => {
    const { activationMilliseconds } = await activated();
    const loading = loadingMilliseconds();
    console.log(`Loading takes ${loading.toFixed(1)} ms, activating ${activationMilliseconds.toFixed(1)} ms.`);
    assert.ok(loading + activationMilliseconds < 50, `${loading} ms + ${activationMilliseconds} ms`);
  });

  it('reads nothing and starts no thread before anybody looks', async () => {
    const { services } = await activated();
    assert.deepEqual(services.archives.all, []);
    assert.equal(threads(), threadsBefore);
  });

  it('still reads nothing when a Markdown file outside of any archive is opened', async () => {
    const { services } = await activated();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown' }));
    assert.deepEqual(services.archives.all, []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('reads the archive when one of its articles is opened', async () => {
    const { services } = await activated();
    const [article] = await vscode.workspace.findFiles('2014/*.md', undefined, 1);
    assert.ok(article);
    await vscode.window.showTextDocument(article);
    await eventually('the archive is read', () => services.archives.all[0]?.state === 'ready');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

function threads(): number {
  return process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name)).length;
}

/** What the bundle takes of a processor to load: the best of a few, for other work on the machine only ever adds to it. */
function loadingMilliseconds(): number {
  const main = join(theExtension().extensionPath, 'dist', 'extension.js');
  const require = createRequire(main);
  const cached = require.cache[main];
  const times = Array.from({ length: 10 }, () => {
    delete require.cache[main];
    const before = process.cpuUsage();
    require(main);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  if (cached !== undefined) require.cache[main] = cached;
  return Math.min(...times);
}
