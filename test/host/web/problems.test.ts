import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';
import {
  actionNamed,
  diagnosticFor,
  diagnosticsOf,
  perform,
  placeOf,
  replaceText,
  ruleOf,
  withoutRule,
} from '../checkedEditor';
import { type OpenSample, openSample } from '../sampleArchive';
import { same } from './same';

const head = '---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n';
const name = 'inbox/web problems.md';

describe('problems in a web worker extension host', () => {
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(name));
    await eventually('it is gone', () => sample.archive.index.get(name) === undefined);
  });

  it('appear as they are typed, and one fix mends them', async () => {
    const editor = await open(`${head}<p>甲 🚢 <img src="https://news.example/a.jpg"></p>\n`);
    const { document } = editor;
    await replaceText(editor, 'https://', 'https://https://');
    const { range } = await diagnosticFor(document.uri, 'image/malformed-url');
    same(range, placeOf(document, 'https://https://news.example/a.jpg'));
    await perform(await actionNamed(document.uri, range, 'Write the URL as https://news.example/a.jpg'));
    await withoutRule(document.uri, 'image/malformed-url');
    same(document.getText(), `${head}<p>甲 🚢 <img src="https://news.example/a.jpg"></p>\n`);
  });

  it('are told where front matter does not meet a schema of the archive', async () => {
    const config = uriOf('.marginalia/config.json');
    const before = await vscode.workspace.fs.readFile(config);
    const schema = { properties: { rating: { type: 'integer', maximum: 5 } } };
    const changed = { ...JSON.parse(new TextDecoder().decode(before)), problems: { schema } };
    const editor = await open(head.replace('date:', 'rating: 7\ndate:'));
    const { uri } = editor.document;
    try {
      await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(JSON.stringify(changed)));
      const { range } = await diagnosticFor(uri, 'metadata/schema');
      same(range, placeOf(editor.document, '7'));
    } finally {
      await vscode.workspace.fs.writeFile(config, before);
    }
    await withoutRule(uri, 'metadata/schema');
  });

  it('are not for Markdown that is no article', async () => {
    await open(`${head}<p><img src="a b.jpg"></p>\n`);
    const note = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '![](https://https://a.example)',
    });
    same(await sample.problems.documents.checkNow(note), undefined);
    same(diagnosticsOf(note.uri).map(ruleOf), []);
  });

  async function open(text: string): Promise<vscode.TextEditor> {
    await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
    return vscode.window.showTextDocument(uriOf(name), { preview: false });
  }

  function uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(sample.archive.folder.uri, path);
  }
});
