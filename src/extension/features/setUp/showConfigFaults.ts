import * as vscode from 'vscode';
import { configPath } from '../../../core/config/archiveConfig';
import type { JsonFault } from '../../../core/text/json/jsonFault';
import type { Services } from '../../services';
import type { Archive } from '../../workspace/archives/archive';
import { FaultNews } from '../../workspace/archives/faultNews';

/** Says what cannot be used, and what is done instead. */
type TellFaults = (consequence: string, faults: readonly JsonFault[]) => void;

/** Says what of the configuration is not used, and offers to mend it. */
export function showConfigFaults({ archives, log }: Services): vscode.Disposable {
  const watched = new Map<Archive, vscode.Disposable>();
  return vscode.Disposable.from(
    archives.onDidOpen((archive) => {
      const tell: TellFaults = (consequence, faults) => {
        import('../../workspace/archives/tellFaults')
          .then(({ tellFaults }) => tellFaults(archive, configPath, faults, consequence))
          .catch((error: unknown) => log.error(`${archive.folder.name}: ${error}`));
      };
      const schemas = new SchemaFaults(archive, tell);
      const check = (): void => {
        schemas.check().catch((error: unknown) => log.error(`${archive.folder.name}: ${error}`));
      };
      const listening = vscode.Disposable.from(
        archive.onDidFindConfigFaults((faults) => tell(vscode.l10n.t('Defaults are used instead.'), faults)),
        // From now on articles are checked.
        archive.onDidChangeState(() => {
          if (archive.state === 'ready') check();
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(check),
      );
      watched.set(archive, listening);
    }),
    archives.onDidClose((archive) => {
      watched.get(archive)?.dispose();
      watched.delete(archive);
    }),
    {
      dispose: () => {
        for (const listening of watched.values()) listening.dispose();
      },
    },
  );
}

/** Schemas that cannot be used: looked for where they are used at all, and told once for each configuration. */
class SchemaFaults {
  readonly #archive: Archive;
  readonly #tell: TellFaults;
  readonly #news = new FaultNews();

  constructor(archive: Archive, tell: TellFaults) {
    this.#archive = archive;
    this.#tell = tell;
  }

  async check(): Promise<void> {
    if (!vscode.workspace.isTrusted || !this.#archive.isArchive) return;
    const { checkSettings } = this.#archive;
    const hasSchemas = checkSettings.schema !== undefined || Object.keys(checkSettings.sourceSchemas).length > 0;
    const faults = hasSchemas ? (await import('../../../core/config/schemaFaults')).schemaFaults(checkSettings) : [];
    // Of another configuration by now: that one is checked on its own.
    if (checkSettings !== this.#archive.checkSettings) return;
    if (this.#news.isNew(faults)) this.#tell(vscode.l10n.t('Articles are not checked against it.'), faults);
  }
}
