import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../runProcess';
import { temporaryFolder } from '../temporaryFolder';
import type { Desktop } from './findDesktop';
import { quietSettings } from './quietSettings';
import type { HostRun } from './runInServer';

/** Runs tests inside the extension host of a desktop VS Code; resolves with its exit code. */
export async function runOnDesktop(desktop: Desktop, run: HostRun): Promise<number> {
  // A short path: the socket that VS Code opens in it must fit into 100 characters.
  const profile = await temporaryFolder('d');
  try {
    await mkdir(join(profile.path, 'User'), { recursive: true });
    await writeFile(join(profile.path, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...run.settings }));
    const args = [
      ...desktop.args,
      run.folder,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
      `--user-data-dir=${profile.path}`,
      `--extensions-dir=${join(profile.path, 'extensions')}`,
      `--extensionDevelopmentPath=${run.extension}`,
      `--extensionTestsPath=${run.tests}`,
      ...(run.web ? ['--extensionDevelopmentKind=web'] : []),
    ];
    const env = { ...process.env };
    // Set in a terminal of VS Code, where it would turn the desktop into a plain Node.
    delete env.ELECTRON_RUN_AS_NODE;
    const { onLine, timeoutMilliseconds } = run;
    const { code, tail, timedOut } = await runProcess(desktop.command, args, { env, onLine, timeoutMilliseconds });
    if (timedOut) {
      throw new Error(`The tests in the desktop VS Code did not end in ${timeoutMilliseconds / 1000} s.\n${tail}`);
    }
    return code ?? 1;
  } finally {
    await profile.remove();
  }
}
