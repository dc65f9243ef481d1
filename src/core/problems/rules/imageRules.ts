import type { AnyRule } from '../rule';

export const imageRules: readonly AnyRule[] = [];
