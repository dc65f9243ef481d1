import type { ArticleEntry } from '../../../core/article/articleEntry';
import { readBody } from '../../../core/article/body/readBody';
import { articleOf } from '../../../core/article/readArticle';
import { remoteImages } from '../../../core/images/remote/remoteAddresses';
import { ArticleChecks, lookUpFiles } from '../../../core/problems/articleChecks';
import type { CheckedArticle } from '../../../core/problems/checkedArticle';
import type { Archive } from '../archives/archive';
import type { ArchiveChecks } from './archiveChecks';
import type { CheckedDocument } from './checkedDocument';
import { checkLongText, longText } from './checkLongText';
import { currentCheckSettings } from './currentCheckSettings';

/** Building the tree of more HTML than this takes longer than anybody would wait for while typing. */
const longestExact = 64 * 1024;

/**
 * Checks the text of an article, exactly as a reader's browser would read it; a very long one as archives are read, so
 * that typing in it stays swift.
 */
export async function checkText(
  text: string,
  { archive, path }: { readonly archive: Archive; readonly path: string },
  checks: ArchiveChecks | undefined,
): Promise<Pick<CheckedDocument, 'article' | 'problems'> & { readonly localPaths: readonly string[] }> {
  const settings = currentCheckSettings(archive.checkSettings);
  const rules = new ArticleChecks(settings);
  const long = text.length > longText ? await checkLongText(text, { archive, path }, settings, checks) : undefined;
  if (long !== undefined) {
    const { checked, knowledge } = long;
    const article = rules.article(path, text, knowledge, (whole, start) =>
      // What a fix has changed is read here.
      whole === text ? checked.body : readBody(whole, start, 'fast', archive.trees),
    );
    return { article, problems: checked.problems, localPaths: checked.localPaths };
  }
  const mode = text.length > longestExact ? 'fast' : 'exact';
  const article = rules.article(path, text, {}, (whole, start) => readBody(whole, start, mode, archive.trees));
  if (checks !== undefined) {
    await checks.verdicts.read();
    const images = checks.verdicts.isEmpty ? [] : remoteImages(article);
    article.learn({ ...checks.knowledge.of(wholeEntry(article)), ...checks.verdicts.knowledgeOf(images) });
  }
  const [localPaths = []] = await lookUpFiles([article], archive.localFiles);
  return { article, problems: rules.problems(article), localPaths };
}

/** What an index would hold of an article once its body is read. */
function wholeEntry(article: CheckedArticle): ArticleEntry {
  const { text, path, block, frontMatter, settings } = article;
  const stamp = { path, size: 0, mtime: 0 };
  return articleOf(text, stamp, 'whole', settings.reading, block, frontMatter, () => article.body);
}
