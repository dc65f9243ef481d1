import * as vscode from 'vscode';
import type { GroupedTree } from '../../../core/tree/groupedTree';
import { TreeGroup, TreeLeaf, type TreeRow, type TreeTypes } from '../../../core/tree/treeRow';
import { rowArguments } from '../../ui/rowArguments';
import type { Archive } from './archive';
import type { Archives } from './archives';

/** Something in some trees has changed, which `takeChange` of each says, or other trees take their place. */
export interface TreesEvent {
  /** Absent for all of them. */
  readonly archive?: Archive;
}

/** One tree for each archive, as a view shows it now; each is made when somebody first asks for it. */
export abstract class ArchiveTrees<T extends TreeTypes, Tree extends GroupedTree<T>> implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #trees = new Map<Archive, Tree>();
  readonly #followed = new Map<Archive, vscode.Disposable>();
  readonly #byRoot = new WeakMap<object, Archive>();
  readonly #changed = new vscode.EventEmitter<TreesEvent>();
  readonly #listening: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  /** `onDidChangeState`: how a person wants to see the trees. */
  constructor(archives: Archives, onDidChangeState: vscode.Event<void>) {
    this.#archives = archives;
    this.#listening = vscode.Disposable.from(
      archives.onDidOpen((archive) => {
        const reset = archive.onDidReset(() => this.restart(archive));
        this.#followed.set(archive, vscode.Disposable.from(this.follow(archive), reset));
        this.#changed.fire({});
      }),
      archives.onDidClose((archive) => {
        this.#followed.get(archive)?.dispose();
        this.#followed.delete(archive);
        this.#trees.delete(archive);
        this.#changed.fire({});
      }),
      onDidChangeState(() => this.restart()),
    );
  }

  /** The folders that count as archives, in the workspace's order. */
  get shown(): readonly Archive[] {
    return this.#archives.all.filter((archive) => archive.isArchive);
  }

  /** The trees of these. */
  get shownTrees(): readonly Tree[] {
    return this.shown.flatMap((archive) => this.treeOf(archive) ?? []);
  }

  /** Undefined for an archive that is closed. */
  treeOf(archive: Archive): Tree | undefined {
    const known = this.#trees.get(archive);
    if (known !== undefined || !this.#followed.has(archive)) return known;
    const tree = this.build(archive);
    this.#trees.set(archive, tree);
    this.#byRoot.set(tree.root, archive);
    return tree;
  }

  /** The archive of a row, of an earlier tree too; undefined for rows of other views. */
  archiveOf(row: TreeRow<T>): Archive | undefined {
    const archive = this.#byRoot.get(row.type === 'leaf' ? row.group.root : row.root);
    return archive !== undefined && this.#followed.has(archive) ? archive : undefined;
  }

  /** Whether something that a command was called on is a row of these trees. */
  isRow(value: unknown): value is TreeRow<T> {
    return (value instanceof TreeGroup || value instanceof TreeLeaf) && this.archiveOf(value) !== undefined;
  }

  /** The rows of these trees that a command was called on. */
  rowsOf(args: readonly unknown[]): readonly TreeRow<T>[] {
    return rowArguments(args).filter((row) => this.isRow(row));
  }

  dispose(): void {
    this.#listening.dispose();
    for (const following of this.#followed.values()) following.dispose();
    this.#changed.dispose();
  }

  protected abstract build(archive: Archive): Tree;

  /** Begins to keep the tree of an archive up to date. */
  protected abstract follow(archive: Archive): vscode.Disposable;

  /** Changes the tree of an archive, unless nobody has asked for it yet. */
  protected change(archive: Archive, apply: (tree: Tree) => void): void {
    const tree = this.#trees.get(archive);
    if (tree !== undefined) apply(tree);
    this.#changed.fire({ archive });
  }

  /** Other trees take the place of those that there are. */
  protected restart(archive?: Archive): void {
    if (archive === undefined) this.#trees.clear();
    else this.#trees.delete(archive);
    this.#changed.fire(archive === undefined ? {} : { archive });
  }
}

/** Whether sources or categories have other names than when this was last asked. */
export function nameChanges({ names }: Archive): () => boolean {
  let { version } = names;
  return () => {
    const before = version;
    version = names.version;
    return version !== before;
  };
}
