import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../src/core/annotations/anchorAnnotations';
import { annotationPath } from '../../src/core/annotations/store/annotationPaths';
import { AnnotationComment } from '../../src/extension/features/annotationThreads/annotationComment';
import { DocumentThreads } from '../../src/extension/features/annotationThreads/documentThreads';
import { underlinedPassages } from '../../src/extension/features/annotationThreads/passageDecorations';
import { type AnchoredDocument, rangeOf } from '../../src/extension/workspace/annotations/anchoredDocument';
import { annotateOnDisk } from '../support/annotateOnDisk';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';
import { tides } from './tides';

const passage = 'crossed &amp; <b>the ferry';

describe('annotations in the text editor', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
    await changeSetting('annotations.creator', 'Ada L.');
  });

  after(() => changeSetting('annotations.creator', undefined));

  beforeEach(async () => {
    scratch = new ScratchFolder(sample);
    await scratch.write('one.md', tides);
    await scratch.shows('one.md', 'Tides');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await scratch.remove();
    await rm(join(archiveFolder(), '.marginalia', 'annotations', scratch.name), { recursive: true, force: true });
    await eventually('no annotations are left', () =>
      [...annotations().index.rows].every((row) => !row.article?.startsWith(scratch.name)),
    );
  });

  it('are kept beside the article as W3C annotations, in a file of the person', async () => {
    await annotate(passage, { labels: ['claim'], note: 'Really?' });
    const page = JSON.parse(await readFile(fileOf('one.md', 'Ada L.'), 'utf8'));
    assert.equal(page.type, 'AnnotationPage');
    const [item] = page.items;
    assert.equal(item.creator.name, 'Ada L.');
    assert.equal(item.motivation, 'commenting');
    assert.deepEqual(
      item.body.map(({ purpose, value }: { purpose: string; value: string }) => [purpose, value]),
      [
        ['tagging', 'claim'],
        ['commenting', 'Really?'],
      ],
    );
    const [quote, position] = item.target.selector;
    assert.equal(quote.exact, 'crossed & the ferry');
    assert.equal(quote.prefix.endsWith('Nobody 渡船🚢 '), true);
    const text = 'The harbour froze twice.\nNobody 渡船🚢 crossed & the ferry stayed.';
    assert.equal(position.start, [...text.slice(0, text.indexOf('crossed'))].length);
  });

  it('stay in place while the text above them is edited, and are told when their words are gone', async () => {
    const editor = await annotate(passage);
    await edit((change) =>
      change.insert(editor.document.uri, new vscode.Position(5, 0), '<p>Before all 🚢 that.</p>\n'),
    );
    const found = await findsIn(editor.document, (one) => one.state !== 'orphan');
    const [anchored] = found.anchored.anchored;
    assert.ok(anchored);
    assert.equal(editor.document.getText(rangeOf(found, anchored)), passage);
    await edit((change) => change.delete(editor.document.uri, new vscode.Range(7, 0, 8, 0)));
    await findsIn(editor.document, (one) => one.state === 'orphan');
    await eventually('the index knows', () => states().includes('orphan'));
  });

  it('of other people show as they come into their files, and go as they go', async () => {
    const editor = await annotate(passage);
    const own = JSON.parse(await readFile(fileOf('one.md', 'Ada L.'), 'utf8'));
    const other = { ...own, items: [{ ...own.items[0], id: 'urn:uuid:other', creator: 'Bo' }] };
    await mkdir(dirname(fileOf('one.md', 'Bo')), { recursive: true });
    await writeFile(fileOf('one.md', 'Bo'), JSON.stringify(other));
    await eventually('both are there', () => peopleIn(editor.document).join() === 'Ada L.,Bo');
    await rm(fileOf('one.md', 'Bo'));
    await eventually('one is left', () => peopleIn(editor.document).join() === 'Ada L.');
  });

  it('are read again after their article was closed', async () => {
    await annotate(passage, { note: 'Kept' });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await open('one.md');
    const found = await findsIn(document, () => true);
    assert.equal(found.read.annotations[0]?.note, 'Kept');
  });

  it('that are deleted can be brought back as they were', async () => {
    const { document } = await annotate(passage, { note: 'Mine' });
    const before = await readFile(fileOf('one.md', 'Ada L.'), 'utf8');
    const found = await findsIn(document, () => true);
    await sample.annotations.edits.remove(found, found.read.annotations);
    await assert.rejects(readFile(fileOf('one.md', 'Ada L.')));
    await eventually('none is shown', () => peopleIn(document).length === 0);
    await vscode.commands.executeCommand('marginalia.undoDeleteAnnotation');
    assert.equal(await readFile(fileOf('one.md', 'Ada L.'), 'utf8'), before);
  });

  it('go with an article that is renamed, and with its folder', async () => {
    await annotate(passage);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rename('one.md', 'two.md');
    await eventually('they have moved', async () =>
      (await readFile(fileOf('two.md', 'Ada L.'), 'utf8')).includes('two.md'),
    );
    await eventually('the index has followed', () => count('two.md') === 1 && count('one.md') === 0);
  });

  it('are threads with their labels, answers and state, and what is being written in them stays', async () => {
    const controller = vscode.comments.createCommentController('test', 'Test');
    const threads = new DocumentThreads(controller);
    const listening = sample.annotations.documents.onDidFind((found) => threads.show(found));
    try {
      const { document } = await annotate(passage, { labels: ['claim'], note: 'Really?' });
      const found = await findsIn(document, () => true);
      const id = found.read.annotations[0]?.id ?? '';
      const shown = await eventually('the thread', () => threads.of(id));
      assert.equal(document.getText(shown.thread.range), passage);
      assert.match(shown.thread.label ?? '', /claim/i);
      const [comment] = shown.comments;
      assert.ok(comment);
      assert.equal(comment.body, 'Really?');
      threads.setEditing(shown, comment, true);
      comment.body = 'Half a th';
      await sample.annotations.edits.add(found, { kind: 'reply', to: id }, { note: 'Yes' });
      await eventually('the answer', () => threads.of(id)?.thread.comments.length === 2);
      assert.equal(threads.of(id)?.comments[0]?.body, 'Half a th');
      await sample.annotations.edits.setResolved(found, found.read.annotations, true);
      await eventually('resolved', () => threads.of(id)?.thread.state === vscode.CommentThreadState.Resolved);
      await edit((change) => change.delete(document.uri, new vscode.Range(6, 0, 7, 0)));
      await eventually('it says so', () => threads.of(id)?.thread.label?.includes('crossed & the ferry'));
      assert.equal(threads.of(id)?.thread.range?.start.line, 0);
    } finally {
      vscode.Disposable.from(listening, threads, controller).dispose();
    }
  });

  it('come as a person gets to them where there are many, and stay', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `Paragraph ${at + 1000} of a long article.`);
    await scratch.write('many.md', `${articleText('Many')}${lines.join('\n\n')}\n`);
    await scratch.shows('many.md', 'Many');
    const path = scratch.path('many.md');
    const quotes = Array.from({ length: 40 }, (_, at) => `Paragraph ${at * 10 + 1000}`);
    for (const quote of quotes) await annotateOnDisk(archiveFolder(), path, quote, { note: quote }, 'Lin');
    const ids = quotes.map((quote) => `urn:uuid:Lin-${path}-${quote}`);
    const controller = vscode.comments.createCommentController('test', 'Test');
    const threads = new DocumentThreads(controller);
    const listening = sample.annotations.documents.onDidFind((found) => threads.show(found));
    const shown = (): readonly string[] => ids.filter((id) => threads.of(id) !== undefined);
    try {
      const editor = await open('many.md');
      await eventually('the first', () => shown()[0] === ids[0]);
      assert.ok(shown().length < 20, `${shown().length}`);
      threads.expand(ids[20] ?? '');
      assert.ok(threads.of(ids[20] ?? ''), 'what is asked for');
      const last = editor.document.positionAt(editor.document.getText().indexOf(quotes[39] ?? ''));
      editor.revealRange(new vscode.Range(last, last), vscode.TextEditorRevealType.AtTop);
      await eventually('the last', () => threads.of(ids[39] ?? ''));
      assert.ok(threads.of(ids[0] ?? ''), 'what was there before');
    } finally {
      vscode.Disposable.from(listening, threads, controller).dispose();
    }
  });

  it('say their labels where there is no note, also in the Comments panel', async () => {
    const { document } = await annotate(passage, { labels: ['claim'] });
    const found = await findsIn(document, () => true);
    const [annotation] = found.read.annotations;
    assert.ok(annotation);
    const comment = new AnnotationComment(annotation, found);
    assert.match(comment.body, /claim/i);
    assert.equal(comment.label, undefined);
    assert.equal(new AnnotationComment({ ...annotation, labels: [] }, found).body, '(no note)');
    const turned = new AnnotationComment({ ...annotation, note: '\u202eback' }, found);
    assert.equal(turned.body, '\u2068\u202eback\u2069', 'what stands beside it keeps its direction');
    turned.startEditing();
    assert.equal(turned.body, '\u202eback');
  });

  it('underline their words, each kind of annotation in its way', async () => {
    const { document } = await annotate(passage, { labels: ['claim'] });
    const words = (found: AnchoredDocument): readonly (readonly [string, readonly string[]])[] =>
      [...underlinedPassages(found)].map(([style, ranges]) => [style, ranges.map((range) => document.getText(range))]);
    const found = await findsIn(document, () => true);
    const [style = ''] = words(found)[0] ?? [];
    assert.match(style, /^solid #[0-9a-f]{6}$/);
    assert.deepEqual(words(found), [[style, [passage]]]);
    await sample.annotations.edits.setResolved(found, found.read.annotations, true);
    const resolved = await eventually('it is resolved', () => {
      const now = sample.annotations.documents.of(document.uri);
      return now?.read.annotations[0]?.state === 'resolved' ? now : undefined;
    });
    assert.deepEqual(words(resolved), [[style.replace('solid', 'dotted'), [passage]]]);
  });

  function annotations() {
    const own = sample.annotations.of(sample.archive);
    assert.ok(own);
    return own;
  }

  function archiveFolder(): string {
    return sample.archive.folder.uri.fsPath;
  }

  function fileOf(name: string, creator: string): string {
    return join(archiveFolder(), annotationPath(scratch.path(name), creator) ?? '');
  }

  function count(name: string): number {
    return annotations().index.rowsOf(scratch.path(name)).length;
  }

  function states(): readonly (string | undefined)[] {
    const { index } = annotations();
    return index.rowsOf(scratch.path('one.md')).map((row) => index.stateOf(row));
  }

  function peopleIn(document: vscode.TextDocument): readonly string[] {
    const found = sample.annotations.documents.of(document.uri);
    return (found?.read.annotations ?? []).map(({ creator }) => creator).sort();
  }

  function open(name: string): Thenable<vscode.TextEditor> {
    return vscode.window.showTextDocument(scratch.uri(name));
  }

  /** Annotates the words as a person does who selects them and calls the command. */
  async function annotate(words: string, given: { labels?: string[]; note?: string } = {}): Promise<vscode.TextEditor> {
    const editor = await open('one.md');
    const { document } = editor;
    const start = document.getText().indexOf(words);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + words.length));
    const id = await vscode.commands.executeCommand('marginalia.annotate', { labels: [], note: '', ...given });
    assert.equal(typeof id, 'string');
    return editor;
  }

  async function findsIn(
    document: vscode.TextDocument,
    is: (anchored: AnchoredAnnotation) => boolean,
  ): Promise<AnchoredDocument> {
    return eventually('it is found', () => {
      const found = sample.annotations.documents.of(document.uri);
      const [first] = found?.anchored.anchored ?? [];
      return found?.version === document.version && first !== undefined && is(first) ? found : undefined;
    });
  }

  async function rename(from: string, to: string): Promise<void> {
    await edit((change) => change.renameFile(scratch.uri(from), scratch.uri(to)));
  }
});

async function edit(make: (change: vscode.WorkspaceEdit) => void): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  make(change);
  assert.ok(await vscode.workspace.applyEdit(change));
}
