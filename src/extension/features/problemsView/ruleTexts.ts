import * as vscode from 'vscode';
import type { LoadDocumentTools } from '../../platform';

/** What rules are called in the person's language, once they are loaded. */
export class RuleTexts {
  readonly #loadTools: LoadDocumentTools;
  readonly #summaries = new Map<string, string>();
  #loading: Promise<void> | undefined;

  constructor(loadTools: LoadDocumentTools) {
    this.#loadTools = loadTools;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  summaryOf(rule: string): string {
    return this.#summaries.get(rule) ?? rule;
  }

  async #load(): Promise<void> {
    const { allRules } = await this.#loadTools();
    // As a label a sentence needs no full stop.
    for (const { id, summary } of allRules) this.#summaries.set(id, vscode.l10n.t(summary).replace(/[.。]$/u, ''));
  }
}
