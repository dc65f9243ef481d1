import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
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

  it('loads nothing but its entry before anybody looks', async () => {
    await activated();
    assert.deepEqual(loaded(), ['extension.js']);
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
    await eventually('what checks it is loaded', () => loaded().includes('documentTools.js'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

function threads(): number {
  return process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name)).length;
}

/** The files of the extension that are loaded. */
function loaded(): readonly string[] {
  const built = join(theExtension().extensionPath, 'dist');
  const { cache } = createRequire(join(built, 'extension.js'));
  const files = Object.keys(cache).map((file) => relative(built, file));
  return files.filter((file) => !/^(?:\.\.|test)(?:\/|\\|$)/.test(file)).sort();
}
