// `ignoreBOM` keeps a byte order mark in the text, so that offsets stay true to the document.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file, a byte order mark kept as U+FEFF; undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    // Not UTF-8 is an answer here, which the caller tells the person.
    return undefined;
  }
}

/** The text of a file's first bytes, where the last character may be cut off; that one is left out. */
export function decodeUtf8Start(bytes: Uint8Array): string | undefined {
  return decodeUtf8(bytes.subarray(0, bytes.length - cutLength(bytes)));
}

function cutLength(bytes: Uint8Array): number {
  for (let length = 1; length <= 3 && length <= bytes.length; length++) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const whole = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length < whole ? length : 0;
    }
  }
  return 0;
}
