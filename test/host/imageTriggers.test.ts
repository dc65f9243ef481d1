import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { ImageServer } from '../support/imageServer';
import { changeSetting } from './changeSetting';
import { diagnosticFor, replaceText, rulesIn } from './checkedEditor';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const head = '---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n';

describe('remote images are checked without being told to', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let server: ImageServer;
  let number = 0;

  before(async () => {
    sample = await openSample();
    server = await ImageServer.start();
    await changeSetting('images.allowPrivateHosts', ['127.0.0.1']);
  });

  after(async () => {
    await changeSetting('images.allowPrivateHosts', undefined);
    await server.close();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(async () => {
    await changeSetting('images.checkRemote', undefined);
    await scratch.remove();
  });

  const write = async (name: string): Promise<string> => {
    const url = `http://127.0.0.1:${server.port}/missing/trigger-${++number}.png`;
    await scratch.write(name, `${head}<p>图 🚢</p><p><img src="${url}"></p>\n`);
    await scratch.shows(name, '渡轮 🚢 回来了');
    return url;
  };
  const open = async (name: string): Promise<vscode.TextEditor> => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(scratch.uri(name)));
    await diagnosticFor(scratch.uri(name), 'image/insecure');
    return editor;
  };
  const asked = (url: string): boolean => sample.remoteImages.verdicts.of(url) !== undefined;

  it('of an article that is opened, and of no other', async () => {
    await changeSetting('images.checkRemote', 'onOpen');
    const [url, other] = [await write('one.md'), await write('other.md')];
    await open('one.md');
    await diagnosticFor(scratch.uri('one.md'), 'image/broken');
    assert.deepEqual([asked(url), asked(other)], [true, false]);
  });

  it('of an article that is saved, and not before', async () => {
    await changeSetting('images.checkRemote', 'onSave');
    const url = await write('one.md');
    const editor = await open('one.md');
    await replaceText(editor, '图 🚢', '图');
    await diagnosticFor(scratch.uri('one.md'), 'image/insecure');
    assert.ok(!rulesIn(scratch.uri('one.md')).includes('image/broken'));
    assert.equal(asked(url), false);
    await editor.document.save();
    await diagnosticFor(scratch.uri('one.md'), 'image/broken');
    assert.equal(asked(url), true);
  });

  it('of the whole archive, and of articles that come into it', async () => {
    const url = await write('one.md');
    const { problems } = sample.archive;
    const isTold = (name: string): boolean =>
      problems.of(scratch.path(name)).some(({ rule }) => rule === 'image/broken');
    await changeSetting('images.checkRemote', 'archive');
    await eventually('the article that was there is checked', () => isTold('one.md'));
    const later = await write('later.md');
    await eventually('the article that has come is checked', () => isTold('later.md'));
    assert.deepEqual([asked(url), asked(later)], [true, true]);
  });
});
