import type { AnyRule } from '../rule';
import { bodyRules } from './bodyRules';
import { frontMatterRules } from './frontMatterRules';
import { imageRules } from './imageRules';
import { metadataRules } from './metadataRules';
import { unknownRule } from './suppression/unknownRule';

const rulesOfArticles: readonly AnyRule[] = [...frontMatterRules, ...metadataRules, ...imageRules, ...bodyRules];

/** Every rule there is, in the order the rules page shows them. */
export const allRules: readonly AnyRule[] = [...rulesOfArticles, unknownRule(rulesOfArticles.map(({ id }) => id))];
