import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in a Node extension host', () => {
  it('is found and activates', async () => {
    const extension = vscode.extensions.getExtension('marginalia.news-marginalia');
    assert.ok(extension, 'VS Code does not know marginalia.news-marginalia');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has the sample archive open', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['sample'],
    );
  });
});
