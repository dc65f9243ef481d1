import * as vscode from 'vscode';
import { sourcesPath } from '../../../core/config/archiveConfig';
import { errorText } from '../../../core/text/errorText';
import { sourceProfileType } from '../../contributions';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showError } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';
import { type PlacedSource, sourceOfRow } from '../../workspace/articleArguments';
import type { SourceForms } from './sourceForms';

/** The name of a source stands in front matter, which is never longer. */
const lastLine = 400;

/** What is known of the sources: seen over their names, changed in a form, annotated, and grouped by. */
export function registerSourceProfiles(services: Services): vscode.Disposable {
  const { archives, articlesState, log } = services;
  let forms: SourceForms | undefined;
  const run = (id: 'editSourceProfile' | 'annotateSource' | 'groupByProfile', what: () => Promise<unknown>) =>
    what().catch((error: unknown) => {
      log.error(`${id}: ${error}`);
      const why = errorText(error);
      void showError(vscode.l10n.t('That could not be done: {0}', why));
    });
  const sourceFor = async (args: readonly unknown[], question: string): Promise<PlacedSource | undefined> => {
    await archives.whenRead();
    const { askForSource } = await import('./askForSource');
    return sourceOfRow(args, services) ?? requested(args[0], archives.all) ?? askForSource(services, question);
  };
  const openForms = async (): Promise<SourceForms> => {
    const { SourceForms: Forms } = await import('./sourceForms');
    forms ??= new Forms(services);
    return forms;
  };
  const restore = async (panel: vscode.WebviewPanel, state: unknown): Promise<void> => {
    await archives.whenRead();
    const placed = requested(state, archives.all);
    if (placed === undefined) panel.dispose();
    else (await openForms()).restore(panel, placed);
  };
  const group = async (): Promise<void> => {
    const { askForProfileGrouping } = await import('./askForProfileGrouping');
    const grouping = await askForProfileGrouping(services);
    if (grouping !== undefined) await articlesState.arrange({ grouping });
  };
  const watched = new Map<Archive, vscode.Disposable>();
  return vscode.Disposable.from(
    registerCommand('editSourceProfile', (...args) =>
      run('editSourceProfile', async () => {
        const placed = await sourceFor(args, vscode.l10n.t('Which source?'));
        if (placed === undefined) return;
        (await openForms()).open(placed);
      }),
    ),
    vscode.window.registerWebviewPanelSerializer(sourceProfileType, { deserializeWebviewPanel: restore }),
    registerCommand('annotateSource', (...args) =>
      run('annotateSource', async () => {
        const placed = await sourceFor(args, vscode.l10n.t('Which source do you want to annotate?'));
        const { annotateSource } = await import('./annotateSource');
        if (placed !== undefined) await annotateSource(placed, services);
      }),
    ),
    registerCommand('groupByProfile', () => run('groupByProfile', group)),
    registerCommand('groupByProfile.active', () => run('groupByProfile', group)),
    vscode.languages.registerHoverProvider(
      { language: 'markdown' },
      {
        async provideHover(document, position) {
          if (position.line > lastLine || archives.of(document.uri)?.articlePath(document.uri) === undefined) return;
          const { sourceHover } = await import('./sourceHover');
          return sourceHover(document, position, services);
        },
      },
    ),
    archives.onDidOpen((archive) => {
      const tell = archive.sourceFile.onDidFindFaults(async (faults) => {
        // A folder that is no archive may have such a file for reasons of its own.
        if (!archive.isArchive) return;
        const { tellFaults } = await import('../../workspace/archives/tellFaults');
        await tellFaults(archive, sourcesPath, faults, vscode.l10n.t('It is left out.'));
      });
      watched.set(archive, tell);
    }),
    archives.onDidClose((archive) => {
      watched.get(archive)?.dispose();
      watched.delete(archive);
      forms?.close(archive);
    }),
    {
      dispose: () => {
        forms?.dispose();
        for (const listening of watched.values()) listening.dispose();
      },
    },
  );
}

/** What a hover, a preview or a key binding asks for: `{ "source": …, "folder": … }`. */
function requested(value: unknown, archives: readonly Archive[]): PlacedSource | undefined {
  if (typeof value !== 'object' || value === null || !('source' in value)) return undefined;
  const { source, folder } = { folder: undefined, ...value };
  if (typeof source !== 'string' || source.trim() === '') return undefined;
  const archive = archives.find(({ folder: { uri } }) => folder === undefined || uri.toString() === folder);
  return archive && { archive, source: archive.sources.resolve({ text: source, from: 'field' }) };
}
