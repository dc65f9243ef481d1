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
    { zone: here, label: here, description: [...wordsOf(here), t('this computer')].join(' · ') },
    ...others.map((zone) => ({ zone, label: zone, description: wordsOf(zone).join(' · ') })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Set Up Archive: Time Zone'),
    placeHolder: t('In which time zone are dates that name none? Most often that of the sources.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.zone;
}

/** As `GMT+8` today, and as it is called in the person's language: few know zones by the names of their cities alone. */
function wordsOf(timeZone: string): readonly string[] {
  return [nameOf('en', timeZone, 'shortOffset'), nameOf(vscode.env.language, timeZone, 'longGeneric')];
}

function nameOf(language: string, timeZone: string, timeZoneName: 'shortOffset' | 'longGeneric'): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
