import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Part } from './part';
import { runHostProbe } from './runHostProbe';

/** Typing in long articles in a real extension host, with the pause before they are checked. */
export const typingPart: Part = {
  name: 'typing',
  rounds: { quick: 1, full: 3 },
  figures: [
    { name: 'nothing but the pause', key: 'pause', unit: 'ms', better: 'neither' },
    ...(['HTML', 'Markdown'] as const).map((kind) => ({
      name: `200 KB of ${kind}: key to problems`,
      key: `problems${kind}`,
      unit: 'ms' as const,
      reference: { name: 'the pause', key: 'pause', as: 'cost' as const },
      bar: { of: 'value' as const, most: 160 },
    })),
    ...(['HTML', 'Markdown'] as const).map((kind) => ({
      name: `2 MB of ${kind}: longest turn`,
      key: `turn${kind}`,
      unit: 'ms' as const,
      bar: { of: 'value' as const, most: 250 },
    })),
  ],
  async measure(checkout, { scratch }) {
    const folder = join(scratch, 'typing');
    await mkdir(join(folder, '.marginalia'), { recursive: true });
    await writeFile(join(folder, '.marginalia', 'config.json'), '{"timeZone": "Asia/Shanghai"}\n');
    return runHostProbe(checkout, 'typingTimes', folder);
  },
};
