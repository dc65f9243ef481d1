import { ImageServer } from '../../support/imageServer';

/** What the server of the bench is asked over its channel, and what it answers with. */
export interface ServerReport {
  readonly port: number;
  readonly requests: number;
  readonly mostAtOnce: number;
  /** Of the host that was asked by most at once, and of the one with most connections. */
  readonly mostPerHost: number;
  readonly mostConnections: number;
  readonly bytesSent: number;
  /** Milliseconds of work since the server was new. */
  readonly cpu: number;
}

/** The server in a process of its own, so that it does not share a thread with what is measured. Each `new` is a fresh one. */
async function main(): Promise<void> {
  let server = await ImageServer.start(20);
  let used = process.cpuUsage();
  const report = (): ServerReport => {
    const hosts = Object.values(server.hosts);
    const { user, system } = process.cpuUsage(used);
    return {
      cpu: (user + system) / 1000,
      port: server.port,
      requests: server.requests,
      mostAtOnce: server.mostAtOnce,
      mostPerHost: Math.max(0, ...hosts.map(({ mostAtOnce }) => mostAtOnce)),
      mostConnections: Math.max(0, ...hosts.map(({ mostConnections }) => mostConnections)),
      bytesSent: hosts.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
    };
  };
  process.on('message', async (message) => {
    if (message === 'new') {
      const { port } = server;
      await server.close();
      server = await ImageServer.start(20, port);
      used = process.cpuUsage();
    }
    process.send?.(report());
  });
  process.send?.(report());
}

process.once('disconnect', () => process.exit());
void main();
