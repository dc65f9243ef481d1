import assert from 'node:assert/strict';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../support/projectRoot';

/** Makes a picture the README's where MARGINALIA_README_PICTURES asks for that, unless it has more bytes than `most`. */
export async function keepForReadme(made: string, name: string, most: number): Promise<void> {
  if (!process.env.MARGINALIA_README_PICTURES) return;
  const { size } = await stat(made);
  assert.ok(size < most, `It is too large for a README: ${size} bytes.`);
  const kept = join(projectRoot, 'media', 'screenshots', `${name}.png`);
  await mkdir(dirname(kept), { recursive: true });
  await copyFile(made, kept);
}
