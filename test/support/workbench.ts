import { join } from 'node:path';
import { openContext } from './hosts/launchBrowser';
import { openAddress } from './hosts/openAddress';
import { inWebWorker, type Settings } from './hosts/quietSettings';
import { type CodeServer, startServer } from './hosts/startServer';
import { projectRoot } from './projectRoot';
import { copyOf, makeAlike } from './temporaryFolder';
import { type Theme, themes, Workbench } from './workbench/workbenchPage';

export { eventually } from './eventually';
export { eventuallyEqual } from './eventuallyEqual';
export type { QuickRow } from './workbench/quickInput';
export type { RowPath, TreeRow, TreeView } from './workbench/treeView';
export type { Workbench } from './workbench/workbenchPage';

export interface WorkbenchOptions {
  /** Copied first, and the copy is opened; the sample archive unless given. */
  readonly folder?: string;
  readonly settings?: Settings;
  /** One of these, or the name of a theme. */
  readonly theme?: Theme | (string & {});
  /** Ask whether the folder is trusted: it opens in restricted mode. */
  readonly trust?: boolean;
  /** A package (.vsix) to install and try, in place of the extension as built. */
  readonly installed?: string;
  /** Load the extension's `browser` entry in the web worker extension host. */
  readonly web?: boolean;
  /** Device pixels for one of the page: 2 makes sharp pictures. */
  readonly scale?: number;
  readonly size?: { readonly width: number; readonly height: number };
  /** The extension's own texts in Chinese; VS Code's stay in English. */
  readonly chinese?: boolean;
}

/** Servers by the package installed in them and their language; all tests of a process share them. */
const servers = new Map<string, Promise<CodeServer>>();

/** Opens the workbench on a copy of a folder, in a browser profile of its own, with the extension in it. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const server = await serverFor(options);
  const fixed: Settings = {
    ...(options.theme ? { 'workbench.colorTheme': themeName(options.theme) } : {}),
    ...(options.web ? inWebWorker : {}),
    ...(options.trust ? { 'security.workspace.trust.enabled': true } : {}),
  };
  await server.writeSettings({ ...fixed, ...options.settings });

  const original = options.folder ?? join(projectRoot, 'test', 'fixtures', 'sample');
  const copy = await copyOf(original);
  const context = await openContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    locale: options.chinese ? 'zh-CN' : 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const workbench = new Workbench(page, {
    folder: copy.path,
    restoreFiles: () => makeAlike(copy.path, original),
    changeSettings: (settings) => server.writeMachineSettings(settings),
    async close() {
      await context.close();
      await copy.remove();
    },
  });
  await openAddress(page, server, {
    folder: copy.path,
    ...(options.installed ? {} : { extensionDevelopmentPath: projectRoot }),
    ...(options.web ? { web: true } : {}),
  });
  await workbench.waitUntilReady();
  return workbench;
}

function themeName(theme: string): string {
  return theme in themes ? themes[theme as Theme].name : theme;
}

async function serverFor(options: WorkbenchOptions): Promise<CodeServer> {
  const { installed, chinese = false } = options;
  const key = JSON.stringify([installed, chinese]);
  const running = servers.get(key) ?? startServer({ ...(installed ? { install: [installed] } : {}), chinese });
  servers.set(key, running);
  try {
    const server = await running;
    // One that no page has used for minutes ends by itself.
    if (await server.staysUp()) return server;
  } catch (error) {
    servers.delete(key);
    throw error;
  }
  if (servers.get(key) === running) servers.delete(key);
  return serverFor(options);
}
