/** Where the JSON object that starts at `start` ends, found by its braces; undefined when they never close. */
export function jsonObjectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at++;
      else if (code === 34) inString = false;
    } else if (code === 34) {
      inString = true;
    } else if (code === 123) {
      depth++;
    } else if (code === 125 && --depth === 0) {
      return at + 1;
    }
  }
  return undefined;
}
