import * as vscode from 'vscode';
import { sourceProfileType } from '../../contributions';
import type { Services } from '../../services';
import { tabTitle } from '../../ui/tabTitle';
import type { PlacedSource } from '../../workspace/articleArguments';
import { SourceForm } from './sourceForm';

/** The open forms: one for each source. */
export class SourceForms implements vscode.Disposable {
  readonly #services: Services;
  readonly #forms = new Map<string, SourceForm>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** In the order they were opened. */
  get all(): readonly SourceForm[] {
    return [...this.#forms.values()];
  }

  /** Shows the form of a source, which may be open already. */
  open(placed: PlacedSource): SourceForm {
    const key = keyOf(placed);
    const known = this.#forms.get(key);
    if (known !== undefined) {
      known.panel.reveal();
      return known;
    }
    const panel = vscode.window.createWebviewPanel(
      sourceProfileType,
      tabTitle(placed.source.name),
      vscode.ViewColumn.Active,
      {
        enableFindWidget: true,
        // What a person has typed and not saved yet stays while another tab is looked at.
        retainContextWhenHidden: true,
      },
    );
    return this.#add(key, panel, placed);
  }

  /** Puts a form into a panel of the last session. */
  restore(panel: vscode.WebviewPanel, placed: PlacedSource): void {
    const key = keyOf(placed);
    if (this.#forms.has(key)) panel.dispose();
    else this.#add(key, panel, placed);
  }

  /** The sources of an archive that is closed cannot be changed any more. */
  close(archive: PlacedSource['archive']): void {
    for (const form of this.all) if (form.placed.archive === archive) form.panel.dispose();
  }

  dispose(): void {
    for (const { panel } of this.all) panel.dispose();
  }

  #add(key: string, panel: vscode.WebviewPanel, placed: PlacedSource): SourceForm {
    const form = new SourceForm(panel, placed, this.#services);
    this.#forms.set(key, form);
    panel.onDidDispose(() => {
      this.#forms.delete(key);
      form.dispose();
    });
    return form;
  }
}

function keyOf({ archive, source }: PlacedSource): string {
  return JSON.stringify([archive.folder.uri.toString(), source.key]);
}
