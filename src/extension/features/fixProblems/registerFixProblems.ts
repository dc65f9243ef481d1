import * as vscode from 'vscode';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showError } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';
import { type FixTarget, fixTargets } from './fixTargets';

/** Fixes what needs no guessing in many articles at once. */
export function registerFixProblems(services: Services): vscode.Disposable {
  const { archives, log } = services;
  const fix = async (targets: readonly FixTarget[]): Promise<void> => {
    try {
      const { fixProblems } = await import('./fixProblems');
      await fixProblems(targets, services);
    } catch (error) {
      log.error(`Fixing problems: ${error}`);
      const why = errorText(error);
      void showError(vscode.l10n.t('The problems could not be fixed. {0}', why));
    }
  };
  return vscode.Disposable.from(
    registerCommand('fixProblems', (...args) => fix(fixTargets(args, services))),
    registerCommand('fixArchive', async () => {
      await archives.whenRead();
      const archive = await chosenArchive(archives.all.filter(({ isArchive }) => isArchive));
      const { chooseRules } = await import('./chooseRules');
      const target = archive && (await chooseRules(archive, services));
      if (target !== undefined) await fix([target]);
    }),
  );
}

async function chosenArchive(all: readonly Archive[]): Promise<Archive | undefined> {
  if (all.length < 2) return all[0];
  const items = all.map((archive) => ({ label: archive.folder.name, description: archive.folder.uri.path, archive }));
  const placeHolder = vscode.l10n.t('In which archive?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.archive;
}
