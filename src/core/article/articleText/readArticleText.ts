import { bodyKind } from '../body/bodyKind';
import { markdownTooCostly } from '../body/markdownCost';
import { findFrontMatter } from '../frontMatterBlock';
import type { ArticleText } from './articleText';
import { ArticleTextBuilder } from './articleTextBuilder';
import { HtmlTextReader } from './textOfHtml';
import { MarkdownTextReader } from './textOfMarkdown';

/**
 * The text of an article from its whole document, front matter included, which is no part of it. Takes time linear in the
 * document: it builds no tree of HTML, and what would hold a Markdown parser up is read as HTML.
 */
export function readArticleText(document: string): ArticleText {
  return readBodyText(document, findFrontMatter(document).bodyStart);
}

/** The same where it is known where the body starts. */
export function readBodyText(document: string, start: number): ArticleText {
  const builder = new ArticleTextBuilder();
  if (bodyKind(document, start) === 'markdown' && !markdownTooCostly(document, start)) {
    new MarkdownTextReader(document, start, builder).read();
  } else {
    new HtmlTextReader(builder).read(document, start, document.length);
  }
  return builder.build();
}
