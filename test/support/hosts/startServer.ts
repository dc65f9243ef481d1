import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownWitnesses, type WatchedServer, type Witnesses } from '../evidence/witnesses';
import { Watchdog } from '../runner/patience';
import { runProcess, startProcess } from '../runProcess';
import { temporaryFolder } from '../temporaryFolder';
import { writeChinesePack } from './chinesePack';
import { freePort } from './freePort';
import { installServer } from './installServer';
import { quietSettings, type Settings } from './quietSettings';

export interface ServerOptions {
  /** Where it keeps its data; a temporary folder unless given. */
  readonly dataFolder?: string;
  /** Packages (.vsix) to install first. */
  readonly install?: readonly string[];
  readonly port?: number;
  /** Texts in Chinese, where the extension has them. */
  readonly chinese?: boolean;
  /** Those whose failures its words explain; the tests of this process unless given. */
  readonly witnesses?: Witnesses;
}

/** What the workbench is opened with; paths are those of this machine. */
export interface WorkbenchAddress {
  /** A folder, or a `.code-workspace` file that names some. */
  readonly folder?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  /** Load the `browser` entry in the web worker extension host. */
  readonly web?: boolean;
}

/** A VS Code server of our own on the loopback interface. */
export interface CodeServer {
  address(options: WorkbenchAddress): string;
  /** Replaces the user settings for workbenches opened from now on. What is not named is as quiet as can be. */
  writeSettings(settings: Settings): Promise<void>;
  /** Sets machine settings, which go over those of the user and reach open workbenches too. */
  writeMachineSettings(settings: Settings): Promise<void>;
  /** Resolves with why it ended. */
  readonly ended: Promise<string>;
  /** Whether it runs and will go on for some minutes, also where nobody has used it for long. */
  staysUp(): Promise<boolean>;
  stop(): Promise<void>;
}

/** A server that prints nothing for as long while it starts does not start. */
const silenceMilliseconds = 120_000;

export async function startServer(options: ServerOptions = {}): Promise<CodeServer> {
  const { main, node } = await installServer();
  const witnesses = options.witnesses ?? ownWitnesses;
  const data = options.dataFolder
    ? { path: options.dataFolder, remove: async () => undefined }
    : await temporaryFolder('server');
  if (options.chinese) await writeChinesePack(data.path);
  const folders = ['--server-data-dir', data.path, '--extensions-dir', join(data.path, 'extensions')];
  const accept = ['--accept-server-license-terms', '--telemetry-level', 'off'];
  for (const file of options.install ?? []) {
    const { code, tail } = await runProcess(node, [main, ...folders, ...accept, '--install-extension', file]);
    if (code !== 0) throw new Error(`VS Code does not install ${file}:\n${tail}`);
  }

  const port = options.port ?? (await freePort());
  const listening = signal<void>();
  const lines: string[] = [];
  const silence = new Watchdog(silenceMilliseconds, () =>
    listening.reject(new Error(`The VS Code server does not start. It printed:\n${lines.join('\n')}`)),
  );
  const server = startProcess(
    node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...folders,
      ...accept,
      ...(options.chinese ? ['--locale', 'zh-cn'] : []),
      '--enable-smoke-test-driver',
      // Should everything else fail, it ends by itself some minutes after the last page has closed.
      ...(options.dataFolder ? [] : ['--enable-remote-auto-shutdown']),
    ],
    {
      killAtOnce: true,
      onLine(line) {
        lines.push(line);
        if (lines.length > 200) lines.shift();
        witnesses.said('server', line);
        silence.moved();
        if (/Extension host agent listening/.test(line)) listening.resolve();
      },
    },
  );
  const ended = server.ended.then(({ code, tail }) => `The VS Code server has ended (code ${code}):\n${tail}`);
  void ended.then((reason) => listening.reject(new Error(reason)));
  const witness: WatchedServer = { log: () => lines.join('\n'), logFolder: join(data.path, 'data', 'logs') };
  const stop = async () => {
    await server.kill();
    await data.remove();
  };
  try {
    await listening.promise;
  } catch (error) {
    await stop();
    throw error;
  } finally {
    silence.stop();
  }
  witnesses.servers.add(witness);
  witnesses.report({ kind: 'logsIn', folder: witness.logFolder });
  void ended.then(() => witnesses.servers.delete(witness));

  // What a person has set in a kept folder stays.
  if (!existsSync(join(data.path, 'data', 'User', 'settings.json')))
    await writeSettings(data.path, 'User', quietSettings);
  const authority = `127.0.0.1:${port}`;
  const remote = (path: string) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  return {
    ended,
    stop,
    async staysUp() {
      try {
        return (await fetch(`http://${authority}/delay-shutdown`)).ok;
      } catch {
        return false;
      }
    },
    async writeSettings(settings) {
      await writeSettings(data.path, 'User', { ...quietSettings, ...settings });
      await writeSettings(data.path, 'Machine', {});
    },
    writeMachineSettings: (settings) => writeSettings(data.path, 'Machine', settings),
    address({ folder, extensionDevelopmentPath, extensionTestsPath, web }) {
      const payload: [string, string][] = [];
      if (extensionDevelopmentPath) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
      if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
      if (web) payload.push(['extensionDevelopmentKind', 'web']);
      const url = new URL(`http://${authority}/`);
      const kind = folder?.endsWith('.code-workspace') ? 'workspace' : 'folder';
      if (folder) url.searchParams.set(kind, posix.normalize(decodeURIComponent(pathToFileURL(folder).pathname)));
      if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
  };
}

async function writeSettings(dataFolder: string, whose: 'User' | 'Machine', settings: Settings): Promise<void> {
  const folder = join(dataFolder, 'data', whose);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

interface Signal<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

function signal<T>(): Signal<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
