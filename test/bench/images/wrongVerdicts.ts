import { readFileSync } from 'node:fs';
import type { ImagesRun } from '../probes/imagesRun';
import type { ImagesCorpus } from './imagesCorpus';

/** What a check told of the images that is not so; each image stands alone on its line. */
export function wrongVerdicts({ files, expected }: ImagesCorpus, { told }: ImagesRun): readonly string[] {
  return files.flatMap((file, number) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const url = /src="(http:[^"]+)"/.exec(line)?.[1];
        if (url === undefined) return [];
        const rules = (told[`article-${number}.md:${index}`] ?? []).filter((rule) => rule !== 'image/insecure');
        const expectedRule = expected.get(url);
        const isRight = expectedRule === undefined ? rules.length === 0 : rules.join() === expectedRule;
        return isRight ? [] : [`${url}: ${rules.join(', ') || 'nothing'} instead of ${expectedRule ?? 'nothing'}`];
      }),
  );
}
