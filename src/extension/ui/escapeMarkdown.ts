/**
 * Strangers' words as Markdown that shows them and means nothing else, on one line. Not `appendText`, whose spaces do not
 * let a line wrap.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+\-.!<>|~&:@$]/g, '\\$&');
}
