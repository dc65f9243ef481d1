import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describePassage } from '../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../src/core/annotations/anchoring/preparedText';
import type { AnnotationContent } from '../../src/core/annotations/model/annotation';
import { newAnnotation } from '../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../src/core/annotations/store/annotationStore';
import { readArticleText } from '../../src/core/article/articleText/readArticleText';
import { NodeTextStore } from '../../src/node/nodeTextStore';

/** Annotates a quote in an article of a folder as a person would, or the whole article where the quote is empty. */
export async function annotateOnDisk(
  root: string,
  path: string,
  quote: string,
  content: AnnotationContent,
  creator = 'Lin',
  uuid = quote,
): Promise<string> {
  const prepared = new PreparedText(readArticleText(await readFile(join(root, path), 'utf8')));
  const unit = prepared.article.text.indexOf(quote);
  const { points } = prepared.article;
  const passage =
    quote === ''
      ? undefined
      : describePassage(prepared, { start: points.pointOf(unit), end: points.pointOf(unit + quote.length) });
  const made = newAnnotation(
    { uuid: `${creator}-${path}-${uuid}`, creator, now: '2026-02-01T00:00:00Z', article: path },
    passage === undefined ? { kind: 'article' } : { kind: 'passage', passage },
    content,
  );
  await new AnnotationStore(new NodeTextStore(root)).save(path, creator, [
    { after: made, text: [prepared.name, prepared.fingerprint] },
  ]);
  return made.id;
}
