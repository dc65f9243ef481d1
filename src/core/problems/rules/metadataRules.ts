import type { AnyRule } from '../rule';
import { date } from './metadata/date';
import { duplicateArticle } from './metadata/duplicateArticle';
import { emptyValue } from './metadata/emptyValue';
import { required } from './metadata/required';
import { schema } from './metadata/schema';
import { sourceVariant } from './metadata/sourceVariant';
import { titleGarbled } from './metadata/titleGarbled';
import { titleMismatch } from './metadata/titleMismatch';
import { type } from './metadata/type';
import { unknownKey } from './metadata/unknownKey';

export const metadataRules: readonly AnyRule[] = [
  required,
  type,
  schema,
  date,
  emptyValue,
  unknownKey,
  sourceVariant,
  duplicateArticle,
  titleGarbled,
  titleMismatch,
];
