import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import { measuredRun } from '../products/measuredRun';
import type { Part } from './part';
import { runHostProbe } from './runHostProbe';

/** What VS Code waits for before anybody looks at an article. */
export const activationPart: Part = {
  name: 'activation',
  rounds: { quick: 1, full: 3 },
  figures: [
    { name: 'an empty program of Node', key: 'bareNode', unit: 'ms', better: 'neither' },
    {
      name: 'loading and activating, own time',
      key: 'own',
      unit: 'ms',
      reference: { name: 'an empty program', key: 'bareNode', as: 'cost' },
      bar: { of: 'value', most: 50 },
    },
    { name: '  loading, processor time', key: 'loading', unit: 'ms' },
    { name: '  activating', key: 'activating', unit: 'ms' },
  ],
  async references() {
    return { bareNode: (await measuredRun(['-e', '0'], projectRoot)).processor };
  },
  measure: (checkout) => runHostProbe(checkout, 'activationTimes', join(projectRoot, 'test', 'fixtures', 'sample')),
};
