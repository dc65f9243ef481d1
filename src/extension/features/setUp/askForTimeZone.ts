import * as vscode from 'vscode';

interface ZonePick extends vscode.QuickPickItem {
  readonly zone: string;
}

/** Asks in which time zone dates are that name none; undefined when the person thinks better of it. */
export async function askForTimeZone(): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone !== here);
  const items: ZonePick[] = [
    { zone: here, label: here, description: [offsetOf(here), t('this computer')].join(' · ') },
    ...others.map((zone) => ({ zone, label: zone, description: offsetOf(zone) })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Set Up Archive: Time Zone'),
    placeHolder: t('In which time zone are dates that name none? Most often that of the sources.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.zone;
}

/** As `GMT+8` today. */
function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
