import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { bin } from '../../../package.json';
import { projectRoot } from '../../support/projectRoot';
import { articleText, folderWith } from '../node/archiveFolder';

/** The command line as people run it: a process of its own. */
describe('the command line as a process', () => {
  const cli = join(projectRoot, bin.marginalia);
  const start = (...args: readonly string[]) =>
    spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = async (child: ChildProcess): Promise<number | null> => {
    const [code] = await once(child, 'close');
    return code;
  };
  let manyArticles: string;
  before(async () => {
    const files = Array.from({ length: 1200 }, (_, i) => [`${i}.md`, articleText(`Title ${i}`)]);
    manyArticles = await folderWith(Object.fromEntries(files));
  });

  it('writes all of a long list into a pipe, and ends', async () => {
    const child = start('list', manyArticles, '--format', 'json');
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
    assert.equal(error, '');
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).articles.length, 1200);
  });

  it('is the command that npm links', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = await folderWith({ 'one.md': articleText('The Ferry') });
    const commands = join(folder, 'node_modules', '.bin');
    await mkdir(commands, { recursive: true });
    await symlink(cli, join(commands, 'marginalia'));
    // As npm does with what a package names.
    await chmod(cli, 0o755);
    const child = spawn('marginalia', ['list', folder, '--format', 'json'], {
      env: { PATH: [commands, dirname(process.execPath), process.env.PATH].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
    assert.deepEqual([error, code], ['', 0]);
    assert.equal(JSON.parse(out).articles[0].title, 'The Ferry');
  });

  it('ends with 2 and one line when it cannot run', async () => {
    const child = start('list', join(await folderWith({}), 'gone'));
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
    assert.deepEqual([out, code], ['', 2]);
    assert.match(error, /^marginalia: .*no such folder\n$/);
  });

  it('ends quietly when nobody reads on', async () => {
    const child = start('list', manyArticles, '--format', 'json');
    const error = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    assert.equal(await ended(child), 0);
    assert.equal(await error, '');
  });

  it('ends with 2 and one line when what it writes does not fit on the disk', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    const full = openSync('/dev/full', 'w');
    try {
      for (const args of [['list', manyArticles], ['--help']]) {
        const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', full, 'pipe'] });
        const [error, code] = await Promise.all([child.stderr && text(child.stderr), ended(child)]);
        assert.match(error ?? '', /^marginalia: the output could not be written: .*ENOSPC.*\n$/, args.join(' '));
        assert.equal(code, 2);
      }
      const child = spawn(process.execPath, [cli, 'nothing'], {
        stdio: ['ignore', 'ignore', full],
      });
      assert.equal(await ended(child), 2, 'there is nowhere to say it');
    } finally {
      closeSync(full);
    }
  });

  it('stops on Ctrl+C', async function () {
    if (process.platform === 'win32') return this.skip();
    const script = join(
      await folderWith({
        'run.cjs': `import(${JSON.stringify(pathToFileURL(cli).href)}).then(() => process.send('here'));`,
      }),
      'run.cjs',
    );
    const child = spawn(process.execPath, [script, 'list', manyArticles], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const [out, error] = [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream)));
    await once(child, 'message');
    child.kill('SIGINT');
    assert.equal(await ended(child), 130);
    assert.equal(await out, '');
    assert.equal(await error, 'marginalia: stopped before it was done\n');
  });
});
