import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** How long it takes merely to ask for all images, as it is printed. */
export interface BareRun {
  readonly milliseconds: number;
  readonly cpu: number;
}

const [folder = '', perHost = ''] = process.argv.slice(2);
const buffer = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Asks for every image once, on kept connections, and looks at nothing that comes: what no checker on this machine can be
 * faster than. Each connection takes the next image of its host when anything at all has come.
 */
function main(): void {
  const byHost = new Map<string, string[]>();
  for (const name of readdirSync(folder)) {
    for (const [, url = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/src="(http:[^"]+)"/g)) {
      const { host } = new URL(url);
      byHost.set(host, [...(byHost.get(host) ?? []), url]);
    }
  }
  let open = 0;
  for (const [host, urls] of byHost) {
    for (let index = 0; index < Number(perHost); index++) {
      open++;
      ask(host, urls, () => {
        if (--open > 0) return;
        const { user, system } = process.cpuUsage();
        const run: BareRun = { milliseconds: performance.now(), cpu: (user + system) / 1000 };
        process.stdout.write(JSON.stringify(run), () => process.exit());
      });
    }
  }
}

function ask(host: string, urls: string[], onEnd: () => void): void {
  const next = (): void => {
    const url = urls.pop();
    if (url === undefined) socket.destroy();
    else socket.write(`GET ${new URL(url).pathname} HTTP/1.1\r\nhost: ${host}\r\nrange: bytes=0-16383\r\n\r\n`);
  };
  const callback = (): boolean => {
    next();
    return true;
  };
  const socket = connect({ host: '127.0.0.1', port: Number(host.split(':')[1]), onread: { buffer, callback } });
  socket.on('error', () => undefined);
  // What the server has closed is begun anew.
  socket.once('close', () => (urls.length > 0 ? ask(host, urls, onEnd) : onEnd()));
  next();
}

main();
