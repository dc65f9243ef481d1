import assert from 'node:assert/strict';
import type { ImageVerdict } from '../../../../src/core/images/remote/imageVerdict';
import { defaultPlaceholders, sha256 } from '../../../../src/core/images/remote/placeholders';
import { defaultRemoteSettings, RemoteImageChecker } from '../../../../src/core/images/remote/remoteImageChecker';
import { defaultRequestPolicy } from '../../../../src/core/images/remote/requestPolicy';
import { VerdictCache } from '../../../../src/core/images/remote/verdictCache';
import { NodeHttpClient } from '../../../../src/node/remoteImages/nodeHttpClient';
import { systemClock } from '../../../../src/node/systemClock';
import { type ImageCase, imageAnswers, notFoundPicture } from '../../../support/imageAnswers';
import { ImageServer, imageDomain, resolveToLoopback } from '../../../support/imageServer';

const allowPrivateHosts = [`*.${imageDomain}`];
const requestPolicy = { ...defaultRequestPolicy, spacing: 0, retryWait: 5, tooManyWait: 5 };

describe('a look at a remote image', () => {
  let server: ImageServer;
  let http: NodeHttpClient;
  before(async () => {
    server = await ImageServer.start();
    http = new NodeHttpClient({ allowPrivateHosts, timeout: 150, resolve: resolveToLoopback });
  });
  after(async () => {
    http.dispose();
    await server.close();
  });

  const verdictOn = async (url: string, site?: string): Promise<ImageVerdict> => {
    const hashes = [await sha256(notFoundPicture)];
    const checker = new RemoteImageChecker(http, systemClock, await VerdictCache.open(), {
      ...defaultRemoteSettings,
      requestPolicy,
      allowPrivateHosts,
      placeholders: { ...defaultPlaceholders, hashes },
    });
    const image = site === undefined ? { url } : { url, site };
    const { verdicts } = await checker.check([[image]], { signal: new AbortController().signal });
    const verdict = verdicts.get(url);
    assert.ok(verdict !== undefined, 'there is no verdict');
    return verdict;
  };

  for (const name of Object.keys(imageAnswers) as ImageCase[]) {
    it(`comes to the right verdict on ${name}`, async () => {
      const { kind, cause } = imageAnswers[name];
      const verdict = await verdictOn(server.url(`${name}/a.png`, name.toLowerCase()), 'https://news.test/');
      assert.deepEqual([verdict.kind, verdict.cause], [kind, cause], JSON.stringify(verdict));
    });
  }
});
