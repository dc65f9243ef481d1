import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';
import { type OpenSample, openSample } from '../sampleArchive';
import { same } from './same';

describe('what is known of sources in a web worker extension host', () => {
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in a form by its command', async () => {
    await vscode.commands.executeCommand('marginalia.editSourceProfile', { source: 'Beiwan Evening News' });
    const labels = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => tab.label));
    await eventually('the tab', () => labels().includes('北湾晚报'));
  });

  it('counts as it is typed', async () => {
    const { uri } = sample.archive.sourceFile;
    const editor = await vscode.window.showTextDocument(uri);
    const at = editor.document.getText().indexOf('"aliases"');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(at), '"kind": "newspaper", '));
    const kind = () => sample.archive.sourceFile.profiles.of('北湾晚报')?.kind;
    await eventually('the kind', () => kind() === 'newspaper');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('no kind', () => kind() === undefined);
    same(sample.archive.sources.canonicalOf('Beiwan Evening News')?.name, '北湾晚报');
  });
});
