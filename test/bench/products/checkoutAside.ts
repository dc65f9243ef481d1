import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { npmCommand } from '../../support/npmCommand';
import { projectRoot } from '../../support/projectRoot';
import { runProcess } from '../../support/runProcess';
import { type TemporaryFolder, temporaryFolder } from '../../support/temporaryFolder';
import { Checkout } from './checkout';

/** What another commit holds, in a folder of its own, with the packages it needs; not built yet. */
export async function checkoutAside(ref: string): Promise<Checkout & { readonly folder: TemporaryFolder }> {
  const commit = await output(['rev-parse', '--short', '--verify', `${ref}^{commit}`]);
  const folder = await temporaryFolder('against');
  const root = join(folder.path, 'checkout');
  const tar = join(folder.path, 'commit.tar');
  await mkdir(root);
  await output(['archive', '--format=tar', `--output=${tar}`, commit]);
  await succeeding('tar', ['-xf', tar, '-C', root], projectRoot);
  await providePackages(root);
  // The real articles that stand beside a checkout.
  const articles = join(projectRoot, '..', 'shared');
  if (existsSync(articles)) symlinkSync(articles, join(folder.path, 'shared'), 'junction');
  return Object.assign(new Checkout(commit, root), { folder });
}

/** Those of this checkout where it has all that the other commit asks for in the very versions, else its own. */
async function providePackages(root: string): Promise<void> {
  const own = packagesOf(projectRoot);
  const isShared = [...packagesOf(root)].every(([path, version]) => own.get(path) === version);
  if (isShared) {
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
    return;
  }
  const { code, tail } = await npmCommand(root, ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`The packages of the other commit cannot be installed:\n${tail}`);
}

function packagesOf(root: string): ReadonlyMap<string, string | undefined> {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { packages }: { packages: Readonly<Record<string, { readonly version?: string }>> } = JSON.parse(lock);
  return new Map(Object.entries(packages).flatMap(([path, { version }]) => (path === '' ? [] : [[path, version]])));
}

async function output(args: readonly string[]): Promise<string> {
  return (await succeeding('git', args, projectRoot)).trim();
}

async function succeeding(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, tail } = await runProcess(command, args, { cwd });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${tail}`);
  return tail;
}
