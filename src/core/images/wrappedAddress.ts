const parameterNames = ['url', 'u', 'src', 'image', 'img', 'imgurl', 'image_url', 'target', 'link', 'uri', 'remote'];
/** A snapshot of a web archive holds the address too, but there the wrapping is the point. */
const archives = /(?:^|\.)(?:archive\.(?:org|ph|is|today|md|vn)|webcitation\.org|perma\.cc)$/i;

/** The address that a proxy's address wraps; `undefined` where it wraps none. */
export function wrappedAddress(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // What is no URL wraps none; that it is none is told elsewhere.
    return undefined;
  }
  if (archives.test(url.hostname)) return undefined;
  return inQuery(url) ?? inPath(url);
}

function inQuery({ search, searchParams }: URL): string | undefined {
  const bare = /^\?(https?:\/\/.+|https?%3a%2f%2f.+)$/i.exec(search)?.[1];
  if (bare !== undefined) return asAddress(bare);
  for (const name of parameterNames) {
    const found = asAddress(searchParams.get(name) ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function inPath({ pathname, search }: URL): string | undefined {
  const written = /\/(https?:\/\/?[^/].*|https?%3a%2f%2f.+)$/i.exec(pathname)?.[1];
  if (written === undefined) return undefined;
  return asAddress(written.replace(/^(https?):\/(?!\/)/i, '$1://') + search);
}

function asAddress(text: string): string | undefined {
  const whole = /^https?%3a/i.test(text) ? decoded(text) : text;
  if (!/^https?:\/\//i.test(whole)) return undefined;
  try {
    const { hostname, href } = new URL(whole);
    return hostname.includes('.') ? href : undefined;
  } catch {
    // Looks like an address and is none: then nothing is wrapped.
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the text as it is.
    return text;
  }
}
