import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { loadedTogether } from '../support/loadedTogether';
import { builtFolder, loadedFiles, sourcesOf } from './loadedFiles';
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
    assert.deepEqual([...(await loadedFiles())].sort(), [...loadedTogether(builtFolder(), 'extension.mjs')].sort());
  });

  it('loads nothing that reads or checks articles before anybody looks', async () => {
    await activated();
    const sources = [...sourcesOf(await loadedFiles())];
    assert.ok(sources.includes('src/extension/activate.ts'), 'the sources are not known');
    const packages = sources.flatMap((source) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
    // What reads configurations, and what finds Chinese in both scripts.
    assert.deepEqual([...new Set(packages)].sort(), ['jsonc-parser', 'opencc-js']);
    assert.deepEqual(
      sources.filter((source) => /\/(?:checkText|anchorAnnotations|allRules|readBody|exportArticle)\.ts$/.test(source)),
      [],
    );
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
    await eventually('what checks it is loaded', async () =>
      sourcesOf(await loadedFiles()).has('src/extension/workspace/problems/checkText.ts'),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

function threads(): number {
  return process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name)).length;
}
