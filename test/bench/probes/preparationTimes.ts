import { defaultReadingRules } from '../../../src/core/article/readingRules';
import { prepareArticle } from '../../../src/core/preview/prepareArticle';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { longArticle } from '../../support/longArticle';

const options = {
  ...defaultCheckSettings,
  path: '2024/05/article.md',
  reading: { ...defaultReadingRules, timeZone: 'Asia/Shanghai' },
};

/** Milliseconds of processor time that preparing an article for the preview takes, by its size and kind. */
export function preparationTimes(): Readonly<Record<`${'html' | 'markdown'}${'Medium' | 'Large'}`, number>> {
  return {
    htmlMedium: least(8, longArticle('HTML', 50_000)),
    htmlLarge: least(3, longArticle('HTML', 2_000_000)),
    markdownMedium: least(8, longArticle('Markdown', 50_000)),
    markdownLarge: least(3, longArticle('Markdown', 2_000_000)),
  };
}

/** The least of a few goes: the first wait for the compiler. */
function least(goes: number, text: string): number {
  const times = Array.from({ length: goes }, () => {
    const before = process.cpuUsage();
    prepareArticle(text, options);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
