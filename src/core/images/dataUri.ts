/** Why a `data:` address shows no picture. */
export type DataUriFlaw = 'noComma' | 'notAnImage' | 'empty' | 'notBase64';

/** What is wrong with a `data:` address of an image; `undefined` when nothing is. */
export function dataUriFlaw(uri: string): DataUriFlaw | undefined {
  const comma = uri.indexOf(',');
  if (comma === -1) return 'noComma';
  const header = uri.slice('data:'.length, comma).trim();
  if (!/^image\//i.test(header)) return 'notAnImage';
  if (comma === uri.length - 1) return 'empty';
  if (!/;\s*base64$/i.test(header)) return undefined;
  return isBase64(uri, comma + 1) ? undefined : 'notBase64';
}

/** The bytes of a `data:` address that has no flaw, and the ending a file of them would have. */
export function dataUriFile(uri: string): { readonly bytes: Uint8Array; readonly ending: string } | undefined {
  const comma = uri.indexOf(',');
  const header = uri.slice('data:'.length, comma);
  const type = /^image\/([a-z0-9]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'img';
  const ending = type === 'jpeg' ? 'jpg' : type;
  try {
    const content = decodeURIComponent(uri.slice(comma + 1)).replace(/\s+/g, ' ');
    const isBase64 = /;\s*base64$/i.test(header);
    const bytes = isBase64
      ? Uint8Array.from(atob(content.replaceAll(' ', '')), (character) => character.charCodeAt(0))
      : new TextEncoder().encode(content);
    return { bytes, ending };
  } catch {
    // Not what it says it is: then there is nothing to save.
    return undefined;
  }
}

function isBase64(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    const isOther = (code >= 48 && code <= 57) || code === 43 || code === 47 || code === 61 || code === 37;
    if (!isLetter && !isOther && code > 32) return false;
  }
  return true;
}
