import * as vscode from 'vscode';
import type { Archive } from '../../workspace/archives/archive';
import type { OtherWay } from '../../workspace/bulkEdits/limitChanges';

/** The headless command that fixes a whole archive, typed into a terminal for the person to run or not. */
export function commandLine(archive: Archive, extension: vscode.Uri): OtherWay | undefined {
  if (archive.folder.uri.scheme !== 'file' || extension.scheme !== 'file') return undefined;
  const program = vscode.Uri.joinPath(extension, 'dist', 'cli.mjs').fsPath;
  return {
    label: vscode.l10n.t('Use the Command Line'),
    run: () => {
      const terminal = vscode.window.createTerminal({ name: 'Marginalia', cwd: archive.folder.uri });
      terminal.show();
      terminal.sendText(`node "${program}" check . --fix`, false);
    },
  };
}
