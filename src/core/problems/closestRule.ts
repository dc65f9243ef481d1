import { closestText } from '../text/closestText';

/** What somebody meant who wrote the id of no rule: one spelt almost so, or the one with that name in another group. */
export function closestRule(written: string, known: Iterable<string>): string | undefined {
  const ids = [...known];
  const name = written.slice(written.indexOf('/') + 1).toLowerCase();
  const sameName = ids.filter((candidate) => candidate.slice(candidate.indexOf('/') + 1) === name);
  return sameName.length === 1 ? sameName[0] : closestText(written, ids);
}
