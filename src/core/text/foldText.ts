import { simplifyCharacters } from './characterVariants';

/**
 * Text as it is compared when a person searches: width, case, runs of white space, and whether Chinese is written in
 * simplified or traditional characters make no difference.
 */
export function foldText(text: string): string {
  return simplifyCharacters(text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim());
}

/** The words of what a person searches for. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).split(' ').filter(Boolean);
}
