import type { AnyRule } from '../rule';
import { bodyRules } from './bodyRules';
import { frontMatterRules } from './frontMatterRules';
import { imageRules } from './imageRules';
import { metadataRules } from './metadataRules';

/** Every rule there is, in the order the rules page shows them. */
export const allRules: readonly AnyRule[] = [...frontMatterRules, ...metadataRules, ...imageRules, ...bodyRules];
