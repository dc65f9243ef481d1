import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findDesktop } from './hosts/findDesktop';
import { startServer } from './hosts/startServer';
import { projectRoot } from './projectRoot';
import { runProcess } from './runProcess';

/** Opens VS Code with the extension on the sample archive, or on the folder named. */
async function start(): Promise<void> {
  const folder = process.argv[2] ?? join(projectRoot, 'test', 'fixtures', 'sample');
  const dataFolder = join(projectRoot, '.vscode-test', 'start');
  await mkdir(dataFolder, { recursive: true });
  const desktop = await findDesktop({ visible: true });
  if (desktop) {
    console.log('Opening VS Code. Close its window, or press Ctrl+C here, to stop.');
    const profile = `--user-data-dir=${join(dataFolder, 'desktop')}`;
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...desktop.args, folder, profile, ...asRoot, `--extensionDevelopmentPath=${projectRoot}`];
    const { code, tail } = await runProcess(desktop.command, args);
    if (code !== 0) throw new Error(`VS Code ended with code ${code}:\n${tail}`);
    return;
  }
  const port = process.env.PORT === undefined ? {} : { port: Number(process.env.PORT) };
  const server = await startServer({ dataFolder, ...port });
  console.log(`
VS Code with Marginalia is ready. Open this address in a browser on this machine:

  ${server.address({ folder, extensionDevelopmentPath: projectRoot })}

Press Ctrl+C here to stop.`);
  throw new Error(await server.ended);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
