import assert from 'node:assert/strict';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../support/projectRoot';
import type { Theme } from '../support/workbench/workbenchPage';

/** Whether pictures are made in all themes, to be looked at, and the README's anew: `npm test -- ui --pictures`. */
export const wantsPictures = process.env.MARGINALIA_PICTURES !== undefined;

/** What is seen is the same in each theme but for its colours: without anybody to look at them one will do. */
export const pictureThemes: readonly Theme[] = wantsPictures ? ['light', 'dark', 'high contrast'] : ['dark'];

/** Makes a picture the README's, unless it has more bytes than `most`. */
export async function keepForReadme(made: string, name: string, most: number): Promise<void> {
  const { size } = await stat(made);
  assert.ok(size < most, `It is too large for a README: ${size} bytes.`);
  const kept = join(projectRoot, 'media', 'screenshots', `${name}.png`);
  await mkdir(dirname(kept), { recursive: true });
  await copyFile(made, kept);
}
