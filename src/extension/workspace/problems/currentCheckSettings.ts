import * as vscode from 'vscode';
import type { CheckSettings } from '../../../core/problems/checkSettings';

const day = 24 * 60 * 60 * 1000;

/**
 * The settings as they hold today and here. The instant is the end of the day, so that settings stay the same all day
 * long; what strangers have written to be run over every article is left out until their folder is trusted.
 */
export function currentCheckSettings(settings: CheckSettings): CheckSettings {
  const now = Math.ceil(Date.now() / day) * day;
  if (vscode.workspace.isTrusted) return { ...settings, now };
  const { schema: _, ...rest } = settings;
  return { ...rest, now, sourceSchemas: {} };
}
