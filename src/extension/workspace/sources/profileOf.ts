import type { SourceProfile } from '../../../core/sources/sourceProfiles';
import type { PlacedSource } from '../articleArguments';

/** What is known of a source. */
export function profileOf({ archive, source }: PlacedSource): SourceProfile | undefined {
  return archive.sourceFile.profiles.byKey.get(source.key);
}
