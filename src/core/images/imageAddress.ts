/** What is wrong with how an address is written. */
export type AddressFlaw = 'space' | 'lineBreak' | 'escape' | 'noHost' | 'doubleScheme';

/** What an image's address says of where the image is. */
export type ImageAddress =
  | { readonly kind: 'empty' }
  | { readonly kind: 'remote'; readonly url: string; readonly isInsecure: boolean }
  /** A path in the archive: `absolute` starts at one of its roots, else at the article's folder. */
  | { readonly kind: 'local'; readonly path: string; readonly absolute: boolean }
  | { readonly kind: 'data' }
  | { readonly kind: 'unsupported'; readonly scheme: string }
  | { readonly kind: 'malformed'; readonly flaw: AddressFlaw; readonly mended?: string };

const scheme = /^([a-z][a-z0-9+-]*):/i;
const doubled = /^(?:https?:?\/{0,2})+(https?:\/{1,2}[^/].*)$/i;
const crippled = /^(https?)(?::\/?|\/\/|:\/{3,})([^/:].*)$/i;
// What stands where the server should may be the picture's own name.
const server = /^(?![^/?#]*\.(?:avif|bmp|gif|jpe?g|png|svg|webp)(?:[/?#]|$))(?:[^\s./?#]+\.)+[^\s./?#]{2,}(?:[/?#]|$)/i;
const badEscape = /%(?![0-9a-f]{2})/gi;

// Of nearly all images: nothing that the URL standard would write in another way.
const plain = /^https?:\/\/(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}\/[\w~/-]*(?:[.][\w~-]+)*$/;

/** Reads an address as it is written: entities decoded, nothing else mended yet. */
export function readImageAddress(written: string): ImageAddress {
  if (plain.test(written)) return { kind: 'remote', url: written, isInsecure: written.startsWith('http:') };
  const text = written.trim();
  if (/^(?:[?#]|$)/.test(text)) return { kind: 'empty' };
  if (/^data:/i.test(text)) return { kind: 'data' };
  if (/^(?:[a-z]:[\\/]|\\\\)/i.test(text)) return { kind: 'unsupported', scheme: text.slice(0, 2) };
  const flawed = mendAddress(text);
  if (flawed !== undefined) return wholly(flawed);
  const name = scheme.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) {
    if (text.startsWith('//')) return remote(`https:${text}`, false);
    const path = text.replaceAll('\\', '/').replace(/[?#].*$/s, '');
    return { kind: 'local', path: decoded(path), absolute: path.startsWith('/') };
  }
  if (name === 'http' || name === 'https') return remote(text, name === 'http');
  return { kind: 'unsupported', scheme: `${name}:` };
}

/** The flaw of an address and how it would be written without; `undefined` for one without a flaw. */
function mendAddress(text: string): ImageAddress | undefined {
  if (/[\r\n]/.test(text)) {
    return { kind: 'malformed', flaw: 'lineBreak', mended: spaced(text.replace(/[ \t]*[\r\n]+[ \t]*/g, '')) };
  }
  const inner = doubled.exec(text)?.[1];
  if (inner !== undefined && inner.length < text.length) return malformed('doubleScheme', spaced(inner));
  if (/^https?:[\\/]*\\/i.test(text)) return malformed('noHost', text.replaceAll('\\', '/'));
  const [, name, rest] = crippled.exec(text) ?? [];
  if (name !== undefined && rest !== undefined) {
    return server.test(rest) ? malformed('noHost', `${name}://${spaced(rest)}`) : { kind: 'malformed', flaw: 'noHost' };
  }
  if (/^https?:\/*$/i.test(text)) return { kind: 'malformed', flaw: 'noHost' };
  if (/[ \t\u3000]/.test(text)) return malformed('space', spaced(text));
  if (/^(?:https?:)?\/\//i.test(text) && text.search(badEscape) !== -1) {
    return malformed('escape', text.replace(badEscape, '%25'));
  }
  return undefined;
}

/** With its other flaws mended too; without a mended address where one of them cannot be. */
function wholly(address: ImageAddress): ImageAddress {
  if (address.kind !== 'malformed' || address.mended === undefined) return address;
  const next = readImageAddress(address.mended);
  if (next.kind !== 'malformed') return address;
  return { kind: 'malformed', flaw: address.flaw, ...(next.mended !== undefined && { mended: next.mended }) };
}

function malformed(flaw: AddressFlaw, mended: string): ImageAddress {
  return { kind: 'malformed', flaw, mended };
}

function remote(text: string, isInsecure: boolean): ImageAddress {
  try {
    const { host, href } = new URL(text);
    return host === '' ? { kind: 'malformed', flaw: 'noHost' } : { kind: 'remote', url: href, isInsecure };
  } catch {
    // The URL standard finds no host in it.
    return { kind: 'malformed', flaw: 'noHost' };
  }
}

function spaced(text: string): string {
  return text.replace(/[ \t]/g, '%20').replaceAll('\u3000', '%E3%80%80');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign is part of a file's name.
    return path;
  }
}
