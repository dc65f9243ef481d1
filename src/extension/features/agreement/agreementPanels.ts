import * as vscode from 'vscode';
import type { AgreementChoice } from '../../../protocol/agreementMessages';
import { readAgreementState } from '../../../protocol/readAgreementMessage';
import { agreementPanelType } from '../../contributions';
import type { Services } from '../../services';
import { setContextKey } from '../../ui/contribute';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { AgreementPanel } from './agreementPanel';

/** The reports that are open, at most one for each archive. */
export class AgreementPanels implements vscode.Disposable {
  readonly #services: Services;
  /** The one last used comes last. */
  readonly #open = new Map<ArchiveAnnotations, AgreementPanel>();
  readonly #closing: vscode.Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.#closing = services.archives.onDidClose((archive) => {
      for (const [own, { panel }] of this.#open) if (own.archive === archive) panel.dispose();
    });
  }

  /** Shows the report on an archive. */
  show(own: ArchiveAnnotations): AgreementPanel {
    const known = this.#open.get(own);
    if (known !== undefined) {
      known.panel.reveal();
      return known;
    }
    const panel = vscode.window.createWebviewPanel(
      agreementPanelType,
      vscode.l10n.t('Agreement Between People'),
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
    return this.add(panel, own);
  }

  /** Puts a report into a panel of the last session. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const { archives, annotations } = this.#services;
    const kept = readAgreementState(state);
    const archive = archives.all.find(({ isArchive, folder }) => isArchive && folder.uri.toString() === kept?.folder);
    const own = archive && annotations.of(archive);
    if (kept === undefined || own === undefined || this.#open.has(own)) panel.dispose();
    else this.add(panel, own, kept.choice);
  }

  add(panel: vscode.WebviewPanel, own: ArchiveAnnotations, choice?: AgreementChoice): AgreementPanel {
    const opened = new AgreementPanel(panel, own, this.#services, choice);
    this.#open.set(own, opened);
    setContextKey('agreementShown', true);
    panel.onDidChangeViewState(() => {
      if (!panel.active) return;
      this.#open.delete(own);
      this.#open.set(own, opened);
    });
    panel.onDidDispose(() => {
      opened.dispose();
      this.#open.delete(own);
      setContextKey('agreementShown', this.#open.size > 0);
    });
    return opened;
  }

  async step(to: 'previous' | 'next'): Promise<void> {
    await [...this.#open.values()].at(-1)?.step(to);
  }

  dispose(): void {
    this.#closing.dispose();
    for (const { panel } of [...this.#open.values()]) panel.dispose();
  }
}
