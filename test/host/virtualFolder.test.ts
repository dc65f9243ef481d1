import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newAnnotation } from '../../src/core/annotations/model/writeAnnotation';
import type { Archive } from '../../src/extension/workspace/archives/archive';
import { eventually } from '../support/eventually';
import { changeFolders } from './changeFolders';
import { MemoryFileSystem } from './memoryFileSystem';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText } from './scratchFolder';
import { topGroups } from './treeText';

const encoded = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));
const root = vscode.Uri.from({ scheme: 'memfs-test', authority: 'archive', path: '/news' });

describe('an archive on a virtual file system', () => {
  const files = new MemoryFileSystem();
  let registration: vscode.Disposable;
  let sample: OpenSample;
  let archive: Archive;

  before(async () => {
    sample = await openSample();
    registration = vscode.workspace.registerFileSystemProvider(root.scheme, files);
    write('.marginalia/config.json', '{ "version": 1, "timeZone": "UTC" }');
    write('2031/one.md', articleText('One'));
    write('2031/two.md', articleText('Two', { source: 'Other Gazette' }));
    write('2031/deep/three.md', articleText('Three'));
    write('node_modules/package/readme.md', articleText('Package'));
    await changeFolders(1, 0, { uri: root, name: 'virtual' });
    archive = await eventually('it is open', () => sample.archives.all[1]);
    await eventually('it is read', () => archive.state === 'ready' && archive.index.size === 3);
    await eventually('its bodies too', () => [...archive.index.entries()].every(({ body }) => body !== undefined));
  });

  after(async () => {
    await changeFolders(1, 1);
    registration.dispose();
    files.dispose();
  });

  it('is read through VS Code, and nothing of it twice that needs not be', () => {
    assert.equal(archive.timeZone, 'UTC');
    assert.deepEqual(topGroups({ archive, trees: sample.trees }), ['Other Gazette 1', 'Scratch Gazette 2']);
    assert.ok(!files.reads.some((path) => path.includes('node_modules')));
  });

  it('follows its changes, and reads only the file that has changed', async () => {
    files.reads.length = 0;
    write('2031/one.md', articleText('Uno'));
    await eventually('the new title', () => archive.index.get('2031/one.md')?.title === 'Uno');
    // Once for the index and once for its problems.
    assert.deepEqual(new Set(files.reads), new Set(['/news/2031/one.md']));
    write('2032/four.md', articleText('Four'));
    await eventually('the new article', () => archive.index.get('2032/four.md')?.title === 'Four');
    files.delete(vscode.Uri.joinPath(root, '2031/deep'));
    await eventually('a folder less', () => archive.index.get('2031/deep/three.md') === undefined);
    files.delete(vscode.Uri.joinPath(root, '2032/four.md'));
    await eventually('an article less', () => archive.index.size === 2);
  });

  it('takes no article for deleted while the file system is out of reach', async () => {
    const { size } = archive.index;
    files.away = '/news/2031';
    await archive.readAgain();
    assert.equal(archive.state, 'stopped');
    assert.ok(archive.failure);
    assert.equal(archive.index.size, size);
    files.away = undefined;
    await archive.readAgain();
    assert.equal(archive.state, 'ready');
    assert.equal(archive.failure, undefined);
  });

  it('keeps annotations in it, merged with what others write, and moves them', async () => {
    const own = sample.annotations.of(archive);
    assert.ok(own);
    const place = { archive, path: '2031/one.md' };
    const file = '/news/.marginalia/annotations/2031/one.md/Ada.jsonld';
    const [one, two, three] = ['1', '2', '3'].map((uuid) =>
      newAnnotation(
        { uuid, creator: uuid === '3' ? 'Bo' : 'Ada', now: `2031-04-0${uuid}T00:00:00Z`, article: place.path },
        { kind: 'article' },
        { note: `Note ${uuid}` },
      ),
    );
    assert.ok(one && two && three);
    assert.ok(await sample.annotations.edits.save(place, 'Ada', [{ after: one }]));
    const page = JSON.parse(read(file));
    assert.equal(page.items.length, 1);
    // Both at once, and one of them from elsewhere: none is lost.
    files.writeFile(
      root.with({ path: file }),
      encoded({ ...page, items: [...page.items, { ...two.json, id: 'other' }] }),
    );
    await Promise.all([
      own.store.save(place.path, 'Ada', [{ after: two }]),
      own.store.save(place.path, 'Bo', [{ after: three }]),
    ]);
    assert.deepEqual(
      JSON.parse(read(file)).items.map(({ id }: { id: string }) => id),
      ['other', 'urn:uuid:1', 'urn:uuid:2'],
    );
    await eventually('the index has them', () => own.index.rowsOf(place.path).length === 4);
    await own.store.move('2031/one.md', '2032/uno.md');
    assert.match(read(file.replace('2031/one.md', '2032/uno.md')), /2032\/uno\.md/);
    assert.throws(() => read(file));
    await eventually('the index follows', () => own.index.rowsOf('2032/uno.md').length === 4);
    const moved = { archive, path: '2032/uno.md' };
    const { annotations } = await own.store.read(moved.path);
    for (const before of annotations) await own.store.save(moved.path, before.creator, [{ before }]);
    await eventually('none is left', () => own.index.rowsOf(moved.path).length === 0);
    assert.equal(
      files.paths().some((path) => path.includes('annotations')),
      false,
    );
  });

  it('tells of annotations in it that cannot be read, and keeps them', async () => {
    const own = sample.annotations.of(archive);
    write('.marginalia/annotations/2031/two.md/Ada.jsonld', '{ "items": [ broken');
    const [broken] = await eventually('it is told', () => {
      const found = [...(own?.index.broken ?? [])];
      return found.length > 0 && found;
    });
    assert.equal(broken?.article, '2031/two.md');
    assert.equal(read('/news/.marginalia/annotations/2031/two.md/Ada.jsonld'), '{ "items": [ broken');
    files.delete(vscode.Uri.joinPath(root, '.marginalia/annotations'));
    await eventually('and that it is gone', () => [...(own?.index.broken ?? [])].length === 0);
  });

  function read(path: string): string {
    return new TextDecoder().decode(files.readFile(root.with({ path })));
  }

  function write(path: string, text: string): void {
    files.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
  }
});
