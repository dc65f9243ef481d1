import { hostOf } from '../article/articleSource';
import { collapse, fieldValue, nameText } from '../article/fieldValue';
import type { SourceName } from '../article/sourceNames';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { CheckedArticle } from './checkedArticle';
import { namePlace } from './namePlace';
import { valueEdit } from './rules/metadata/fieldEdits';
import { metadataOf } from './rules/metadata/metadataOf';

/** What a new name for its source means for one article. */
export type RenamedSource =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  /** It names its source by an address, which a name must not replace. */
  | { readonly kind: 'address' }
  /** Its front matter cannot be read, or not so that the name's place is certain. */
  | { readonly kind: 'unclear' }
  /** It is of another source, or written so already. */
  | { readonly kind: 'none' };

/** Writes another name where an article's source was read from; `resolve` tells which source a text means. */
export function renamedSource(
  article: CheckedArticle,
  from: string,
  to: string,
  resolve: (text: string) => SourceName,
): RenamedSource {
  const { source } = article.entry;
  if (source === undefined || resolve(source.text).key !== from || source.text === to) return { kind: 'none' };
  if (source.from !== 'field') return { kind: 'address' };
  const data = metadataOf(article);
  const field = data && article.settings.reading.sourceFields.find((each) => nameText(data, each) !== undefined);
  if (data === undefined || field === undefined) return { kind: 'unclear' };
  if (hostOf(nameText(data, field) ?? '') !== undefined) return { kind: 'address' };
  const place = namePlace(article, field, fieldValue(data, field));
  if (place === undefined) return { kind: 'unclear' };
  const edit = valueEdit(article, place, to);
  // Whatever the place was: what counts is how the article is read afterwards.
  const after = article.withText(applyEdits(article.text, [edit]));
  const isRead = after.frontMatter.fault === undefined && after.entry.source?.text === collapse(to);
  return isRead ? { kind: 'edit', edit } : { kind: 'unclear' };
}
