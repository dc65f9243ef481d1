import { shortened } from '../../core/article/shortened';

/** Of a longer one no other tab would be in sight. */
const longest = 40;

/** What an article or a source is called, as the title of a tab. */
export function tabTitle(title: string): string {
  return shortened(title, longest);
}
