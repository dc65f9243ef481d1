import { siblingAddresses } from '../../../images/remote/remoteKnowledge';
import { type JudgedImage, judgedImages } from '../../../images/remote/remoteTroubles';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { removal, replacement, shown } from './addressFixes';

/** Addresses that were seen to work, in the place of one that does not; or no image at all. */
export function remoteFixes(trouble: JudgedImage, article: CheckedArticle): readonly Fix[] {
  const fixes = [...new Set(workingAddresses(trouble, article))].flatMap((url): readonly Fix[] => {
    const edit = replacement(article, trouble.image, url);
    return edit === undefined ? [] : [{ title: say('Use {0}, which works', shown(url)), edits: [edit], isGuess: true }];
  });
  return [...fixes, ...[removal(article, trouble.image)].filter((fix) => fix !== undefined)];
}

/** The best first: the same address over `https:`, the one it wraps, others of the same element, others of the article. */
function workingAddresses({ image, url }: JudgedImage, article: CheckedArticle): readonly string[] {
  const verdicts = article.knowledge.remoteImages ?? {};
  const siblings = siblingAddresses(url).filter((sibling) => verdicts[sibling]?.kind === 'ok');
  const working = judgedImages(article).filter((other) => other.verdict.kind === 'ok' && other.url !== url);
  const ofElement = working.filter((other) => other.image.element.start === image.element.start);
  const name = fileName(url);
  const sameFile = working.filter((other) => name !== '' && fileName(other.url) === name);
  // A head image stands for the article, so the first that it shows may stand for it too.
  const firstShown = image.via === 'frontMatter' ? working.filter((other) => other.image.via !== 'frontMatter') : [];
  return [
    ...siblings,
    ...ofElement.map((other) => other.url),
    ...sameFile.map((other) => other.url),
    ...firstShown.slice(0, 1).map((other) => other.url),
  ].slice(0, 5);
}

function fileName(url: string): string {
  const { pathname } = new URL(url);
  return pathname.slice(pathname.lastIndexOf('/') + 1).toLowerCase();
}
