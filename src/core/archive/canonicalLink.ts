/** Parameters that tell who sent the reader or how the page is shown, never which article it is. */
const tracking =
  /^(?:utm_|spm$|scm$|fbclid$|gclid$|dclid$|msclkid$|igshid$|yclid$|mc_[ce]id$|_hs|hsctatracking$|ref(?:_?src|errer|_?url)?$|from$|source$|share|scene$|chksm$|cmpid$|ncid$|smid$|partner$|isappinstalled$|timestamp$|amp$|mtm_|pk_|at_(?:medium|campaign)|wt\.|xtor$)/i;

/**
 * What the addresses of one page have in common, however they were shared: without protocol, `www.` or `m.`, tracking
 * parameters and fragment. Undefined where the address names no page of its own, as a site's front page does not.
 */
export function canonicalLink(link: string): string | undefined {
  const url = parsed(link);
  if (url === undefined) return undefined;
  const host = url.host.replace(/^(?:www|m|mobile|wap)\.(?=[^.]+\.)/, '');
  const path = url.pathname.replace(/\/(?:index\.(?:html?|php|aspx?))?$/, '').replace(/%[\da-f]{2}/gi, upperCase);
  const query = [...url.searchParams].filter(([name]) => !tracking.test(name)).map((pair) => pair.join('='));
  // A page made by a script keeps its address behind the fragment's sign.
  const route = /^#!?\/./.test(url.hash) ? url.hash : '';
  if (host === '' || (path === '' && query.length === 0 && route === '')) return undefined;
  return `${host}${path}?${query.sort().join('&')}${route}`;
}

function parsed(link: string): URL | undefined {
  const address = /^(https?:)?\/\//i.exec(link);
  if (address === null) return undefined;
  try {
    return new URL(address[1] === undefined ? `https:${link}` : link);
  } catch {
    // An address that no browser could open names no page.
    return undefined;
  }
}

function upperCase(text: string): string {
  return text.toUpperCase();
}
