import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stuckMilliseconds, stuckReason, Watchdog } from '../runner/patience';
import type { TestRun } from '../runner/testRun';
import { startProcess } from '../runProcess';
import { temporaryFolder } from '../temporaryFolder';
import type { Desktop } from './findDesktop';
import { quietSettings } from './quietSettings';
import type { HostRun } from './runInServer';

/**
 * Runs something inside the extension host of a desktop VS Code; resolves with its exit code. Tests that `follow` knows of
 * are ended when they are stuck; what the window shows when one fails cannot be kept.
 */
export async function runOnDesktop(desktop: Desktop, host: HostRun, follow?: TestRun): Promise<number> {
  // A short path: the socket that VS Code opens in it must fit into 100 characters.
  const profile = await temporaryFolder('d');
  try {
    await mkdir(join(profile.path, 'User'), { recursive: true });
    await writeFile(
      join(profile.path, 'User', 'settings.json'),
      JSON.stringify({ ...quietSettings, ...host.settings }),
    );
    const args = [
      ...desktop.args,
      host.folder,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
      `--user-data-dir=${profile.path}`,
      `--extensions-dir=${join(profile.path, 'extensions')}`,
      `--extensionDevelopmentPath=${host.extension}`,
      `--extensionTestsPath=${host.tests}`,
      ...(host.web ? ['--extensionDevelopmentKind=web'] : []),
    ];
    const env = { ...process.env };
    // Set in a terminal of VS Code, where it would turn the desktop into a plain Node.
    delete env.ELECTRON_RUN_AS_NODE;
    const running = startProcess(desktop.command, args, { env, onLine: host.onLine });
    if (!follow) return (await running.ended).code ?? 1;
    follow.report({ kind: 'logsIn', folder: join(profile.path, 'logs') });
    const watchdog = new Watchdog(stuckMilliseconds, () => {
      follow.end(stuckReason('desktop VS Code'));
      void running.kill();
    });
    follow.onMove = watchdog.moved;
    const { code } = await running.ended;
    watchdog.stop();
    follow.end(`VS Code has ended with code ${code}.`, code ?? 1);
    return code ?? 1;
  } finally {
    await profile.remove();
  }
}
