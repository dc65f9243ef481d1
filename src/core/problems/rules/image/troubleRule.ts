import type { ImageReference } from '../../../article/body/imageReference';
import { type ImageTrouble, troubledImages } from '../../../images/imageTrouble';
import type { Fix } from '../../../text/fix';
import type { Message } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { type AnyRule, defineRule, type Rule } from '../../rule';

type Kind = ImageTrouble['kind'];
type TroubleOf<K extends Kind> = Extract<ImageTrouble, { readonly kind: K }>;

interface TroubleRule<K extends Kind> extends Pick<Rule, 'id' | 'level' | 'name' | 'summary' | 'documentation'> {
  readonly kinds: readonly K[];
  readonly message: (trouble: TroubleOf<K>, image: ImageReference) => Message;
  readonly fixes?: (trouble: TroubleOf<K>, image: ImageReference, article: CheckedArticle) => readonly Fix[];
}

/** A rule that tells of one kind of trouble with images. An image without an address is marked as a whole. */
export function troubleRule<K extends Kind>(rule: TroubleRule<K>): AnyRule {
  const { id, level, name, summary, documentation, kinds, message, fixes } = rule;
  const wanted: ReadonlySet<string> = new Set(kinds);
  const isWanted = (trouble: ImageTrouble): trouble is TroubleOf<K> => wanted.has(trouble.kind);
  return defineRule<TroubleOf<K>>({
    id,
    level,
    name,
    summary,
    documentation,
    *check(article) {
      for (const { image, trouble } of troubledImages(article)) {
        if (isWanted(trouble)) yield { range: placeOf(image), message: message(trouble, image), data: trouble };
      }
    },
    fixes({ range, data }, article) {
      if (fixes === undefined) return [];
      const found = troubledImages(article).find(({ image, trouble }) => {
        const { start, end } = placeOf(image);
        return isWanted(trouble) && start === range.start && end === range.end;
      });
      return found === undefined ? [] : fixes(data, found.image, article);
    },
  });
}

function placeOf({ range, element }: ImageReference): TextRange {
  return range.end > range.start ? range : element;
}
