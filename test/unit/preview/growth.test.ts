import { longArticle } from '../../support/longArticle';
import { CountedWork } from '../../support/work/countedWork';

describe('preparing an article', () => {
  const work = new CountedWork();

  for (const kind of ['HTML', 'Markdown'] as const) {
    it(`of ${kind} takes work in proportion to its length`, async () => {
      await work.growsWithLength('prepare', 25_000, (size) => [longArticle(kind, size)]);
    });
  }
});
