import type { AnyRule } from '../rule';
import { duplicateKey } from './frontMatter/duplicateKey';
import { leadingContent } from './frontMatter/leadingContent';
import { missing } from './frontMatter/missing';
import { notAMapping } from './frontMatter/notAMapping';
import { syntax } from './frontMatter/syntax';
import { tooLarge } from './frontMatter/tooLarge';
import { unclosed } from './frontMatter/unclosed';
import { unsafeLanguage } from './frontMatter/unsafeLanguage';

export const frontMatterRules: readonly AnyRule[] = [
  missing,
  leadingContent,
  unclosed,
  syntax,
  duplicateKey,
  notAMapping,
  unsafeLanguage,
  tooLarge,
];
