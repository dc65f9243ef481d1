import * as vscode from 'vscode';
import { type ConfigFault, configPath } from '../../../core/archive/archiveConfig';
import type { ExpectedType } from '../../../core/archive/configFault';
import type { Archive } from '../../archives/archive';
import type { LoadDocumentTools } from '../../platform';
import type { Services } from '../../services';

/** Says what of the configuration is not used, and offers to mend it. */
export function showConfigFaults({ archives, problems, log }: Services): vscode.Disposable {
  const watched = new Map<Archive, vscode.Disposable>();
  return vscode.Disposable.from(
    archives.onDidOpen((archive) => {
      const schemas = new SchemaFaults(archive, problems.loadTools);
      const check = (): void => {
        schemas.check().catch((error: unknown) => log.error(`${archive.folder.name}: ${error}`));
      };
      const listening = vscode.Disposable.from(
        archive.onDidFindConfigFaults((faults) => {
          void tell(archive, vscode.l10n.t('Defaults are used instead.'), faults);
        }),
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
  readonly #loadTools: LoadDocumentTools;
  #told = '[]';

  constructor(archive: Archive, loadTools: LoadDocumentTools) {
    this.#archive = archive;
    this.#loadTools = loadTools;
  }

  async check(): Promise<void> {
    if (!vscode.workspace.isTrusted || !this.#archive.isArchive) return;
    const { checkSettings } = this.#archive;
    const hasSchemas = checkSettings.schema !== undefined || Object.keys(checkSettings.sourceSchemas).length > 0;
    const faults = hasSchemas ? (await this.#loadTools()).schemaFaults(checkSettings) : [];
    // Of another configuration by now: that one is checked on its own.
    if (checkSettings !== this.#archive.checkSettings) return;
    const told = this.#told;
    this.#told = JSON.stringify(faults);
    if (faults.length === 0 || this.#told === told) return;
    await tell(this.#archive, vscode.l10n.t('Articles are not checked against it.'), faults);
  }
}

async function tell(archive: Archive, consequence: string, faults: readonly ConfigFault[]): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const reasons = faults.map(describe).join(' ');
  const message = t('{0} of {1}: {2} {3}', configPath, archive.folder.name, reasons, consequence);
  if ((await vscode.window.showWarningMessage(message, open)) === open) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(archive.folder.uri, configPath));
  }
}

function describe(fault: ConfigFault): string {
  const { t } = vscode.l10n;
  switch (fault.kind) {
    case 'notJson':
      return t('It is not JSON: {0}.', fault.detail);
    case 'unknownTimeZone':
      return t('There is no time zone “{0}”.', fault.value);
    case 'wrongType':
      return describeType(fault.field, fault.expected);
    case 'unknownRule':
      return fault.closest === undefined
        ? t('There is no rule “{0}”.', fault.value)
        : t('There is no rule “{0}”; is “{1}” meant?', fault.value, fault.closest);
    case 'unknownValue':
      return t('“{0}” cannot be “{1}”; it is one of {2}.', fault.field, fault.value, fault.known.join(', '));
    case 'brokenSchema':
      return t('“{0}” is no JSON Schema that can be used: {1}.', fault.field, fault.detail);
  }
}

function describeType(field: string, expected: ExpectedType): string {
  const { t } = vscode.l10n;
  switch (expected) {
    case 'object':
      return field === '' ? t('It must be an object in braces.') : t('“{0}” must be an object in braces.', field);
    case 'string':
      return t('“{0}” must be a text.', field);
    case 'stringList':
      return t('“{0}” must be a list of texts.', field);
    case 'list':
      return t('“{0}” must be a list.', field);
    case 'positiveNumber':
      return t('“{0}” must be a number above 0.', field);
  }
}
