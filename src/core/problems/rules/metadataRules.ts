import type { AnyRule } from '../rule';

export const metadataRules: readonly AnyRule[] = [];
