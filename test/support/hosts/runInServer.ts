import { launchBrowser } from './launchBrowser';
import type { Settings } from './quietSettings';
import { startServer } from './startServer';

/** A run of the tests of an extension inside an extension host. */
export interface HostRun {
  readonly extension: string;
  readonly tests: string;
  /** A folder, or a `.code-workspace` file that names some. */
  readonly folder: string;
  readonly settings: Settings;
  /** The web worker extension host instead of the Node one. */
  readonly web: boolean;
  readonly onLine: (line: string) => void;
  readonly timeoutMilliseconds: number;
}

/** Runs them in a VS Code server whose workbench a headless browser opens; resolves with the exit code. */
export async function runInServer(run: HostRun): Promise<number> {
  const server = await startServer();
  try {
    await server.writeSettings(run.settings);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      let timer: NodeJS.Timeout | undefined;
      const exit = new Promise<number>((resolve, reject) => {
        timer = setTimeout(
          () =>
            reject(
              new Error(
                `The tests in the extension host did not end in ${run.timeoutMilliseconds / 1000} s.\n${server.log()}`,
              ),
            ),
          run.timeoutMilliseconds,
        );
        void server.ended.then((reason) => reject(new Error(reason)));
        page.on('crash', () => reject(new Error('The page of the workbench crashed.')));
        // The workbench looks for these two by name and hands them what the extension host says.
        void page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      });
      // Whoever awaits it comes later, and a start that fails must not end the process meanwhile.
      exit.catch(() => undefined);
      await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        for (const line of args.map(String).join(' ').split('\n')) run.onLine(line);
      });
      await page.goto(
        server.address({
          folder: run.folder,
          extensionDevelopmentPath: run.extension,
          extensionTestsPath: run.tests,
          web: run.web,
        }),
      );
      return await exit.finally(() => clearTimeout(timer));
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
