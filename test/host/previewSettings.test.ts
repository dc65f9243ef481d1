import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { displaySettingNames } from '../../src/extension/features/preview/displaySettings';
import { eventually } from '../support/eventually';
import { ferry, lighthouse, OpenPreviews, trial } from './openPreviews';

describe('what a person chooses for the preview', () => {
  const bench = new OpenPreviews();

  it('writes what is chosen in it into the settings, and shows what the settings say', async () => {
    const fake = await bench.open(ferry);
    try {
      for (const textSize of [110, 120, 130]) {
        const settings = { textOnly: true, textSize, width: 'wide', typeface: 'serif', scrollSync: 'off' } as const;
        fake.say({ kind: 'changeSettings', settings });
      }
      const settings = vscode.workspace.getConfiguration.bind(undefined, 'marginalia.preview');
      await eventually('they are written', () => settings().get('textSize') === 130);
      assert.deepEqual(
        ['textOnly', 'width', 'typeface', 'scrollSync'].map((name) => settings().get(name)),
        [true, 'wide', 'serif', 'off'],
      );
    } finally {
      for (const name of displaySettingNames) {
        await vscode.workspace.getConfiguration('marginalia.preview').update(name, undefined, true);
      }
    }
    const usual = { textOnly: false, textSize: 100, width: 'medium', typeface: 'sans', scrollSync: 'both' };
    const isUsual = (settings: object): boolean => JSON.stringify(settings) === JSON.stringify(usual);
    await fake.last('the usual settings', 'settings', ({ settings }) => isUsual(settings));
    await bench.configure('preview.textSize', 5000);
    await fake.last('as large as can be', 'settings', ({ settings }) => settings.textSize === 200);
  });

  it('asks before images come from elsewhere, once for an archive', async () => {
    const fake = await bench.open(trial);
    const remote = (message: { readonly images: readonly { readonly src?: string; readonly reason?: string }[] }) =>
      message.images.filter(({ src, reason }) => reason?.startsWith('remote') || src?.includes('example'));
    const asked = await fake.render('the article');
    assert.ok(asked.mayLoadRemote);
    assert.ok(remote(asked).length > 0 && remote(asked).every(({ reason }) => reason === 'remoteAsk'));
    assert.equal(asked.blocked.filter(({ kind }) => kind === 'remoteImage').length, remote(asked).length);
    fake.say({ kind: 'loadRemoteImages' });
    await eventually('another page', () => fake.shells.length === 2);
    assert.match(fake.shells[1] ?? '', /img-src [^;]* https: http:/);
    fake.say({ kind: 'ready' });
    const loaded = await fake.render('with images', ({ mayLoadRemote }) => !mayLoadRemote);
    assert.ok(remote(loaded).every(({ src }) => src?.startsWith('http')));
    const other = await bench.open(ferry);
    assert.match(other.shells.at(-1) ?? '', /https: http:/);
    await bench.configure('preview.remoteImages', 'never');
    await eventually('a page without', () => fake.shells.length === 3);
    assert.doesNotMatch(fake.shells[2] ?? '', /https: http:/);
    fake.say({ kind: 'ready' });
    const off = await fake.render('without', ({ images }) => images.some(({ reason }) => reason === 'remoteOff'));
    assert.equal(off.mayLoadRemote, false);
    fake.say({ kind: 'loadRemoteImages' });
    await bench.configure('preview.remoteImages', 'always');
    await eventually('a page with', () => fake.shells.length === 4);
    assert.match(fake.shells[3] ?? '', /https: http:/);
  });

  it('marks an article read at its end, as far as a person wants that', async () => {
    const { marks } = bench.sample.archive;
    const fake = await bench.open(ferry);
    const end = (): void => fake.say({ kind: 'didReachEnd', version: fake.version });
    end();
    await fake.last('it is read', 'standing', ({ isRead }) => isRead);
    fake.say({ kind: 'markRead', isRead: false });
    await fake.last('it is unread', 'standing', ({ isRead }) => !isRead);
    end();
    await bench.configure('preview.markRead', 'never');
    const second = await bench.open(lighthouse);
    second.say({ kind: 'didReachEnd', version: second.version });
    await bench.configure('preview.markRead', 'onEnd');
    await bench.configure('articles.markRead', 'manually');
    const third = await bench.open(trial);
    third.say({ kind: 'didReachEnd', version: third.version });
    assert.deepEqual(
      [ferry, lighthouse, trial].map((path) => marks.isUnread(path)),
      [true, true, true],
    );
  });
});
