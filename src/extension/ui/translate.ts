import * as vscode from 'vscode';
import type { Message } from '../../core/text/message';

/** A message of core in the person's language. */
export function translate({ template, values }: Message): string {
  return vscode.l10n.t(template, ...values);
}
