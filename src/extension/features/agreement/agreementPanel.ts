import * as vscode from 'vscode';
import { type ContestedPlace, labelsAt } from '../../../core/annotations/agreement/contestedPlaces';
import { errorText } from '../../../core/text/errorText';
import type { AgreementAction, AgreementChoice, FromAgreement, ToAgreement } from '../../../protocol/agreementMessages';
import { readFromAgreement } from '../../../protocol/readAgreementMessage';
import { commandName } from '../../contributions';
import type { Services } from '../../services';
import { showError } from '../../ui/notify';
import { SecureWebview } from '../../ui/secureWebview';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { agreementPlace } from './agreementPlace';
import { type AgreementResult, AgreementRun } from './agreementRun';
import { agreementView } from './agreementView';
import { agreementWords } from './agreementWords';
import { exportAgreement } from './exportAgreement';
import { openPlace } from './openPlace';

/** How many places go to the page at a time. */
const atATime = 100;

const everything: AgreementChoice = { people: [] };

/** What goes on, or why nothing does; undefined once the report is there. */
type State = { readonly done: number; readonly total?: number } | 'stopped' | { readonly fault: string };

/** One report on one archive in a panel of its own, kept up with the archive. */
export class AgreementPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #own: ArchiveAnnotations;
  readonly #services: Services;
  readonly #page: SecureWebview<FromAgreement, ToAgreement>;
  readonly #run: AgreementRun;
  readonly #listening: vscode.Disposable;
  #version = 0;
  #shown: AgreementResult | undefined;
  #state: State | undefined;
  /** How many places the page has. */
  #sent = 0;
  #current: number | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    own: ArchiveAnnotations,
    services: Services,
    choice: AgreementChoice = everything,
  ) {
    this.panel = panel;
    this.#own = own;
    this.#services = services;
    this.#page = new SecureWebview(panel.webview, services.context.extensionUri, services.log, {
      name: 'agreement',
      read: readFromAgreement,
      onMessage: (message) => {
        this.#answer(message).catch((error: unknown) => this.#tell(error));
      },
      strings: agreementWords(),
      first: () => [this.#kept()],
    });
    this.#run = new AgreementRun(own, {
      onReport: (result) => this.#show(result),
      onProgress: (done, total) => this.#setState({ done, ...(total !== undefined && { total }) }),
      onFault: (error) => {
        services.log.error(String(error));
        this.#setState({ fault: vscode.l10n.t('Agreement could not be computed: {0}', errorText(error)) });
      },
    });
    this.#listening = panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#page.hidden();
    });
    this.#run.choose(choice);
    this.#page.load({ title: vscode.l10n.t('Agreement Between People') });
  }

  /** The report as it stands; undefined until the first is there. */
  get shown(): AgreementResult | undefined {
    return this.#shown;
  }

  /** Opens the next place that people see differently, or the one before. */
  async step(to: 'previous' | 'next', keepsFocus = this.panel.active): Promise<void> {
    const count = this.#shown?.report.disagreements.length ?? 0;
    const from = this.#current ?? (to === 'next' ? -1 : count);
    const index = from + (to === 'next' ? 1 : -1);
    if (index < 0 || index >= count) {
      const { t } = vscode.l10n;
      const told = count === 0 ? t('There are no disagreements.') : t('There are no more disagreements.');
      vscode.window.setStatusBarMessage(told, 4000);
      return;
    }
    await this.#open(index, keepsFocus);
  }

  dispose(): void {
    this.#run.dispose();
    this.#page.dispose();
    this.#listening.dispose();
  }

  async #answer(message: FromAgreement): Promise<void> {
    // Places are those of what is shown now, or they mean nothing any more.
    if ('version' in message && message.version !== this.#version) return;
    switch (message.kind) {
      case 'ready':
        return this.#begin();
      case 'choose':
        return this.#choose(message.choice);
      case 'more':
        return this.#send(this.#sent + atATime);
      case 'open':
        return this.#open(message.index, true);
      case 'step':
        return this.step(message.to, true);
      case 'stop':
        this.#run.stop();
        return this.#setState('stopped');
      case 'goOn':
        return this.#run.start();
      case 'export':
        if (this.#shown) await exportAgreement(this.#shown.report, this.#own.archive);
        return;
      case 'act':
        return this.#act(message.action);
    }
  }

  #begin(): void {
    this.#sendReport(this.#sent);
    this.#sendState();
  }

  #choose(choice: AgreementChoice): void {
    this.#run.choose(choice);
    this.#page.send(this.#kept());
  }

  /** VS Code gives it back with the panel after it was loaded again. */
  #kept(): ToAgreement {
    const folder = this.#own.archive.folder.uri.toString();
    return { kind: 'keep', state: { folder, choice: this.#run.choice } };
  }

  #show(result: AgreementResult): void {
    const before = this.#current === undefined ? undefined : this.#shown?.report.disagreements[this.#current];
    this.#shown = result;
    this.#version++;
    this.#state = undefined;
    // Who steps through them goes on where they were, not where a number stood before.
    const same = before && result.report.disagreements.findIndex((place) => isSame(place, before));
    this.#current = same === undefined || same < 0 ? undefined : same;
    this.#sendReport(Math.max(atATime, (this.#current ?? 0) + 1));
  }

  #sendReport(places: number): void {
    if (this.#shown === undefined) return;
    this.#page.send(agreementView(this.#shown, this.#own.archive, this.#version));
    this.#sent = 0;
    this.#send(places);
    this.#sendCurrent();
  }

  /** Sends the places up to one, as far as they were not sent yet. */
  #send(to: number): void {
    const shown = this.#shown;
    const from = this.#sent;
    const places = shown?.report.disagreements.slice(from, to) ?? [];
    if (shown === undefined || places.length === 0) return;
    this.#sent = from + places.length;
    this.#page.send({
      kind: 'places',
      version: this.#version,
      from,
      places: places.map((place) => agreementPlace(place, shown, this.#own)),
    });
  }

  #sendCurrent(): void {
    if (this.#current !== undefined) this.#page.send({ kind: 'current', version: this.#version, index: this.#current });
  }

  /** `keepsFocus`: a person who steps in the report goes on there. */
  async #open(index: number, keepsFocus: boolean): Promise<void> {
    const place = this.#shown?.report.disagreements[index];
    const article = place && this.#shown?.articleOf(place.path);
    if (place === undefined || article === undefined) return;
    this.#current = index;
    this.#send(Math.ceil((index + 1) / atATime) * atATime);
    this.#sendCurrent();
    // Beside the report, whichever of the two a person steps from.
    const isFirst = this.panel.viewColumn === vscode.ViewColumn.One;
    await openPlace(place, article, this.#own.archive, this.#services, {
      viewColumn: isFirst ? vscode.ViewColumn.Two : vscode.ViewColumn.One,
      preserveFocus: keepsFocus,
      preview: true,
    });
  }

  async #act(action: AgreementAction): Promise<void> {
    switch (action) {
      case 'clearChoice':
        return this.#choose(everything);
      case 'setName':
        await vscode.commands.executeCommand('workbench.action.openSettings', 'marginalia.annotations.creator');
        return;
      default:
        await vscode.commands.executeCommand(commandName(action));
    }
  }

  #setState(state: State): void {
    this.#state = state;
    this.#sendState();
  }

  #sendState(): void {
    const state = this.#state;
    if (state === undefined) return;
    if (state === 'stopped') this.#page.send({ kind: 'stopped' });
    else if ('fault' in state) this.#page.send({ kind: 'fault', message: state.fault });
    else this.#page.send({ kind: 'progress', ...state });
  }

  #tell(error: unknown): void {
    this.#services.log.error(String(error));
    void showError(vscode.l10n.t('The agreement view could not do that: {0}', errorText(error)));
  }
}

function isSame(one: ContestedPlace, other: ContestedPlace): boolean {
  if (one.path !== other.path || one.kind !== other.kind || labelsAt(one).join() !== labelsAt(other).join())
    return false;
  return one.kind === 'article' || other.kind === 'article' || (one.start === other.start && one.end === other.end);
}
