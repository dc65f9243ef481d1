import type { AnyRule } from '../rule';
import { syntax } from './frontMatter/syntax';

export const frontMatterRules: readonly AnyRule[] = [syntax];
