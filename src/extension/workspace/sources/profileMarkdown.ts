import * as vscode from 'vscode';
import { currentRatings, type SourceProfile, type SourceProfiles } from '../../../core/sources/sourceProfiles';
import { escapeMarkdown } from '../../ui/escapeMarkdown';
import { countryName, kindName, languageName } from './sourceWords';

/** What is known of a source in short lines of Markdown. All of it is text that somebody wrote: shown as text. */
export function profileMarkdown(profile: SourceProfile, { scales }: SourceProfiles): string {
  const { t } = vscode.l10n;
  const { kind, country, owner, languages } = profile;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('Kind'), kind && kindName(kind)],
    [t('Country'), country && countryName(country)],
    [t('Languages'), languages.map(languageName).join(', ')],
    [t('Owner'), owner],
    ...currentRatings(profile).map(({ scale: id, value, rater, date }) => {
      const scale = scales.find((one) => one.id === id);
      const step = scale?.steps?.[String(value)];
      const rated = `${value}${scale === undefined ? '' : ` / ${scale.max}`}${step === undefined ? '' : ` · ${step}`}`;
      return [scale?.name ?? id, `${rated} (${rater}, ${date})`] as const;
    }),
  ];
  return facts
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [escapeMarkdown(t('{0}: {1}', name, value))],
    )
    .join('  \n');
}
