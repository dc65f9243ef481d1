import { join } from 'node:path';
import { imageDomain } from '../../support/imageServer';
import { BenchServer } from '../images/benchServer';
import { type ImagesCorpus, imagesCorpus } from '../images/imagesCorpus';
import { OtherCheckers } from '../images/otherCheckers';
import { wrongVerdicts } from '../images/wrongVerdicts';
import type { ImagesRun } from '../probes/imagesRun';
import type { WarmRun } from '../probes/warmImages';
import type { Checkout } from '../products/checkout';
import { here } from '../products/here';
import type { Measured } from '../table/figure';
import { imagesFigures, limits } from './imagesFigures';
import type { Part, PartContext } from './part';

const hosts = 50;
const seconds = 20;
const megabyte = 1024 * 1024;
const usualSpacing = 50;

/** Remote images on a server of the bench, which answers after 20 ms, beside other link checkers. */
export const imagesPart: Part = {
  name: 'images',
  rounds: { quick: 1, full: 3 },
  figures: imagesFigures,
  references: (context) =>
    withCorpus(context, async (corpus, server) => {
      const args = [corpus.folder, String(limits.perHost)];
      const [bare] = await server.during(() =>
        here.probe<{ readonly milliseconds: number; readonly cpu: number }>('bareRequests', args),
      );
      const others = new OtherCheckers(context.scratch);
      const [linkinator] = await server.during(() => others.linkinator(corpus.folder, seconds));
      const figures = {
        bare: bare.milliseconds,
        bareProcessor: bare.cpu,
        linkinator: linkinator.time,
        linkinatorProcessor: linkinator.processor,
      };
      // It takes more than a minute: once is enough.
      if (context.round > 0) return figures;
      const [linkCheck] = await server.during(() => others.markdownLinkCheck(corpus.folder, seconds));
      return { ...figures, linkCheck: linkCheck.time };
    }),
  async measure(checkout, context) {
    const asked = await withCorpus(context, (corpus, server) => askedFigures(checkout, corpus, server));
    return { ...asked, ...(await warmFigures(checkout, context)) };
  },
};

async function withCorpus<T>(
  { scratch, isQuick }: PartContext,
  run: (corpus: ImagesCorpus, server: BenchServer) => Promise<T>,
): Promise<T> {
  const server = await BenchServer.start();
  try {
    return await run(imagesCorpus(join(scratch, 'articles'), server.port, isQuick ? 1000 : 5000, hosts), server);
  } finally {
    server.stop();
  }
}

async function askedFigures(checkout: Checkout, corpus: ImagesCorpus, server: BenchServer): Promise<Measured> {
  const check = (spacing: number): Promise<ImagesRun> => {
    const args = [corpus.folder, limits.inAll, limits.perHost, spacing, seconds].map(String);
    return checkout.probe<ImagesRun>('imagesRun', args);
  };
  const [run, report] = await server.during(() => check(0));
  const [polite] = await server.during(() => check(usualSpacing));
  return {
    images: corpus.expected.size,
    wrong: wrongVerdicts(corpus, run).length,
    inAll: report.mostAtOnce,
    perHost: report.mostPerHost,
    connections: report.mostConnections,
    requests: report.requests,
    heap: run.heap / megabyte,
    check: run.milliseconds,
    processor: run.cpu,
    polite: polite.milliseconds,
  };
}

async function warmFigures(checkout: Checkout, { scratch, articles }: PartContext): Promise<Measured> {
  const args = [join(scratch, `warm-${checkout.name}`), String(articles)];
  const { folder, cache, milliseconds, requests, broken, plain } = await checkout.probe<WarmRun>('warmImages', args);
  const command = await checkout.cli([
    ...['check', folder, '--remote', '--cache', cache],
    ...['--allow-host', `*.${imageDomain}`, '--format', 'json'],
  ]);
  return {
    known: articles,
    warm: milliseconds,
    warmPlain: plain,
    warmRequests: requests,
    warmMissed: articles / 100 - broken,
    warmCommand: command.time,
  };
}
