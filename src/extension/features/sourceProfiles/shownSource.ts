import { profileFaults } from '../../../core/sources/profileFaults';
import { currentRatings, readSourceProfiles, type SourceProfile } from '../../../core/sources/sourceProfiles';
import { faultMessage } from '../../../core/text/json/faultMessage';
import type { ShownAnnotation, ShownSource } from '../../../protocol/sourceFormMessages';
import type { Services } from '../../services';
import { translate } from '../../ui/translate';
import { labelsText } from '../../workspace/annotations/labelNames';
import type { PlacedSource } from '../../workspace/articleArguments';
import { describeValueFault } from './describeValueFault';

/** All that the form shows of a source, as a text of `sources.json` has it. */
export async function shownSource(
  placed: PlacedSource,
  text: string | undefined,
  articles: number | undefined,
  services: Services,
): Promise<ShownSource> {
  const { archive, source } = placed;
  const { sources, faults } = readSourceProfiles(text);
  const known = sources.byKey.get(source.key);
  const profile: SourceProfile = known ?? blank(source.name);
  const placedFaults = profileFaults(profile.name, known, sources, faults);
  const rater = await services.annotations.creator.known(archive.folder.uri);
  return {
    profile,
    ...(articles !== undefined && { articles }),
    faults: placedFaults.map(({ place, fault }) => ({
      place,
      message: typeof fault === 'string' ? describeValueFault(fault) : translate(faultMessage(fault)),
    })),
    scales: sources.scales,
    current: currentRatings(profile),
    annotations: await annotationsOn(placed, services),
    ...(rater !== undefined && { rater }),
    today: today(),
  };
}

async function annotationsOn({ archive, source }: PlacedSource, { annotations }: Services): Promise<ShownAnnotation[]> {
  const own = annotations.of(archive);
  if (own === undefined) return [];
  await own.load();
  const codebook = await own.codebook();
  const isOnSource = (subject: string): boolean =>
    archive.sources.resolve({ text: subject, from: 'field' }).key === source.key;
  return own.index
    .rowsOf(undefined)
    .filter(({ kind, subject }) => kind === 'source' && isOnSource(subject))
    .map(({ id, labels, note, creator, created }) => ({
      id,
      labels: labelsText(labels, codebook),
      note,
      creator,
      day: created.slice(0, 10),
    }));
}

/** The day where the person is. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function blank(name: string): SourceProfile {
  return { name, aliases: [], domains: [], languages: [], policies: [], evidence: [], ratings: [] };
}
