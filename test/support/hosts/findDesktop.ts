import { lookup } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { projectRoot } from '../projectRoot';
import { runProcess } from '../runProcess';

/** How to start a desktop VS Code: the command and what has to stand before its arguments. */
export interface Desktop {
  readonly command: string;
  readonly args: readonly string[];
}

const downloadSite = 'https://update.code.visualstudio.com/api/releases/stable';
const patienceMilliseconds = 3000;

/** A desktop VS Code of this machine or a downloaded one; undefined with no screen to show it, or none to be had. */
export async function findDesktop(options: { readonly visible: boolean }): Promise<Desktop | undefined> {
  if (process.env.MARGINALIA_VSCODE === 'server') return undefined;
  const screen = await findScreen(options.visible);
  if (!screen) return undefined;
  const executable =
    process.env.MARGINALIA_VSCODE ?? usualPlaces().find((path) => existsSync(path)) ?? (await download());
  if (executable === undefined) return undefined;
  const [command, ...args] = [...screen, executable];
  return command === undefined ? undefined : { command, args };
}

/** What to start a program with that opens windows. */
async function findScreen(visible: boolean): Promise<readonly string[] | undefined> {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  if (visible) return undefined;
  const { code } = await runProcess('sh', ['-c', 'command -v xvfb-run']);
  return code === 0 ? ['xvfb-run', '-a'] : undefined;
}

function usualPlaces(): readonly string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['', env.HOME ?? ''].map((home) => `${home}/Applications/Visual Studio Code.app/Contents/MacOS/Electron`);
  }
  if (platform === 'win32') {
    return [join(env.LOCALAPPDATA ?? '', 'Programs'), env.PROGRAMFILES ?? ''].map((root) =>
      join(root, 'Microsoft VS Code', 'Code.exe'),
    );
  }
  return ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'];
}

async function download(): Promise<string | undefined> {
  try {
    // A name that does not resolve fails at once, where a request may hang for long.
    await lookup(new URL(downloadSite).hostname);
    const answer = await fetch(downloadSite, { signal: AbortSignal.timeout(patienceMilliseconds) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`No desktop VS Code here, and none to download (${reason}): the VS Code server takes its place.`);
    return undefined;
  }
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: join(projectRoot, '.vscode-test') });
}
