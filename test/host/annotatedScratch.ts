import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AnnotationRow } from '../../src/core/annotations/index/annotationRow';
import type { AnnotationLeaf } from '../../src/core/annotations/index/annotationTree';
import { annotationPath } from '../../src/core/annotations/store/annotationPaths';
import type { ArchiveAnnotations } from '../../src/extension/workspace/annotations/archiveAnnotations';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

const person = 'Ada L.';

/** A folder of a test's own in the sample archive, with annotations on its articles. */
export class AnnotatedScratch extends ScratchFolder {
  readonly sample: OpenSample;

  private constructor(sample: OpenSample) {
    super(sample);
    this.sample = sample;
  }

  static async open(): Promise<AnnotatedScratch> {
    const scratch = new AnnotatedScratch(await openSample());
    await changeSetting('annotations.creator', person);
    return scratch;
  }

  get annotations(): ArchiveAnnotations {
    const own = this.sample.annotations.of(this.sample.archive);
    assert.ok(own);
    return own;
  }

  /** Writes an article and annotates a word of it. */
  async annotated(name: string, text = articleText(name), ...labels: readonly string[]): Promise<void> {
    await this.write(name, text);
    await eventually(`${name} is there`, () => this.entry(name));
    const { document } = await vscode.window.showTextDocument(this.uri(name));
    const start = document.getText().indexOf('short');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + 5));
    assert.ok(await vscode.commands.executeCommand('marginalia.annotate', { labels, note: `On ${name}` }));
    await eventually('it is in the index', () => this.rows(name).length === 1);
  }

  /** The annotations on an article. */
  rows(name: string): readonly AnnotationRow[] {
    return this.annotations.index.rowsOf(this.path(name));
  }

  /** Their rows in the view, each once. */
  leaves(name: string): readonly AnnotationLeaf[] {
    const tree = this.sample.annotationTrees.treeOf(this.sample.archive);
    return this.rows(name).flatMap(({ article, id }) => tree?.leavesOf(`${article}#${id}`)[0] ?? []);
  }

  annotationsOf(name: string): Promise<string> {
    return readFile(this.annotationFile(name), 'utf8');
  }

  annotationFile(name: string): string {
    return join(this.sample.archive.folder.uri.fsPath, annotationPath(this.path(name), person) ?? '');
  }

  override async remove(): Promise<void> {
    const { fsPath } = this.sample.archive.folder.uri;
    await super.remove();
    await rm(join(fsPath, '.marginalia', 'annotations', this.name), { recursive: true, force: true });
    await eventually('no annotations are left', () =>
      [...this.annotations.index.rows].every(({ article }) => !article?.startsWith(`${this.name}/`)),
    );
    await changeSetting('annotations.creator', undefined);
  }
}
