import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder';
import { eventuallyEqual, openWorkbench, type Workbench } from '../support/workbench';
import { outline, showArticles } from './openArticles';

describe('a workspace of several folders', () => {
  let folder: TemporaryFolder;
  let workbench: Workbench;
  before(async () => {
    // The page may have to be loaded twice.
    folder = await temporaryFolder('workspace');
    await cp(join(projectRoot, 'test', 'fixtures', 'sample'), join(folder.path, 'sample'), { recursive: true });
    await mkdir(join(folder.path, 'second'));
    const text = '---\ntitle: Only one\nsource: The Post\ndate: 2024-05-01\n---\n\nText.\n';
    await writeFile(join(folder.path, 'second', 'one.md'), text);
    await mkdir(join(folder.path, 'no archive'));
    await writeFile(join(folder.path, 'no archive', 'readme.md'), '# Nothing\n');
    // Named as a whole: the workspace is opened as a copy that lies elsewhere.
    const folders = ['second', 'no archive', 'sample'].map((name) => ({ path: join(folder.path, name) }));
    const workspace = join(folder.path, 'all.code-workspace');
    await writeFile(workspace, JSON.stringify({ folders }));
    workbench = await openWorkbench({ folder: workspace });
  });
  after(async () => {
    await workbench?.close();
    await folder?.remove();
  });

  it('shows each archive with what is in it, in the order of the workspace', async () => {
    const articles = await showArticles(workbench);
    await articles.waitForRows('both archives with all articles', (rows) => {
      const archives = rows
        .filter(({ level }) => level === 1)
        .map(({ label, description }) => `${label} ${description}`);
      return archives.join() === 'second 1,sample 42' && rows.some(({ label }) => label === 'Unknown source');
    });
    const first = async (): Promise<readonly string[]> => (await outline(articles)).slice(0, 4);
    await eventuallyEqual('the first rows', first, [
      'second | 1',
      '  The Post | 1 · 2024-05',
      'sample | 42',
      '  北湾晚报 | 7',
    ]);
    await articles.expand(['second', 'The Post']);
    await workbench.openRow(articles, ['second', 'The Post', 'Only one'], 'one.md');
  });
});
