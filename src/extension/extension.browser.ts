import type * as vscode from 'vscode';
import { activateOn, type ExtensionApi } from './activate';
import { WorkspaceTextStore } from './annotations/workspaceTextStore';
import { StoredFile } from './archives/storedFile';
import { openWorkspaceArchive } from './archives/workspaceArchive';
import type { LoadDocumentTools } from './platform';

export function activate(context: vscode.ExtensionContext): ExtensionApi | undefined {
  const loadDocumentTools: LoadDocumentTools = () => import('./documentTools');
  return activateOn(context, {
    openArchive: (folder, storage, log) => openWorkspaceArchive(folder, storage, log, loadDocumentTools),
    openText: (file) => new StoredFile(file),
    openTexts: (folder) => new WorkspaceTextStore(folder),
    loadDocumentTools,
    loadAskedTools: () => import('./askedTools'),
    prepareArticle: async (...article) => (await loadDocumentTools()).prepareArticle(...article),
  });
}
