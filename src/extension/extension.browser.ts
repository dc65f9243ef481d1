import type * as vscode from 'vscode';
import { activateOn, type ExtensionApi } from './activate';
import { WorkspaceTextStore } from './workspace/annotations/workspaceTextStore';
import { StoredFile } from './workspace/archives/storedFile';
import { openWorkspaceArchive } from './workspace/archives/workspaceArchive';

export function activate(context: vscode.ExtensionContext): ExtensionApi | undefined {
  return activateOn(context, {
    openArchive: openWorkspaceArchive,
    openText: (file) => new StoredFile(file),
    openTexts: (folder) => new WorkspaceTextStore(folder),
    prepareArticle: async (...article) => (await import('../core/preview/prepareArticle')).prepareArticle(...article),
  });
}
