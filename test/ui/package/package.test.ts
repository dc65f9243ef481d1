import assert from 'node:assert/strict';
import { cp, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { loadedTogether } from '../../support/loadedTogether';
import { npmCommand } from '../../support/npmCommand';
import { projectRoot } from '../../support/projectRoot';
import { type TemporaryFolder, temporaryFolder } from '../../support/temporaryFolder';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { zipEntries } from '../../support/zipEntries';

const mostBytes = 1_500_000;
/** What a package is made from. */
const parts = [
  ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md', 'LICENSE', 'CHANGELOG.md'],
  ...['.vscodeignore', 'esbuild.mjs', 'tsconfig.json', 'src', 'media', 'syntaxes', 'test/fixtures/sample'],
];
/** Of all that an extension host reads when the extension activates. */
const mostBytesAtFirst = 400_000;
const mostFiles = 30;

describe('the package', () => {
  let folder: TemporaryFolder;
  let file: string;
  let workbench: Workbench | undefined;

  before(async () => {
    // Made from a copy: what is built in the project is in use by other tests meanwhile.
    folder = await temporaryFolder('package');
    for (const part of parts) await cp(join(projectRoot, part), join(folder.path, part), { recursive: true });
    await symlink(join(projectRoot, 'node_modules'), join(folder.path, 'node_modules'), 'junction');
    file = join(folder.path, 'marginalia.vsix');
    const { code, tail } = await npmCommand(folder.path, ['run', 'package', '--', '--out', file]);
    assert.equal(code, 0, tail);
  });
  after(async () => {
    await workbench?.close();
    await folder?.remove();
  });

  it('holds what runs and what is read', async () => {
    const files = await listFiles();
    for (const wanted of [
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'dist/extension.mjs',
      'dist/extension.web.js',
      'dist/parseWorker.mjs',
      'dist/cli.mjs',
      'media/icon.png',
      'media/container.svg',
      'readme.md',
      'LICENSE.txt',
      'changelog.md',
    ]) {
      assert.ok(files.includes(wanted), `${wanted} is missing in:\n${files.join('\n')}`);
    }
    assert.ok(
      files.some((path) => path.startsWith('syntaxes/')),
      'no grammar',
    );
  });

  it('holds nothing else', async () => {
    const strays = (await listFiles()).filter((path) =>
      /^(src|test|node_modules|dist\/(core|test))\/|\.map$|\.tsx?$|^\./.test(path),
    );
    assert.deepEqual(strays, []);
  });

  it('is small', async () => {
    const { size } = await stat(file);
    assert.ok(size < mostBytes, `${size} bytes`);
  });

  it('opens a window with little of it', async () => {
    const built = join(folder.path, 'dist');
    const files = loadedTogether(built, 'extension.mjs');
    const sizes = await Promise.all(files.map(async (path) => (await stat(join(built, path))).size));
    assert.ok(files.length < mostFiles, files.join(' '));
    const size = sizes.reduce((sum, one) => sum + one, 0);
    assert.ok(size > 100_000 && size < mostBytesAtFirst, `${size} bytes`);
  });

  it('installs into a VS Code and shows its articles there', async () => {
    workbench = await openWorkbench({ installed: file });
    await workbench.openContainer('Marginalia');
    await workbench.view('Articles').waitForRows('groups of articles');
    await workbench.screenshot('installed package');
  });

  async function listFiles(): Promise<readonly string[]> {
    const inExtension = (await zipEntries(file)).filter((path) => path.startsWith('extension/'));
    return inExtension.map((path) => path.slice('extension/'.length));
  }
});
