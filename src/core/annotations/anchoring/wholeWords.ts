import type { ArticleText } from '../../article/articleText/articleText';
import type { TextRange } from '../../text/textRange';

/** Letters of scripts that part their words by spaces. */
const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]/u;

/** The range, in code points, with the rest of the words that it cuts. */
export function wholeWords(article: ArticleText, { start, end }: TextRange): TextRange {
  const isLetter = (at: number): boolean =>
    at >= 0 && at < article.length && letter.test(article.slice({ start: at, end: at + 1 }));
  let from = start;
  let to = end;
  while (isLetter(from) && isLetter(from - 1)) from--;
  while (isLetter(to - 1) && isLetter(to)) to++;
  return { start: from, end: to };
}
