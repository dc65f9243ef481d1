import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets VS Code run in Chinese where no language pack can be had: one that translates nothing. The extension's own texts
 * are in Chinese then, VS Code's stay in English.
 */
export async function writeChinesePack(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'data');
  const translation = join(folder, 'noTranslations.json');
  await mkdir(folder, { recursive: true });
  await writeFile(translation, JSON.stringify({ contents: {} }));
  const pack = {
    hash: '0',
    // The server asks for the first of them, be it installed or not.
    extensions: [{ extensionIdentifier: { id: 'tests.chinese' }, version: '1.0.0' }],
    translations: { vscode: translation },
    label: '中文（简体）',
  };
  await writeFile(join(folder, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}
