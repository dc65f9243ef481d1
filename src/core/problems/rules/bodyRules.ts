import type { AnyRule } from '../rule';
import { activeContent } from './body/activeContent';
import { bodyEmpty } from './body/bodyEmpty';
import { bodyLostSigns } from './body/bodyLostSigns';
import { duplicateHeading } from './body/duplicateHeading';

export const bodyRules: readonly AnyRule[] = [bodyEmpty, bodyLostSigns, activeContent, duplicateHeading];
