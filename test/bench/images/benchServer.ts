import { fork } from 'node:child_process';
import { onVeryEnd } from '../../support/onExit';
import type { ServerReport } from '../probes/imagesServerProcess';
import { here } from '../products/here';

/** The server of images in a process of its own. */
export class BenchServer {
  readonly #ask: (what: 'new' | 'report') => Promise<ServerReport>;
  readonly #stop: () => void;
  readonly port: number;

  private constructor(port: number, ask: (what: 'new' | 'report') => Promise<ServerReport>, stop: () => void) {
    this.port = port;
    this.#ask = ask;
    this.#stop = stop;
  }

  static start(): Promise<BenchServer> {
    return here.withProbe('imagesServerProcess', async (script) => {
      const server = fork(script);
      const forget = onVeryEnd(() => server.kill());
      const answer = (): Promise<ServerReport> =>
        new Promise((resolve, reject) => {
          server.once('message', (message) => resolve(message as ServerReport));
          server.once('exit', (code) => reject(new Error(`the server of the images ended with ${code}`)));
        });
      const { port } = await answer();
      const ask = (what: 'new' | 'report'): Promise<ServerReport> => {
        server.removeAllListeners('exit');
        server.send(what);
        return answer();
      };
      return new BenchServer(port, ask, () => {
        forget();
        server.removeAllListeners('exit');
        server.kill();
      });
    });
  }

  /** What is measured, and what the server has seen of it, as one that nobody has asked before. */
  async during<T>(run: () => Promise<T>): Promise<readonly [T, ServerReport]> {
    await this.#ask('new');
    return [await run(), await this.#ask('report')];
  }

  stop(): void {
    this.#stop();
  }
}
