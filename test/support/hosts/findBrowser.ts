import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runProcess } from '../runProcess';

/** A Chromium, Chrome or Edge of this machine; on Debian as root it is installed when there is none. */
export async function findBrowser(): Promise<string> {
  const there = browserOnThisMachine();
  if (there) {
    if (await isDebianAsRoot()) await installPackages(await missingPackages(['fonts-noto-cjk']));
    return there;
  }
  if (await isDebianAsRoot()) {
    await installPackages(await missingPackages(['chromium', 'fonts-noto-cjk']));
    const installed = browserOnThisMachine();
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium, Chrome or Edge found, which the host and UI tests need: install one (on Debian: apt-get install chromium fonts-noto-cjk), or name one in CHROME_PATH.',
  );
}

function browserOnThisMachine(): string | undefined {
  const { env } = process;
  const named = [env.CHROME_PATH, env.CHROME_BIN].filter((path) => path !== undefined);
  return [...named, ...usualPlaces(), ...onPath()].find((path) => path !== '' && existsSync(path));
}

function usualPlaces(): readonly string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome for Testing'];
    return ['', env.HOME ?? ''].flatMap((home) =>
      names.map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  return [];
}

function onPath(): readonly string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return process.platform === 'win32' ? [] : folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

async function isDebianAsRoot(): Promise<boolean> {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    existsSync('/usr/bin/apt-get') &&
    (await isDebianProper())
  );
}

/** Ubuntu's package of the name chromium is a stub that asks for snap. */
async function isDebianProper(): Promise<boolean> {
  return /^ID=debian$/m.test(await readFile('/etc/os-release', 'utf8'));
}

async function missingPackages(names: readonly string[]): Promise<readonly string[]> {
  const installed = async (name: string) => (await runProcess('dpkg', ['-s', name])).code === 0;
  const there = await Promise.all(names.map(installed));
  return names.filter((_, index) => !there[index]);
}

async function installPackages(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  console.log(`Installing ${names.join(' and ')} with apt-get ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProcess('apt-get', ['update'], { env });
  const { code, tail } = await runProcess('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
  if (code !== 0)
    throw new Error(
      `apt-get could not install ${names.join(' and ')}: install them by hand, then run the tests again.\n${tail}`,
    );
}
