import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AnnotationLeaf, AnnotationTypes } from '../../src/core/annotations/index/annotationTree';
import { AnnotationKnowledge } from '../../src/extension/features/annotationsView/annotationKnowledge';
import { annotationsProvider } from '../../src/extension/features/annotationsView/annotationsProvider';
import type { TreeProvider, ViewRow } from '../../src/extension/ui/treeProvider';
import type { AnnotationsViewState } from '../../src/extension/ui/viewStates';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

describe('the Annotations view', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let look: AnnotationsViewState;
  let provider: TreeProvider<AnnotationTypes>;

  before(async () => {
    sample = await openSample();
    await changeSetting('annotations.creator', 'Ada L.');
    scratch = new ScratchFolder(sample);
    ({ look } = sample.annotationTrees);
    provider = annotationsProvider(sample, new AnnotationKnowledge(sample));
    await scratch.write('one.md', articleText('One'));
    await scratch.write('two.md', articleText('Two', { source: 'Other Gazette' }));
    await scratch.shows('one.md', 'One');
    await scratch.shows('two.md', 'Two');
    await annotate('one.md', ['claim'], 'Really?');
    await annotate('one.md', ['error'], '');
    await annotate('two.md', ['claim'], 'Here too');
    await eventually('all are there', () => size() === 3);
  });

  after(async () => {
    await scratch.remove();
    await rm(join(sample.archive.folder.uri.fsPath, '.marginalia', 'annotations', scratch.name), { recursive: true });
    await eventually('none is left', () => size() === 0);
    provider.dispose();
    await changeSetting('annotations.creator', undefined);
  });

  afterEach(async () => {
    look.setFilter({});
    await look.arrange({ grouping: 'label' });
  });

  it('stand by label and article, with counts', async () => {
    assert.deepEqual(await lines(), [
      'claim 2',
      '  One 1',
      '    short: Really?',
      '  Two 1',
      '    short: Here too',
      'error 1',
      '  One 1',
      '    short: error',
    ]);
  });

  it('stand by article, source and person', async () => {
    await look.arrange({ grouping: 'article' });
    assert.deepEqual((await lines()).filter(isGroup), ['One 2', 'Two 1']);
    await look.arrange({ grouping: 'source' });
    assert.deepEqual((await lines()).filter(isGroup), ['Other Gazette 1', 'Scratch Gazette 2']);
    await look.arrange({ grouping: 'person' });
    assert.deepEqual((await lines()).filter(isGroup), ['Ada L. 3']);
  });

  it('are narrowed by words, label, person and day', async () => {
    await look.arrange({ grouping: 'article' });
    look.setFilter({ text: 'HERE' });
    assert.deepEqual(await lines(), ['Two 1', '  short: Here too']);
    look.setFilter({ label: { key: 'error', name: 'error' } });
    assert.deepEqual((await lines()).filter(isGroup), ['One 1']);
    look.setFilter({ creator: 'Bo' });
    assert.deepEqual(await lines(), []);
    look.setFilter({ days: { last: 20011231 } });
    assert.equal(size(), 0);
  });

  it('show lost ones first, lead to their place, and resolve', async () => {
    const { document } = await vscode.window.showTextDocument(scratch.uri('two.md'));
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, document.lineAt(5).range, '<p>Nothing of it.</p>');
    assert.ok(await vscode.workspace.applyEdit(change));
    await eventually('it is lost', async () => (await lines())[0] === 'Not found any more 1');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const [leaf] = (await leaves()).filter(({ item }) => item.note === 'Really?');
    assert.ok(leaf);
    await vscode.commands.executeCommand('marginalia.openAnnotation', leaf);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'short');
    await vscode.commands.executeCommand('marginalia.resolveAnnotation', leaf);
    await eventually('it is resolved', async () =>
      (await leaves()).some(({ item }) => item.id === leaf.item.id && item.isResolved),
    );
  });

  function size(): number {
    return sample.annotationTrees.treeOf(sample.archive)?.size ?? 0;
  }

  async function annotate(name: string, labels: string[], note: string): Promise<void> {
    const editor = await vscode.window.showTextDocument(scratch.uri(name));
    const start = editor.document.getText().indexOf('short');
    const { document } = editor;
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + 5));
    assert.ok(await vscode.commands.executeCommand('marginalia.annotate', { labels, note }));
  }

  async function lines(row?: ViewRow<AnnotationTypes>, indent = ''): Promise<string[]> {
    const found: string[] = [];
    for (const child of await provider.getChildren(row)) {
      const item = provider.getTreeItem(child);
      found.push(`${indent}${item.label}${child.type === 'leaf' ? ': ' : ' '}${item.description}`);
      found.push(...(await lines(child, `${indent}  `)));
    }
    return found;
  }

  async function leaves(row?: ViewRow<AnnotationTypes>): Promise<AnnotationLeaf[]> {
    const below = await Promise.all(
      (await provider.getChildren(row)).map(async (child) => (child.type === 'leaf' ? [child] : leaves(child))),
    );
    return below.flat();
  }
});

function isGroup(line: string): boolean {
  return !line.startsWith(' ');
}
