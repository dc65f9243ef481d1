/** What no system, or not every one, takes in a file's name. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** With an extension and a number it stays below the 255 bytes that most systems take. */
const mostBytes = 200;

/** The title of an article as the name of a file, without extension: readable, and a name on every system. */
export function exportFileName(title: string): string {
  const name = cut(title.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ')).replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || reserved.test(name) ? `article ${name}`.trim() : name;
}

/** The name, or with the first number that makes it another than all that are taken. Adds it to them. */
export function freeFileName(name: string, extension: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const free = `${name}${number === 1 ? '' : ` (${number})`}.${extension}`;
    // Many systems do not tell names apart by case.
    const key = free.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return free;
  }
}

function cut(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > mostBytes) return kept;
    kept += character;
  }
  return kept;
}
