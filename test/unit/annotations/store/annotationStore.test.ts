import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotations/model/annotation';
import { editAnnotation, newAnnotation } from '../../../../src/core/annotations/model/writeAnnotation';
import { readPage, writePage } from '../../../../src/core/annotations/store/annotationPage';
import { annotationFileOf, annotationPath, fileNameOf } from '../../../../src/core/annotations/store/annotationPaths';
import { AnnotationStore, type ArticleAnnotations } from '../../../../src/core/annotations/store/annotationStore';
import { InMemoryTextStore } from '../../../support/inMemoryTextStore';
import { Seeded } from '../../../support/seeded';

const make = (uuid: string, note = uuid, creator = 'Lin'): Annotation =>
  newAnnotation({ uuid, creator, now: '2026-01-01T00:00:00Z', article: 'a.md' }, { kind: 'article' }, { note });
const lins = '.marginalia/annotations/a.md/Lin.jsonld';
const notes = (annotations: readonly Annotation[]): readonly string[] => annotations.map(({ note }) => note).sort();

describe('the store of annotations', () => {
  it('keeps each person in a file of their own', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    const told: (string | undefined)[] = [];
    store.onDidChange((article) => told.push(article));
    await store.save('a.md', 'Lin', [{ after: make('1') }]);
    await store.save('a.md', '周', [{ after: make('2', 'two', '周') }]);
    await store.save(undefined, 'Lin', [{ after: make('3') }]);
    assert.deepEqual([...files.files.keys()].sort(), [
      '.marginalia/annotations/.sources/Lin.jsonld',
      lins,
      '.marginalia/annotations/a.md/周.jsonld',
    ]);
    assert.deepEqual(notes((await store.read('a.md')).annotations), ['1', 'two']);
    assert.deepEqual(notes((await store.read(undefined)).annotations), ['3']);
    assert.deepEqual(await store.articles(), [undefined, 'a.md']);
    assert.deepEqual(told, ['a.md', 'a.md', undefined]);
  });

  it('gives the same object as long as the files say the same, whichever way they are read', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    await store.save('a.md', 'Lin', [{ after: make('1') }]);
    await store.save('b.md', 'Lin', [{ after: make('2') }]);
    const [one, two] = [await store.read('a.md'), await store.read('b.md')];
    const all: ArticleAnnotations[] = [];
    for await (const read of store.readAll()) all.push(read);
    assert.deepEqual([all[0] === one, all[1] === two, (await store.read('a.md')) === one], [true, true, true]);
    // By somebody else, whom nobody told of.
    files.files.set(lins, (files.files.get(lins) ?? '').replace('"value": "1"', '"value": "other"'));
    assert.deepEqual(notes((await store.read('a.md')).annotations), ['other']);
    assert.equal(await store.read('b.md'), two);
  });

  it('takes no file that went while it was read for one that cannot be read', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    await store.save('a.md', 'Lin', [{ after: make('1') }]);
    await store.save('a.md', '周', [{ after: make('2', 'two', '周') }]);
    const paths = await files.list('.marginalia/annotations');
    files.list = () => Promise.resolve(paths);
    files.files.delete(lins);
    const { annotations, broken } = await store.read('a.md');
    assert.deepEqual([notes(annotations), broken], [['two'], []]);
  });

  it('writes one annotation a block, always in one order', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    for (const uuid of ['3', '1', '2']) await store.save('a.md', 'Lin', [{ after: make(uuid) }]);
    const text = files.files.get(lins) ?? '';
    assert.deepEqual(
      [...text.matchAll(/"id": "urn:uuid:(\d)"/g)].map(([, id]) => id),
      ['1', '2', '3'],
    );
    assert.match(text, /^ {4}\{\n {6}"id": "urn:uuid:1",\n {6}"type": "Annotation",\n/m);
    await store.save('a.md', 'Lin', [{ before: make('2') }]);
    assert.equal(
      files.files.get(lins),
      writePage({ annotations: [make('1'), make('3')], others: [], texts: new Map(), rest: {}, hadConflicts: false }),
    );
  });

  it('removes the file with its last annotation', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    await store.save('a.md', 'Lin', [{ after: make('1') }]);
    await store.save('a.md', 'Lin', [{ before: make('1') }]);
    assert.equal(files.files.size, 0);
  });

  it('merges with what came into the file meanwhile', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    await store.save('a.md', 'Lin', [{ after: make('1') }, { after: make('2') }]);
    const elsewhere = editAnnotation(make('1'), { colour: 'teal' }, '2026-02-01T00:00:00Z');
    const stored = (await store.read('a.md')).annotations.find(({ id }) => id === 'urn:uuid:1');
    assert.ok(stored);
    const other = new AnnotationStore(files);
    await other.save('a.md', 'Lin', [{ before: stored, after: elsewhere }, { after: make('9') }]);
    await store.save('a.md', 'Lin', [
      { before: stored, after: editAnnotation(stored, { note: 'ours' }, '2026-03-01T00:00:00Z') },
    ]);
    const { annotations } = await store.read('a.md');
    assert.deepEqual(notes(annotations), ['2', '9', 'ours']);
    assert.equal(annotations.find(({ note }) => note === 'ours')?.colour, 'teal');
    await store.save('a.md', 'Lin', [{ before: stored }]);
    assert.deepEqual(
      notes((await store.read('a.md')).annotations),
      ['2', '9', 'ours'],
      'what was changed elsewhere is not removed',
    );
  });

  it('keeps a file it cannot read beside', async () => {
    const files = new InMemoryTextStore({ [lins]: '{"items": [' });
    const store = new AnnotationStore(files);
    const before = await store.read('a.md');
    assert.equal(before.broken[0]?.path, lins);
    const { keptBeside = '' } = await store.save('a.md', 'Lin', [{ after: make('1') }]);
    assert.match(keptBeside, /a\.md\/Lin\.broken-[0-9a-f]+\.txt$/);
    assert.equal(files.files.get(keptBeside), '{"items": [');
    assert.deepEqual(notes((await store.read('a.md')).annotations), ['1']);
  });

  it('writes nothing over a file that broke meanwhile', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    files.meanwhile = () => files.files.set(lins, 'oops');
    await assert.rejects(store.save('a.md', 'Lin', [{ after: make('1') }]), /cannot be read/);
    assert.equal(files.files.get(lins), 'oops');
  });

  it('puts together what a merge left', async () => {
    const page = (...own: readonly Annotation[]): readonly string[] =>
      writePage({ annotations: own, others: [], texts: new Map(), rest: {}, hadConflicts: false }).split('\n');
    const [ours, theirs] = [page(make('1'), make('2')), page(make('1'), make('3'))];
    const text = ['<<<<<<< HEAD', ...ours, '=======', ...theirs, '>>>>>>> other', ''].join('\n');
    const read = readPage(text);
    assert.equal(read.kind === 'page' && read.page.hadConflicts, true);
    const files = new InMemoryTextStore({ [lins]: text });
    const store = new AnnotationStore(files);
    await store.save('a.md', 'Lin', [{ after: make('4') }]);
    assert.deepEqual(notes((await store.read('a.md')).annotations), ['1', '2', '3', '4']);
    assert.doesNotMatch(files.files.get(lins) ?? '', /<<<<|>>>>/);
  });

  it('moves annotations with their article and with a folder', async () => {
    const files = new InMemoryTextStore();
    const store = new AnnotationStore(files);
    await store.save('x/a.md', 'Lin', [{ after: make('1') }]);
    await store.save('x/a.md', '周', [{ after: make('2') }]);
    await store.save('y/a.md', 'Lin', [{ after: make('3') }]);
    await store.move('x', 'y');
    assert.deepEqual(notes((await store.read('y/a.md')).annotations), ['1', '2', '3']);
    assert.equal((await store.read('y/a.md')).annotations[0]?.json.target, 'y/a.md');
    assert.deepEqual(await store.articles(), ['y/a.md']);
  });

  it('keeps everything another tool wrote, whatever it is', async () => {
    const chance = new Seeded(3);
    for (let round = 0; round < 200; round++) {
      const items = Array.from({ length: chance.below(4) }, (_, id) => ({
        id: `urn:${id}`,
        ...(randomObject(chance, 3) as object),
        type: 'Annotation',
      }));
      const page = {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        ...(randomObject(chance, 2) as object),
        type: 'AnnotationPage',
        items: [...items, 'stray', 7],
      };
      const files = new InMemoryTextStore({ [lins]: JSON.stringify(page) });
      await new AnnotationStore(files).save('a.md', 'Lin', [{ after: make('new') }]);
      const after = JSON.parse(files.files.get(lins) ?? '');
      assert.deepEqual(
        { ...after, items: after.items.filter((item: { id?: string }) => item.id !== 'urn:uuid:new') },
        page,
      );
    }
  });

  it('never goes out of its folder', async () => {
    const hostile = ['../a.md', '/etc/passwd', 'a/../../b.md', '', '.', 'a//b.md', 'a\\..\\b.md', 'C:/x.md', 'a\0b.md'];
    for (const article of hostile) {
      assert.equal(annotationPath(article, 'Lin'), undefined, article);
      await assert.rejects(
        new AnnotationStore(new InMemoryTextStore()).save(article, 'Lin', [{ after: make('1') }]),
        /not in the archive/,
      );
    }
    const names = [
      '..',
      '.',
      '',
      '../../x',
      'a/b',
      'a\\b',
      'con',
      'NUL.txt',
      'x'.repeat(300),
      ' lead',
      'trail.',
      '\u202egnp',
      'a\nb',
      '.git',
      '周/北',
      'A:B',
      '%2F',
    ];
    for (const name of names) {
      const file = fileNameOf(name);
      assert.match(file, /^(?![. ])[^/\\:*?"<>|\u0000-\u001f\u202e]{1,120}(?<![. ])$/, name);
      assert.equal(annotationFileOf(annotationPath('a.md', name) ?? '')?.article, 'a.md');
    }
    assert.equal(new Set(names.map(fileNameOf)).size, names.length);
    assert.equal(fileNameOf('周予安'), '周予安');
    for (const path of [
      '.marginalia/annotations/../x/Lin.jsonld',
      '.marginalia/annotations/Lin.jsonld',
      '.marginalia/labels.json',
      'a.md',
    ]) {
      assert.equal(annotationFileOf(path), undefined, path);
    }
  });
});

function randomObject(chance: Seeded, depth: number): unknown {
  return Object.fromEntries(
    Array.from({ length: chance.below(5) }, () => [
      chance.of(['a', 'zz', '键', '1', 'body', 'motivation', 'x:y']),
      randomValue(chance, depth),
    ]),
  );
}

function randomValue(chance: Seeded, depth: number): unknown {
  const kind = chance.below(depth > 0 ? 7 : 5);
  if (kind === 0) return null;
  if (kind === 1) return chance.below(2) === 0;
  if (kind === 2) return chance.next() * 1e6;
  if (kind < 5) return chance.of(['', 'text', '😀"\\', '\u2028', '北湾']);
  if (kind === 5) return Array.from({ length: chance.below(4) }, () => randomValue(chance, depth - 1));
  return randomObject(chance, depth - 1);
}
