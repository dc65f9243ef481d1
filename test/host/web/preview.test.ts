import * as vscode from 'vscode';
import { Previews } from '../../../src/extension/features/preview/previews';
import { eventually } from '../../support/eventually';
import { FakePanel } from '../fakePanel';
import { type OpenSample, openSample } from '../sampleArchive';
import { same } from './same';

const trial = '北湾晚报/2022-03-08 三号线试运行.md';

describe('the preview in a web worker extension host', () => {
  let sample: OpenSample;
  let previews: Previews;

  before(async () => {
    sample = await openSample();
    previews = new Previews(sample);
  });

  after(async () => {
    previews.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows an article with its images, and what is typed', async () => {
    const uri = vscode.Uri.joinPath(sample.archive.folder.uri, trial);
    const fake = new FakePanel();
    await previews.deserializeWebviewPanel(fake.panel, { article: uri.toString(), offset: 0 });
    fake.say({ kind: 'ready' });
    const { head, images } = await fake.render('the article');
    same(head.source, '北湾晚报');
    same(head.date, '2022-03-08 09:15 Asia/Shanghai');
    same(images.filter(({ src }) => src?.includes('tram%20line%20plan.svg')).length, 1);
    const editor = await vscode.window.showTextDocument(uri);
    const start = editor.document.getText().indexOf('电车三号线');
    const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 5));
    await editor.edit((edit) => edit.replace(range, '电车四号线'));
    await fake.render('what is typed', (message) => message.head.title.startsWith('电车四号线'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await fake.render('what is saved', (message) => message.head.title.startsWith('电车三号线'));
  });

  it('opens by its command', async () => {
    const uri = vscode.Uri.joinPath(sample.archive.folder.uri, '2026/battery-ferry.md');
    await vscode.commands.executeCommand('marginalia.openPreview', uri);
    const labels = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => tab.label));
    await eventually('its title', () => labels().includes('Preview: Charging a ferry in nine minutes'));
  });
});
