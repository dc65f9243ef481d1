import type { RenderMessage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { counted, filled, make } from '../page/make';
import { patchChildren } from './patch';

/** What there is to say of the text once it is read. */
export class ArticleFooter {
  readonly root = make('footer', { class: 'statistics' });

  show({ statistics, language }: RenderMessage, strings: PreviewStrings): void {
    const { words, characters, images, readingMinutes } = statistics;
    const next = document.createDocumentFragment();
    const parts = [
      // Of Chinese its characters are what counts, punctuation aside.
      ...(language?.startsWith('zh')
        ? [counted(strings.chineseLength, words)]
        : [counted(strings.words, words), counted(strings.characters, characters)]),
      ...(images > 0 ? [counted(strings.pictures, images)] : []),
      ...(readingMinutes > 0 ? [filled(strings.readingTime, readingMinutes)] : []),
    ];
    next.append(
      make(
        'p',
        {},
        parts.map((text) => make('span', { text })),
      ),
    );
    patchChildren(this.root, next, () => undefined);
  }
}
