import * as vscode from 'vscode';
import type { Settings } from '../../src/extension/contributions';

/** Sets a setting of ours for the workspace; `undefined` takes it back. */
export async function changeSetting<K extends keyof Settings>(key: K, value: Settings[K] | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('marginalia').update(key, value, vscode.ConfigurationTarget.Workspace);
}
