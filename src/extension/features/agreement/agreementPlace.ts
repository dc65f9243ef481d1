import * as vscode from 'vscode';
import { type ContestedPlace, labelsAt } from '../../../core/annotations/agreement/contestedPlaces';
import type { GivenLabel, LabelledArticle } from '../../../core/annotations/agreement/labelledArticle';
import { labelOf } from '../../../core/annotations/codebook/codebook';
import { colourValue } from '../../../core/annotations/codebook/labelColours';
import { labelText } from '../../../core/annotations/codebook/labelText';
import type { AgreementPlace, AgreementVoice } from '../../../protocol/agreementMessages';
import { showDateBriefly } from '../../ui/showDate';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { sourceOf } from '../../workspace/sources/sourceCounts';
import type { AgreementResult } from './agreementRun';

/** A place that people see differently, with what each of them said there. */
export function agreementPlace(
  place: ContestedPlace,
  result: AgreementResult,
  { archive, index }: ArchiveAnnotations,
): AgreementPlace {
  const { codebook } = result;
  const labels = labelsAt(place);
  const known = labels.map((id) => labelOf(codebook, id) ?? { id, name: id, colour: undefined });
  const entry = archive.index.get(place.path);
  const article = result.articleOf(place.path);
  const there = article === undefined ? [] : givenAt(place, article);
  const quoted = index.rowsOf(place.path).find(({ id }) => id === there[0]?.id);
  return {
    label: known.map(({ name }) => name).join(' · '),
    colour: colourValue(known[0]?.colour),
    article: entry?.title ?? place.path,
    details:
      entry === undefined
        ? place.path
        : [sourceOf(entry, archive).name, showDateBriefly(entry.date, archive.timeZone)].join(' · '),
    quote: place.kind === 'passage' ? (quoted?.subject ?? '').replaceAll(/\s+/gu, ' ') : '',
    voices: [...(article?.creators ?? [])].sort().map((person) => voiceOf(person, place, there, result)),
  };
}

/** The labels that people gave at a place, those in question first, each in the order of the text. */
export function givenAt(place: ContestedPlace, { labels }: LabelledArticle): readonly GivenLabel[] {
  const asked = labelsAt(place);
  const there = labels.filter(({ range, label }) =>
    place.kind === 'passage'
      ? range !== undefined && range.start < place.end && range.end > place.start
      : range === undefined && asked.includes(label),
  );
  const rank = ({ label }: GivenLabel): number => (asked.includes(label) ? 0 : 1);
  return there.toSorted((one, other) => rank(one) - rank(other) || (one.range?.start ?? 0) - (other.range?.start ?? 0));
}

function voiceOf(
  person: string,
  place: ContestedPlace,
  there: readonly GivenLabel[],
  { codebook }: AgreementResult,
): AgreementVoice {
  const { t } = vscode.l10n;
  const own = there.filter(({ creator }) => creator === person);
  const said = [...new Set(own.map((given) => labelText(given, codebook)))].join(' · ');
  const nothing = place.kind === 'passage' ? t('nothing here') : t('not given');
  return { person, said: said || nothing, isSilent: !own.some(({ label }) => labelsAt(place).includes(label)) };
}
