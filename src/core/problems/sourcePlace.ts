import { fieldValue, nameText } from '../article/fieldValue';
import type { TextRange } from '../text/textRange';
import type { CheckedArticle } from './checkedArticle';
import { namePlace } from './namePlace';
import { metadataOf } from './rules/metadata/metadataOf';

/** Where the front matter names the article's source; undefined where it does not, or where that cannot be told. */
export function sourcePlace(article: CheckedArticle): TextRange | undefined {
  if (article.entry.source?.from !== 'field') return undefined;
  const data = metadataOf(article);
  const field = data && article.settings.reading.sourceFields.find((each) => nameText(data, each) !== undefined);
  if (data === undefined || field === undefined) return undefined;
  return namePlace(article, field, fieldValue(data, field))?.range;
}
