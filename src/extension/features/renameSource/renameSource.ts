import * as vscode from 'vscode';
import { collapse } from '../../../core/article/fieldValue';
import type { SourceName } from '../../../core/article/sourceNames';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showError, showInformation } from '../../ui/notify';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import { applyChanges } from '../../workspace/bulkEdits/applyChanges';
import { collectChanges } from '../../workspace/bulkEdits/collectChanges';
import { limitChanges } from '../../workspace/bulkEdits/limitChanges';
import { tellChanges } from '../../workspace/bulkEdits/tellChanges';
import { withCountedProgress } from '../../workspace/bulkEdits/withCountedProgress';
import { sourceCounts } from '../../workspace/sources/sourceCounts';
import { askForAlias, askForName } from './askForName';
import { type LeftOut, renameMaker } from './renameMaker';
import { sourcesFileEdit } from './sourcesFileEdit';

interface RenameRequest {
  readonly archive: Archive;
  readonly source: SourceName;
  /** The new name; asked for without it. */
  readonly to?: string;
  /** Whether the old name stays as an alias; asked for without it. */
  readonly keepOldName?: boolean;
}

/** Gives a source another name in all articles of its archive: the one at hand, the one asked for, or one of all. */
export async function renameSource(
  atHand: RenameRequest | undefined,
  asked: unknown,
  services: Services,
): Promise<void> {
  const { archives, log } = services;
  try {
    const chosen = atHand ?? requested(asked, archives.all) ?? (await pickSource(archives.all));
    if (chosen !== undefined) await rename(chosen, services);
  } catch (error) {
    log.error(`Renaming a source: ${error}`);
    const why = errorText(error);
    void showError(vscode.l10n.t('The source could not be renamed. {0}', why));
  }
}

async function rename({ archive, source, ...asked }: RenameRequest, { log }: Services): Promise<void> {
  const { t } = vscode.l10n;
  const to = asked.to ?? (await askForName(archive, source));
  const withAlias = to === undefined ? undefined : (asked.keepOldName ?? (await askForAlias(source, to)));
  if (to === undefined || withAlias === undefined) return;

  const leftOut: LeftOut = { address: 0, unclear: 0 };
  const paths: string[] = [];
  for (const entry of archive.index.entries()) {
    if (entry.source === undefined || archive.sources.resolve(entry.source).key !== source.key) continue;
    if (entry.source.from === 'field') paths.push(entry.path);
    else leftOut.address++;
  }
  const maker = renameMaker({ from: source.key, to, label: t('Rename the source to “{0}”', to) }, leftOut);
  const changes = await withCountedProgress(t('Looking for the name of the source'), paths.length, (signal, onDone) =>
    collectChanges(archive, paths, maker, signal, onDone),
  );
  if (changes === undefined) return;
  if (changes.length === 0) {
    void showInformation([t('There is no article to change.'), ...describeLeftOut(leftOut)].join(' '));
    return;
  }
  const some = await limitChanges(changes);
  if (some === undefined) return;
  const addAlias = withAlias ? await sourcesFileEdit(archive, source.name, to) : undefined;
  const applied = await applyChanges(some, addAlias);
  if (applied === undefined) return;
  const done = counted(
    t('Renamed the source to “{1}” in 1 article.|Renamed the source to “{1}” in {0} articles.'),
    applied.done.length,
    to,
  );
  tellChanges([done, ...describeLeftOut(leftOut)].join(' '), applied, log);
}

function describeLeftOut({ address, unclear }: LeftOut): readonly string[] {
  const { t } = vscode.l10n;
  return [
    ...(address === 0
      ? []
      : [
          counted(
            t(
              '1 article has it only as a URL: .marginalia/sources.json names it.|{0} articles have it only as a URL: .marginalia/sources.json names it.',
            ),
            address,
          ),
        ]),
    ...(unclear === 0
      ? []
      : [
          counted(
            t(
              '1 article stays as it is, as its front matter is malformed: fix it first.|{0} articles stay as they are, as their front matter is malformed: fix it first.',
            ),
            unclear,
          ),
        ]),
  ];
}

/** What a key binding or another program asks for: `{ "source": …, "to": …, "keepOldName": … }`. */
function requested(value: unknown, archives: readonly Archive[]): RenameRequest | undefined {
  if (typeof value !== 'object' || value === null || !('source' in value)) return undefined;
  const { source: wanted, to, keepOldName } = { to: undefined, keepOldName: undefined, ...value };
  if (typeof wanted !== 'string') return undefined;
  for (const archive of archives) {
    const { key } = archive.sources.resolve({ text: wanted, from: 'field' });
    const source = sourceCounts([archive]).find((one) => one.key === key);
    if (source === undefined) continue;
    return {
      archive,
      source,
      ...(typeof to === 'string' && collapse(to) !== '' && { to: collapse(to) }),
      ...(typeof keepOldName === 'boolean' && { keepOldName }),
    };
  }
  return undefined;
}

async function pickSource(archives: readonly Archive[]): Promise<RenameRequest | undefined> {
  const { t } = vscode.l10n;
  const items = archives.flatMap((archive) =>
    sourceCounts([archive])
      .filter(({ key }) => key !== '')
      .map(({ key, name, count }) => ({
        label: plainLabel(name),
        description: archives.length > 1 ? `${showNumber(count)} · ${archive.folder.name}` : showNumber(count),
        placed: { archive, source: { key, name } },
      })),
  );
  const picked = await vscode.window.showQuickPick(items, { placeHolder: t('Which source is to have another name?') });
  return picked?.placed;
}
