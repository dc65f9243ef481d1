import { localPlace } from '../images/localPath';
import type { PreparationOptions } from './preparationOptions';
import type { LinkTarget } from './preparedArticle';

/** What the `href` of a link means: a place in the article, somewhere else, or something that would run. */
export type ReadLink =
  | LinkTarget
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'unsafe' };

const longest = 4000;

/** Reads an address as a browser would; `undefined` where it leads nowhere. */
export function readLinkTarget(href: string, options: PreparationOptions): ReadLink | undefined {
  const address = href.replace(/^[\0-\x20]+|[\t\n\r]+/g, '').trimEnd();
  if (address === '' || address.length > longest) return undefined;
  if (address.startsWith('#')) return { kind: 'fragment', fragment: address.slice(1) };
  if (/^[\\/]{2}/.test(address)) return web(`https:${address}`);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return local(address, options);
    case 'http':
    case 'https':
    case 'mailto':
      return web(address);
    case 'javascript':
    case 'vbscript':
    case 'data':
      return { kind: 'unsafe' };
    default:
      return undefined;
  }
}

function web(address: string): LinkTarget | undefined {
  try {
    return { kind: 'web', url: new URL(address).href };
  } catch {
    // The URL standard finds no host in it: no browser could open it.
    return undefined;
  }
}

function local(address: string, { path, imageRoots }: PreparationOptions): LinkTarget | undefined {
  const [, written = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const to = decoded(written).replaceAll('\\', '/');
  if (to === '') return undefined;
  const place = localPlace(to, to.startsWith('/'), path, imageRoots);
  if (place.kind === 'outside') return undefined;
  return { kind: 'local', candidates: place.candidates, ...(fragment ? { fragment } : {}) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign is part of a file's name.
    return path;
  }
}
