import { readFileSync } from 'node:fs';
import type { HttpClient } from '../../../src/core/host/http';
import { defaultRemoteSettings, RemoteImageChecker } from '../../../src/core/images/remote/remoteImageChecker';
import { VerdictCache } from '../../../src/core/images/remote/verdictCache';
import { KeptTextFile } from '../../../src/node/keptTextFile';
import { systemClock } from '../../../src/node/systemClock';
import { imageDomain } from '../../support/imageServer';
import { warmCorpus } from '../images/imagesCorpus';

/** A second look at so many images in an archive that has not changed, as figures and where that archive and its cache are. */
export interface WarmRun {
  readonly folder: string;
  readonly cache: string;
  readonly milliseconds: number;
  readonly broken: number;
  readonly requests: number;
  /** What merely reading the cache takes, line by line. */
  readonly plain: number;
}

async function main([scratch = '', count = '']: readonly string[]): Promise<void> {
  const { folder, cache, images } = warmCorpus(scratch, Number(count));
  const plain = plainReading(cache);
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
  const run: WarmRun = { folder, cache, milliseconds, broken, requests, plain };
  process.stdout.write(JSON.stringify(run));
}

function plainReading(cache: string): number {
  const from = performance.now();
  for (const line of readFileSync(cache, 'utf8').split('\n')) if (line !== '') JSON.parse(line);
  return performance.now() - from;
}

void main(process.argv.slice(2));
