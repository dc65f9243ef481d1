import * as vscode from 'vscode';
import { ruleAnchor } from '../../../core/problems/ruleAnchor';
import { ruleOfPage } from '../../workspace/problems/rulePage';

/** The rules page cut into one read-only file for each rule. */
export class RulePages implements vscode.FileSystemProvider {
  readonly #page: vscode.Uri;
  // Nothing ever changes.
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => new vscode.Disposable(() => undefined);
  #text: Promise<string> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#page = vscode.Uri.joinPath(extensionUri, 'media', 'rules.md');
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: length };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    this.#text ??= readText(this.#page);
    const section = sectionOf(await this.#text, ruleOfPage(uri));
    if (section === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(section);
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** What stands between a rule's anchor and the next heading of its rank or above. */
function sectionOf(text: string, rule: string): string | undefined {
  const anchor = `<a id="${ruleAnchor(rule)}"></a>`;
  const start = text.indexOf(anchor);
  if (start === -1) return undefined;
  const section = text.slice(start + anchor.length).trimStart();
  const end = section.slice(1).search(/\n(?:<a id="|## )/);
  return `${section.slice(0, end === -1 ? undefined : end + 1).trim()}\n`.replace(/^###/, '#');
}
