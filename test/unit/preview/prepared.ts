import { load } from 'cheerio';
import { defaultReadingRules } from '../../../src/core/article/readingRules';
import type { PreparationOptions } from '../../../src/core/preview/preparationOptions';
import { prepareArticle } from '../../../src/core/preview/prepareArticle';
import type { PreparedArticle } from '../../../src/core/preview/preparedArticle';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';

export const options: PreparationOptions = {
  ...defaultCheckSettings,
  path: '2024/05/article.md',
  reading: { ...defaultReadingRules, timeZone: 'Asia/Shanghai' },
};

export function prepared(text: string, path = options.path): PreparedArticle {
  return prepareArticle(text, { ...options, path });
}

/** An element of prepared HTML and what the document has in its place. */
export interface Marked {
  readonly tag: string;
  readonly source: string;
}

/** All elements that know their place, with what stands there. */
export function marked(text: string, { html }: PreparedArticle): readonly Marked[] {
  const $ = load(html, {}, false);
  return $('[data-mg-start]')
    .toArray()
    .map((element) => ({
      tag: element.tagName,
      source: text.slice(Number(element.attribs['data-mg-start']), Number(element.attribs['data-mg-end'])),
    }));
}

/** The prepared HTML without its marks. */
export function plain({ html }: PreparedArticle): string {
  return html.replace(/ data-mg-(?:start|end)="\d+"/g, '').trim();
}
