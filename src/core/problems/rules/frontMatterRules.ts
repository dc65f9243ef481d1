import type { AnyRule } from '../rule';

export const frontMatterRules: readonly AnyRule[] = [];
