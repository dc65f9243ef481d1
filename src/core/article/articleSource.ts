import type { SourceText } from './articleEntry';
import { fieldText, nameText } from './fieldValue';

type Fields = Readonly<Record<string, unknown>>;

const address = /^(?:https?:)?\/\/[^\s/?#]+/i;

/** The source that front matter names: in one of its fields, else by the host of the original article's address. */
export function readSource(
  data: Fields,
  sourceFields: readonly string[],
  link: string | undefined,
): SourceText | undefined {
  for (const field of sourceFields) {
    const text = nameText(data, field);
    if (text !== undefined) return { text: hostOf(text) ?? text, from: 'field' };
  }
  const host = link === undefined ? undefined : hostOf(link);
  return host === undefined ? undefined : { text: host, from: 'link' };
}

/** The source that a body's link to the original article tells. */
export function sourceOfBodyLink(url: string | undefined): SourceText | undefined {
  const host = url === undefined ? undefined : hostOf(url);
  return host === undefined ? undefined : { text: host, from: 'bodyLink' };
}

/** The address of the original article: the first of the fields that holds one. */
export function readLink(data: Fields, linkFields: readonly string[]): string | undefined {
  for (const field of linkFields) {
    const text = fieldText(data, field);
    if (text !== undefined && address.test(text)) return text;
  }
  return undefined;
}

/** Whether a browser opens it as a web page. */
export function isWebUrl(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/[^\s/?#]+/i.test(text);
}

/** The host of a web address, without `www.`; undefined where the text is no web address. */
export function hostOf(text: string): string | undefined {
  if (!address.test(text)) return undefined;
  try {
    const host = new URL(text.startsWith('//') ? `https:${text}` : text).hostname.replace(/^www\./, '');
    return host === '' ? undefined : host;
  } catch {
    // An address that no browser could open names no host.
    return undefined;
  }
}
