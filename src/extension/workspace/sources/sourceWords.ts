import * as vscode from 'vscode';
import type { SourceKind, SourceProfile } from '../../../core/sources/sourceProfiles';

/** A kind of source as people call it; what is none of the kinds as it is written. */
export function kindName(kind: string): string {
  const { t } = vscode.l10n;
  const names: Readonly<Record<SourceKind, string>> = {
    agency: t('News agency'),
    newspaper: t('Newspaper'),
    broadcaster: t('Broadcaster'),
    portal: t('Portal'),
    'self-media': t('Self-media'),
    aggregator: t('Aggregator'),
    government: t('Government'),
    company: t('Company'),
    other: t('Other'),
  };
  return kind in names ? names[kind as SourceKind] : kind;
}

/** The name of a country that is written as a code; else what is written. */
export function countryName(text: string): string {
  return displayName('region', /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined) ?? text;
}

/** The name of a language that is written as a code; else what is written. */
export function languageName(text: string): string {
  return displayName('language', /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(text) ? text : undefined) ?? text;
}

/** What a source is, in a few words: "Newspaper · China · Beiwan Press". Empty where nothing is known. */
export function profileWords({ kind, country, owner }: SourceProfile): string {
  const words = [kind && kindName(kind), country && countryName(country), owner];
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

function displayName(type: 'region' | 'language', code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  try {
    return new Intl.DisplayNames([vscode.env.language], { type, fallback: 'none' }).of(code.replaceAll('_', '-'));
  } catch {
    // No code after all.
    return undefined;
  }
}
