import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { HttpClient } from '../../../src/core/host/http';
import { defaultRemoteSettings, RemoteImageChecker } from '../../../src/core/images/remote/remoteImageChecker';
import { VerdictCache } from '../../../src/core/images/remote/verdictCache';
import { KeptTextFile } from '../../../src/node/keptTextFile';
import { systemClock } from '../../../src/node/systemClock';
import { imageDomain } from '../../support/imageServer';
import { projectRoot } from '../../support/projectRoot';
import { warmCorpus } from './imagesCorpus';

export interface WarmRun {
  readonly milliseconds: number;
  readonly broken: number;
  readonly requests: number;
  /** Of the whole command, which reads and checks the articles too. */
  readonly command: number;
}

/** How long a second look takes at 100,000 images in an archive that has not changed. */
export async function measureWarm(scratch: string): Promise<WarmRun> {
  const { folder, cache, images } = warmCorpus(join(scratch, 'warm'), 100_000);
  let requests = 0;
  const http: HttpClient = {
    request: () => {
      requests++;
      throw new Error('Nothing may be asked.');
    },
  };
  const from = performance.now();
  const known = await VerdictCache.open(new KeptTextFile(cache));
  const settings = { ...defaultRemoteSettings, allowPrivateHosts: [`*.${imageDomain}`] };
  const checker = new RemoteImageChecker(http, systemClock, known, settings);
  const { broken } = await checker.check([images], { signal: new AbortController().signal });
  await known.save(Date.now());
  const milliseconds = performance.now() - from;

  const cli = join(projectRoot, 'dist', 'cli.js');
  const args = ['check', folder, '--remote', '--cache', cache, '--allow-host', `*.${imageDomain}`, '--format', 'json'];
  const commandFrom = performance.now();
  spawnSync(process.execPath, [cli, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return { milliseconds, broken, requests, command: performance.now() - commandFrom };
}
