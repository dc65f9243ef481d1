import type { PreparationOptions } from './preparationOptions';
import type { PreparedArticle } from './preparedArticle';

/** Makes an article ready for the preview. Places are UTF-16 code units of the document. */
export function prepareArticle(_text: string, _options: PreparationOptions): PreparedArticle {
  throw new Error('Not made yet.');
}
