import assert from 'node:assert/strict';
import type { Body } from '../../../../src/core/article/body/body';
import { readBody } from '../../../../src/core/article/body/readBody';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Puts text with characters of every width before a body, so that no offset is right by luck. */
export const before = '---\ntitle: "码头 😀 é"\n---\n\n';

/** The two ways of reading, after having made sure that they agree. */
export function readBoth(body: string, prefix = before): { readonly text: string; readonly body: Body } {
  const text = prefix + body;
  const fast = readBody(text, prefix.length, 'fast');
  assert.deepEqual(readBody(text, prefix.length, 'exact'), fast);
  return { text, body: fast };
}

export function cut(text: string, { start, end }: Place): string {
  return text.slice(start, end);
}

/** Each image as [what is written at its range, its URL, how it was found]. */
export function imagesIn(body: string, prefix = before): string[][] {
  const read = readBoth(body, prefix);
  return read.body.images.map(({ range, url, via, attribute }) => [
    cut(read.text, range),
    url,
    attribute === undefined || attribute === via ? via : `${via} ${attribute}`,
  ]);
}

/** Each link as [what is written at its range, its URL, its text]. */
export function linksIn(body: string, prefix = before): (string | undefined)[][] {
  const read = readBoth(body, prefix);
  return read.body.links.map(({ range, url, text }) => [cut(read.text, range), url, text]);
}
