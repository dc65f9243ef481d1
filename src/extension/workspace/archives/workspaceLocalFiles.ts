import * as vscode from 'vscode';
import type { LocalFile, LocalFiles } from '../../../core/host/localFiles';
import { closestText } from '../../../core/text/closestText';

/** Looks up files of an archive on any file system that VS Code knows: folder by folder, for each look is a round trip. */
export class WorkspaceLocalFiles implements LocalFiles {
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async lookUp(paths: readonly string[]): Promise<Readonly<Record<string, LocalFile>>> {
    const folders = new Map<string, Promise<ReadonlyMap<string, vscode.FileType>>>();
    const namesIn = (folder: string): Promise<ReadonlyMap<string, vscode.FileType>> => {
      const names = folders.get(folder) ?? this.#list(folder);
      folders.set(folder, names);
      return names;
    };
    const found = await Promise.all(paths.map(async (path) => [path, await look(path, namesIn)] as const));
    return Object.fromEntries(found);
  }

  async #list(folder: string): Promise<ReadonlyMap<string, vscode.FileType>> {
    try {
      const uri = folder === '' ? this.#folder : vscode.Uri.joinPath(this.#folder, folder);
      return new Map(await vscode.workspace.fs.readDirectory(uri));
    } catch {
      // A folder that is not there holds nothing.
      return new Map();
    }
  }
}

async function look(
  path: string,
  namesIn: (folder: string) => Promise<ReadonlyMap<string, vscode.FileType>>,
): Promise<LocalFile> {
  const wanted = path.split('/');
  if (path === '' || wanted.includes('..')) return { kind: 'missing' };
  const actual: string[] = [];
  for (const [at, segment] of wanted.entries()) {
    const isLast = at === wanted.length - 1;
    const entries = await namesIn(actual.join('/'));
    // A link may lead out of the archive; where it leads cannot be asked here.
    const names = [...entries].filter(([, type]) => (type === vscode.FileType.File) === isLast).map(([name]) => name);
    const name = names.includes(segment) ? segment : names.find((other) => fold(other) === fold(segment));
    if (name === undefined) {
      const close = isLast ? closestText(segment, names) : undefined;
      return { kind: 'missing', ...(close === undefined ? {} : { nearest: [...actual, close].join('/') }) };
    }
    actual.push(name);
  }
  const found = actual.join('/');
  return found === path ? { kind: 'file' } : { kind: 'otherCase', actual: found };
}

function fold(name: string): string {
  return name.normalize().toLowerCase();
}
