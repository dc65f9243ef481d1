import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import type { FakePanel } from './fakePanel';
import { ferry, lighthouse, OpenPreviews } from './openPreviews';
import { articleText } from './scratchFolder';

describe('where a preview leads', () => {
  const bench = new OpenPreviews();

  function firstThree(): readonly [string, string, string] {
    const tree = bench.sample.trees.treeOf(bench.sample.archive);
    const rows = [tree?.next(undefined, 1, 'any')];
    for (let at = 0; at < 2; at++) rows.push(tree?.next(rows[at], 1, 'any'));
    const [first = '', second = '', third = ''] = rows.map((row) => row?.item.path);
    return [first, second, third];
  }

  it('goes through the articles in the order of the tree', async () => {
    const [first, second, third] = firstThree();
    const fake = await bench.open(first);
    const standing = await fake.last('its standing', 'standing');
    assert.deepEqual([standing.hasPrevious, standing.hasNext], [false, true]);
    const shows = (path: string) => fake.render(path, ({ article }) => article === bench.uriOf(path).toString());
    fake.say({ kind: 'go', to: 'next' });
    await shows(second);
    await fake.last('there is one before', 'standing', ({ hasPrevious }) => hasPrevious);
    fake.say({ kind: 'go', to: 'next' });
    await shows(third);
    fake.say({ kind: 'go', to: 'previous' });
    await shows(second);
  });

  it('takes the text beside it along, and no other', async () => {
    const [first, second, third] = firstThree();
    const inSight = (): readonly string[] => vscode.window.visibleTextEditors.map(({ document }) => document.uri.path);
    await vscode.window.showTextDocument(bench.uriOf(first), { viewColumn: vscode.ViewColumn.One });
    const fake = await bench.open(first);
    for (let step = 0; step < 2; step++) fake.say({ kind: 'go', to: 'next' });
    await eventually('the text of the third', () => inSight().join() === bench.uriOf(third).path);
    await vscode.window.showTextDocument(bench.uriOf(first), { viewColumn: vscode.ViewColumn.One });
    fake.say({ kind: 'go', to: 'previous' });
    await fake.render(second, ({ article }) => article === bench.uriOf(second).toString());
    assert.deepEqual(inSight(), [bench.uriOf(first).path]);
  });

  it('opens a link within the archive in itself, and says when there is no such file', async () => {
    const fake = await bench.open(ferry);
    fake.say({ kind: 'openPath', candidates: ['nowhere.md', lighthouse], fragment: 'storms' });
    await fake.render('the other article', ({ article }) => article === bench.uriOf(lighthouse).toString());
    await fake.last('its anchor', 'goToFragment', ({ fragment }) => fragment === 'storms');
    fake.say({ kind: 'openPath', candidates: ['../outside.md'] });
    fake.say({ kind: 'openPath', candidates: ['nowhere.md'] });
    fake.say({ kind: 'openPath', candidates: [lighthouse], fragment: 'calm' });
    await fake.last('the same article', 'goToFragment', ({ fragment }) => fragment === 'calm');
    assert.equal(fake.of('render').at(-1)?.article, bench.uriOf(lighthouse).toString());
  });

  it('shows a place in the editor, unless it is of an older text', async () => {
    const fake = await bench.open(ferry);
    fake.say({ kind: 'reveal', version: fake.version - 1, start: 3, end: 4 });
    fake.say({ kind: 'reveal', version: fake.version, start: 40, end: 44 });
    const editor = await eventually('an editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.path, bench.uriOf(ferry).path);
    await eventually('the place', () => editor.document.offsetAt(editor.selection.active) === 40);
  });

  it('lists the problems of the article, and goes to them', async () => {
    const text = articleText('Broken', { date: 'Invalid Date' });
    await bench.scratch.write('broken.md', text);
    await bench.scratch.shows('broken.md', 'Broken');
    const fake = await bench.open(bench.scratch.path('broken.md'));
    const { head } = await fake.render('its problems', (message) => message.head.problems.length > 0);
    assert.equal(fake.of('render').length, 1, 'the body is not sent a second time');
    const [problem] = head.problems;
    assert.ok(problem);
    assert.equal(text.slice(problem.start, problem.end), 'Invalid Date');
    fake.say({ kind: 'openProblem', version: fake.version, start: problem.start, end: problem.end });
    const editor = await eventually('an editor', () => vscode.window.activeTextEditor);
    await eventually('the place', () => editor.document.offsetAt(editor.selection.active) === problem.start);
  });

  const long = Array.from({ length: 300 }, (_, at) => `Paragraph ${at}\n`).join('\n');
  const longText = `---\ntitle: Long\ndate: 2031-01-01\nsource: Scratch\n---\n\n${long}`;

  async function openLong(): Promise<{ readonly editor: vscode.TextEditor; readonly fake: FakePanel }> {
    await bench.scratch.write('long.md', longText);
    await bench.scratch.shows('long.md', 'Long');
    const editor = await vscode.window.showTextDocument(bench.scratch.uri('long.md'));
    const fake = await bench.open(bench.scratch.path('long.md'), vscode.ViewColumn.Two);
    await fake.render('the article');
    return { editor, fake };
  }

  it('scrolls with its editor, both ways, without an echo', async () => {
    const { editor, fake } = await openLong();
    const { document } = editor;
    const line = new vscode.Range(200, 0, 200, 0);
    editor.revealRange(line, vscode.TextEditorRevealType.AtTop);
    const target = document.offsetAt(line.start);
    await fake.last('the place of the editor', 'scrollTo', ({ offset }) => Math.abs(offset - target) < 40);
    const told = fake.of('scrollTo').length;
    const start = new vscode.Position(400, 0);
    fake.say({ kind: 'didScroll', version: fake.version, offset: document.offsetAt(start) });
    // Lines that stick to the top take the place of a few.
    await eventually('the editor is there', () => Math.abs((editor.visibleRanges[0]?.start.line ?? 0) - 400) < 8);
    assert.equal(fake.of('scrollTo').length, told);
    fake.say({ kind: 'didScroll', version: fake.version - 1, offset: 0 });
    assert.ok((editor.visibleRanges[0]?.start.line ?? 0) > 300);
  });

  it('scrolls only the way a person wants', async () => {
    const { editor, fake } = await openLong();
    const { document } = editor;
    const top = (): number => editor.visibleRanges[0]?.start.line ?? 0;
    const scrollEditor = async (line: number): Promise<number> => {
      const to = new vscode.Position(line, 0);
      editor.revealRange(new vscode.Range(to, to), vscode.TextEditorRevealType.AtTop);
      await eventually(`the editor is at ${line}`, () => Math.abs(top() - line) < 8);
      return document.offsetAt(to);
    };
    await bench.configure('preview.scrollSync', 'editorToPreview');
    fake.say({ kind: 'didScroll', version: fake.version, offset: document.offsetAt(new vscode.Position(400, 0)) });
    const wanted = await scrollEditor(200);
    await fake.last('the preview follows', 'scrollTo', ({ offset }) => Math.abs(offset - wanted) < 40);
    await bench.configure('preview.scrollSync', 'previewToEditor');
    await scrollEditor(100);
    fake.say({ kind: 'didScroll', version: fake.version, offset: document.offsetAt(new vscode.Position(300, 0)) });
    await eventually('the editor follows', () => Math.abs(top() - 300) < 8);
    const { offset = 0 } = fake.of('scrollTo').at(-1) ?? {};
    assert.ok(Math.abs(offset - wanted) < 40, 'the preview stays where it was');
  });
});
