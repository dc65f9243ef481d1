import * as vscode from 'vscode';

describe('the extension in a web worker extension host', () => {
  it('is found and activates', async () => {
    const extension = vscode.extensions.getExtension('marginalia.news-marginalia');
    if (!extension) throw new Error('VS Code does not know marginalia.news-marginalia');
    await extension.activate();
    if (!extension.isActive) throw new Error('It is not active.');
  });

  it('really is in a worker, without Node', () => {
    if (!('importScripts' in globalThis)) throw new Error('This is no worker.');
    if (typeof process !== 'undefined' && process.versions?.node) throw new Error('There is a Node here.');
  });

  it('has the sample archive open', () => {
    const names = vscode.workspace.workspaceFolders?.map((folder) => folder.name).join();
    if (names !== 'sample') throw new Error(`Open is: ${names}`);
  });
});
