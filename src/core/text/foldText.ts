import HKVariantsRev from 'opencc-js/dict/HKVariantsRev';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TWVariantsRev from 'opencc-js/dict/TWVariantsRev';

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

let simplified: ReadonlyMap<string, string> | undefined;

/** Writes Chinese in simplified characters, one for one, so that a word is the same however it was written. */
function simplifyCharacters(text: string): string {
  simplified ??= readVariants();
  let written = '';
  let copied = 0;
  let at = 0;
  for (const character of text) {
    const variant = character < '\u3400' ? undefined : simplified.get(character);
    if (variant !== undefined) {
      written += text.slice(copied, at) + variant;
      copied = at + character.length;
    }
    at += character.length;
  }
  return copied === 0 ? text : written + text.slice(copied);
}

/** Traditional characters, and those that only Taiwan or Hong Kong write in another way, to simplified ones. */
function readVariants(): ReadonlyMap<string, string> {
  const variants = new Map(entriesOf(TSCharacters));
  for (const [regional, traditional] of [...entriesOf(HKVariantsRev), ...entriesOf(TWVariantsRev)]) {
    const simple = variants.get(traditional) ?? traditional;
    if (simple !== regional && !variants.has(regional)) variants.set(regional, simple);
  }
  return variants;
}

function entriesOf(dictionary: string): readonly (readonly [string, string])[] {
  return dictionary.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to];
  });
}
