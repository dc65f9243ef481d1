import * as vscode from 'vscode';

/** The part of the API of VS Code's own Git extension that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

interface GitRepository {
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>;
}

interface Commit {
  readonly authorDate?: Date;
}

/** Git tells the newest first: of a file with more commits the first one is not known. */
const mostCommits = 1000;

/**
 * When Git first knew of a file, in milliseconds since 1970; undefined where there is no repository that VS Code has open, or
 * nobody knows. VS Code's Git extension runs the process: it is not there in the browser, nor in workspaces that are not trusted.
 */
export async function firstCommitTime(file: vscode.Uri): Promise<number | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = extension?.isActive ? extension.exports : await extension?.activate();
  // Its API throws while Git is turned off.
  const repository = git?.enabled ? git.getAPI(1).getRepository(file) : undefined;
  const commits = (await repository?.log({ path: file.fsPath, maxEntries: mostCommits })) ?? [];
  return commits.length < mostCommits ? commits.at(-1)?.authorDate?.getTime() : undefined;
}
