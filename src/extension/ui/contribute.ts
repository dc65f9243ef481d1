import * as vscode from 'vscode';
import { type CommandId, type ContextKeys, commandName, type Settings, settingDefaults } from '../contributions';

export function registerCommand(id: CommandId, run: (...args: readonly unknown[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(commandName(id), run);
}

export function setting<K extends keyof Settings>(key: K, scope?: vscode.Uri): Settings[K] {
  return vscode.workspace.getConfiguration('marginalia', scope).get<Settings[K]>(key, settingDefaults[key]);
}

export function onDidChangeSetting(key: keyof Settings, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`marginalia.${key}`)) listener();
  });
}

export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  vscode.commands.executeCommand('setContext', `marginalia.${key}`, value).then(undefined, () => undefined);
}
