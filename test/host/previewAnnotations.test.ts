import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { labelsPath } from '../../src/core/annotations/codebook/codebook';
import { annotationPath } from '../../src/core/annotations/store/annotationPaths';
import { readArticleText } from '../../src/core/article/articleText/readArticleText';
import { SeenArticle } from '../../src/extension/features/preview/annotations/seenArticle';
import { Previews } from '../../src/extension/features/preview/previews';
import type { AnnotationAction, AnnotationsMessage, AnnotationThread } from '../../src/protocol/annotationMessages';
import type { SeenPassage } from '../../src/protocol/seenPassage';
import { annotateOnDisk } from '../support/annotateOnDisk';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { FakePanel } from './fakePanel';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';
import { tides } from './tides';

const article = `${tides}<p><img src="https://example.com/dial.jpg?a=1&amp;b=2"></p>\n`;
const words = 'crossed & the ferry';
const labels = {
  labels: [
    { id: 'claim', name: 'Claim', key: '1', colour: 'blue', scope: ['passage'] },
    { id: 'credibility', name: 'Credibility', scope: ['article'], kind: 'scale', min: 1, max: 5 },
  ],
};

describe('annotations in the preview', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let previews: Previews;
  let fake: FakePanel;
  let requests = 0;

  before(async () => {
    sample = await openSample();
    await changeSetting('annotations.creator', 'Ada L.');
    await writeFile(onDisk(labelsPath), JSON.stringify(labels));
  });

  after(async () => {
    await changeSetting('annotations.creator', undefined);
    await rm(onDisk(labelsPath), { force: true });
  });

  beforeEach(async () => {
    previews = new Previews(sample);
    scratch = new ScratchFolder(sample);
    await scratch.write('one.md', article);
    await scratch.shows('one.md', 'Tides');
    fake = new FakePanel();
    await previews.deserializeWebviewPanel(fake.panel, { article: scratch.uri('one.md').toString(), offset: 0 });
    fake.say({ kind: 'ready' });
    await fake.last('the labels', 'annotations', ({ labels: known }) => known.length === labels.labels.length);
  });

  afterEach(async () => {
    previews.dispose();
    await scratch.remove();
    await rm(onDisk(join('.marginalia', 'annotations', scratch.name)), { recursive: true, force: true });
  });

  it('come with the words of the person and what can be given', () => {
    const shown = fake.of('annotations').at(-1);
    assert.equal(shown?.mayAnnotate, true);
    assert.deepEqual(
      shown?.labels.map(({ id, key, colour, options }) => [id, key, colour, options.length]),
      [
        ['claim', '1', '#0072b2', 0],
        ['credibility', undefined, '#999999', 5],
      ],
    );
  });

  it('on what is selected there are on disk, and at those words in the editor', async () => {
    assert.equal(
      await ask({ kind: 'addToPassage', place: placeOf(words), labels: [{ label: 'claim' }], note: 'So?' }),
      true,
    );
    const page = JSON.parse(await readFile(fileOf('Ada L.'), 'utf8'));
    const [quote] = page.items[0].target.selector;
    assert.equal(quote.exact, words);
    const [thread] = (await threads(1)).threads;
    assert.equal(thread?.comments[0]?.note, 'So?');
    assert.deepEqual(thread?.comments[0]?.labels, [{ label: 'claim', text: 'Claim', colour: '#0072b2' }]);
    assert.deepEqual(thread?.place, placeOf(words));

    const { document } = await vscode.window.showTextDocument(scratch.uri('one.md'));
    const found = await eventually('it is found in the editor', () => sample.annotations.documents.of(document.uri));
    const [anchored] = found.anchored.anchored;
    assert.equal(anchored?.text, words);
  });

  it('are refused at words that are not there, with labels that are not there, and in messages of no kind', async () => {
    const place = placeOf(words);
    assert.equal(
      await ask({
        kind: 'addToPassage',
        place: { ...place, quote: 'x'.repeat(place.quote.length) },
        labels: [],
        note: '',
      }),
      false,
    );
    assert.equal(await ask({ kind: 'addToPassage', place, labels: [{ label: 'nonsense' }], note: '' }), false);
    assert.equal(await ask({ kind: 'addToArticle', labels: [{ label: 'credibility', value: 6 }], note: '' }), false);
    assert.equal(await ask({ kind: 'addToArticle', labels: [{ label: 'claim' }], note: '' }), false);
    fake.say({ kind: 'annotation', request: 0, action: { kind: 'addToArticle', labels: 'claim', note: '' } });
    fake.say({ kind: 'annotation', request: 0, action: { kind: 'eval' } });
    await fake.last('the refusal', 'annotated', ({ request, isDone }) => request === 0 && !isDone);
    assert.equal(await ask({ kind: 'addToArticle', labels: [{ label: 'credibility', value: 4 }], note: 'Fair' }), true);
    const shown = await threads(1);
    assert.equal(shown.threads[0]?.on, 'article');
  });

  it('of images name them as the article does, and are found again on them', async () => {
    const { version } = await fake.render('the article');
    assert.equal(await ask({ kind: 'addToImage', version, image: 0, labels: [], note: 'When?' }), true);
    const [thread] = (await threads(1)).threads;
    assert.deepEqual(
      [thread?.on, thread?.state, thread?.subject],
      ['image', 'exact', 'https://example.com/dial.jpg?a=1&b=2'],
    );
    assert.deepEqual(thread?.images, [0]);
  });

  it('are answered, resolved, edited, deleted and brought back', async () => {
    await ask({ kind: 'addToPassage', place: placeOf(words), labels: [], note: 'One' });
    const id = (await threads(1)).threads[0]?.id ?? '';
    await ask({ kind: 'reply', id, note: 'Two' });
    await ask({ kind: 'edit', id, labels: [{ label: 'claim' }], note: 'Changed' });
    await ask({ kind: 'resolve', id, isResolved: true });
    const { threads: shown } = await last('resolved', (message) => message.threads[0]?.isResolved === true);
    assert.deepEqual(
      shown[0]?.comments.map(({ note, labels: given }) => [note, given.length]),
      [
        ['Changed', 1],
        ['Two', 0],
      ],
    );
    await ask({ kind: 'delete', id });
    await threads(0);
    await vscode.commands.executeCommand('marginalia.undoDeleteAnnotation');
    assert.equal((await threads(1)).threads[0]?.comments.length, 2);
  });

  it('are brought back each by itself, in whichever order they were deleted', async () => {
    for (const note of ['One', 'Two']) await ask({ kind: 'addToArticle', labels: [], note });
    const both = (await threads(2)).threads;
    const notes = ({ threads: shown }: { readonly threads: readonly AnnotationThread[] }): readonly unknown[] =>
      shown.map(({ comments }) => comments[0]?.note);
    for (const { id } of both) await ask({ kind: 'delete', id });
    await threads(0);
    const [first] = both;
    assert.ok(first);
    assert.equal(await ask({ kind: 'undoDelete', id: first.id }), true);
    assert.deepEqual(notes(await threads(1)), ['One']);
    assert.equal(await ask({ kind: 'undoDelete', id: first.id }), false);
    await vscode.commands.executeCommand('marginalia.undoDeleteAnnotation');
    assert.deepEqual([...notes(await threads(2))].sort(), ['One', 'Two']);
  });

  it('of others come and go with their files, whatever those hold, and are not changed', async () => {
    await ask({ kind: 'addToPassage', place: placeOf(words), labels: [], note: 'Mine' });
    const { items, ...page } = JSON.parse(await readFile(fileOf('Ada L.'), 'utf8'));
    const foreign = {
      ...items[0],
      id: 'urn:uuid:foreign',
      creator: { type: 'Person', name: '<b>Bo</b>' },
      created: 'never',
      'marginalia:colour': 'red; } * { display: none',
      body: [{ type: 'TextualBody', purpose: 'tagging', value: '"><script>alert(1)</script>' }],
    };
    const tooLong = { ...foreign, id: `urn:${'x'.repeat(5000)}` };
    await mkdir(dirname(fileOf('Bo')), { recursive: true });
    await writeFile(fileOf('Bo'), JSON.stringify({ ...page, items: [foreign, tooLong] }));
    const shown = (await threads(2)).threads.find(({ id }) => id === 'urn:uuid:foreign');
    assert.equal(shown?.colour, '#999999');
    assert.deepEqual(
      [shown?.comments[0]?.creator, shown?.comments[0]?.date, shown?.comments[0]?.isOwn],
      ['<b>Bo</b>', '', false],
    );
    assert.equal(await ask({ kind: 'edit', id: 'urn:uuid:foreign', labels: [], note: 'Taken' }), false);
    assert.equal(await ask({ kind: 'delete', id: 'urn:uuid:foreign' }), false);
    await rm(fileOf('Bo'));
    await threads(1);
  });

  it('whose words are gone are told of with their old quote, and put elsewhere', async () => {
    await ask({ kind: 'addToPassage', place: placeOf(words), labels: [], note: '' });
    const id = (await threads(1)).threads[0]?.id ?? '';
    await scratch.write('one.md', article.replace(/<p>Nobody.*/, '<p>All of it thawed in the spring.</p>'));
    const { threads: shown } = await last('it is lost', (message) => message.threads[0]?.state === 'orphan');
    assert.equal(shown[0]?.subject, words);
    assert.equal(shown[0]?.place, undefined);
    const document = await vscode.workspace.openTextDocument(scratch.uri('one.md'));
    const place = placeOf('thawed in the spring', document.getText());
    assert.equal(await ask({ kind: 'reattachToPassage', id, place }), true);
    const now = await last('it is back', (message) => message.threads[0]?.state !== 'orphan');
    assert.deepEqual(now.threads[0]?.place, place);
  });

  it('follow the text that is being written, with no render for their sake', async () => {
    await ask({ kind: 'addToPassage', place: placeOf(words), labels: [], note: '' });
    const renders = fake.of('render').length;
    await ask({ kind: 'reply', id: (await threads(1)).threads[0]?.id ?? '', note: 'Yes' });
    assert.equal(fake.of('render').length, renders);
    const { document } = await vscode.window.showTextDocument(scratch.uri('one.md'));
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(5, 0), '<p>Before 🚢 all that.</p>\n');
    await vscode.workspace.applyEdit(change);
    const place = placeOf(words, document.getText());
    await last('it has moved', ({ threads: [first] }) => first?.place?.start === place.start);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('have their form for the whole article opened once there is a page that knows them, and are shown where they are', async () => {
    const other = new FakePanel();
    await previews.deserializeWebviewPanel(other.panel, { article: scratch.uri('one.md').toString(), offset: 0 });
    previews.panels.at(-1)?.annotations.annotateArticle();
    other.say({ kind: 'ready' });
    await other.last('the form', 'annotateArticle');
    const kinds = other.sent.map(({ kind }) => kind);
    assert.ok(kinds.indexOf('annotations') < kinds.indexOf('annotateArticle'), kinds.join());
    sample.annotations.askFor('urn:uuid:wanted');
    await other.last('where it is', 'goToAnnotation', ({ id }) => id === 'urn:uuid:wanted');
  });

  it('are gone to in a preview that was opened for one of them, once its page knows them', async () => {
    const id = await annotateOnDisk(sample.archive.folder.uri.fsPath, scratch.path('one.md'), words, { note: 'Here' });
    // The first preview of the article would go there as soon as it hears of it.
    await fake.last('it is known', 'annotations', ({ threads }) => threads.some((thread) => thread.id === id));
    const other = new FakePanel();
    sample.annotations.expected = id;
    await previews.deserializeWebviewPanel(other.panel, { article: scratch.uri('one.md').toString(), offset: 0 });
    other.say({ kind: 'ready' });
    await other.last('where it is', 'goToAnnotation', (message) => message.id === id);
    const kinds = other.sent.map(({ kind }) => kind);
    assert.ok(kinds.indexOf('annotations') < kinds.indexOf('goToAnnotation'), kinds.join());
    assert.equal(sample.annotations.expected, undefined);
  });

  function onDisk(path: string): string {
    return join(sample.archive.folder.uri.fsPath, path);
  }

  function fileOf(creator: string): string {
    return onDisk(annotationPath(scratch.path('one.md'), creator) ?? '');
  }

  function placeOf(quote: string, text = article): SeenPassage {
    const read = readArticleText(text);
    const at = read.points.pointOf(read.text.indexOf(quote));
    const place = new SeenArticle(read).passageOf({ start: at, end: at + [...quote].length });
    assert.ok(place);
    return place;
  }

  async function ask(action: AnnotationAction): Promise<boolean> {
    const request = ++requests;
    fake.say({ kind: 'annotation', request, action });
    return (await fake.last('an answer', 'annotated', (message) => message.request === request)).isDone;
  }

  function last(what: string, is: (message: AnnotationsMessage) => boolean): Promise<AnnotationsMessage> {
    return fake.last(what, 'annotations', is);
  }

  function threads(count: number): Promise<AnnotationsMessage> {
    return last(`${count} are shown`, (message) => message.threads.length === count);
  }
});
