const mostBrackets = 20_000;

/** Whether a parser would take too long over the brackets of one block: it looks from each to the end of the block. */
export function markdownHeavy(text: string, start: number): boolean {
  let brackets = 0;
  let isBlank = true;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      if (isBlank) brackets = 0;
      isBlank = true;
    } else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) {
      isBlank = false;
      if (code === 0x5b && ++brackets > mostBrackets) return true;
    }
  }
  return false;
}
