import * as vscode from 'vscode';

/** What rules are called in the person's language, once they are loaded. */
export class RuleTexts {
  readonly #names = new Map<string, string>();
  readonly #summaries = new Map<string, string>();
  #loading: Promise<void> | undefined;

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
    const { allRules } = await import('../../../core/problems/rules/allRules');
    for (const { id, name, summary } of allRules) {
      this.#names.set(id, vscode.l10n.t(name));
      // As a label a sentence needs no full stop.
      this.#summaries.set(id, vscode.l10n.t(summary).replace(/[.。]$/u, ''));
    }
  }
}
