import type { AnyRule } from '../rule';

export const bodyRules: readonly AnyRule[] = [];
