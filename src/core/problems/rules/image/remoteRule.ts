import type { UrlVerdict, VerdictKind } from '../../../images/remote/imageVerdict';
import { type JudgedImage, remoteTroubles } from '../../../images/remote/remoteTroubles';
import { verdictMessage } from '../../../images/remote/verdictMessage';
import type { Fix } from '../../../text/fix';
import type { CheckedArticle } from '../../checkedArticle';
import { type AnyRule, defineRule, type Rule } from '../../rule';
import { remoteFixes } from './remoteFixes';

interface RemoteRule extends Pick<Rule, 'id' | 'level' | 'name' | 'summary' | 'documentation'> {
  readonly kind: VerdictKind;
  readonly fixes?: (trouble: JudgedImage, article: CheckedArticle) => readonly Fix[];
}

/** A rule that tells of one kind of verdict. It is silent on images that nobody has looked at. */
export function remoteRule({ kind, fixes = remoteFixes, ...rule }: RemoteRule): AnyRule {
  return defineRule<UrlVerdict>({
    ...rule,
    *check(article) {
      for (const { image, url, verdict } of remoteTroubles(article)) {
        if (verdict.kind === kind)
          yield { range: image.range, message: verdictMessage(verdict), data: { url, verdict } };
      }
    },
    fixes({ range }, article) {
      const trouble = remoteTroubles(article).find(({ image }) => image.range.start === range.start);
      return trouble === undefined ? [] : fixes(trouble, article);
    },
  });
}
