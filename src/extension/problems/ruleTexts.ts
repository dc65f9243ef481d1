import * as vscode from 'vscode';
import type { LoadDocumentTools } from '../platform';

/** What rules are called in the person's language, once they are loaded. */
export class RuleTexts {
  readonly #loadTools: LoadDocumentTools;
  readonly #names = new Map<string, string>();
  readonly #summaries = new Map<string, string>();
  #loading: Promise<void> | undefined;

  constructor(loadTools: LoadDocumentTools) {
    this.#loadTools = loadTools;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Short enough for a row. */
  nameOf(rule: string): string {
    return this.#names.get(rule) ?? rule;
  }

  /** As rules are named in a list. */
  listed(rules: readonly string[]): string {
    return rules.map((rule) => this.nameOf(rule)).join(vscode.l10n.t(', '));
  }

  /** As rules are named in a sentence. */
  quoted(rules: readonly string[]): string {
    return rules.map((rule) => `“${this.nameOf(rule)}”`).join(vscode.l10n.t(', '));
  }

  summaryOf(rule: string): string {
    return this.#summaries.get(rule) ?? rule;
  }

  async #load(): Promise<void> {
    const { allRules } = await this.#loadTools();
    for (const { id, name, summary } of allRules) {
      this.#names.set(id, vscode.l10n.t(name));
      // As a label a sentence needs no full stop.
      this.#summaries.set(id, vscode.l10n.t(summary).replace(/[.。]$/u, ''));
    }
  }
}
