import type { ActiveContent } from '../../../article/body/activeContent';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';

/** Keeps what a frame shows within reach: a link to it in its place. Undefined where it shows no page of the web. */
export function frameLink(text: string, { range, close, address = '' }: ActiveContent): Fix | undefined {
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\/[^/\s]+/i.test(url)) return undefined;
  const escaped = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const end = close === undefined ? range.end : close.end;
  // Touching words would become part of the link's text for the eye.
  const [before, after] = [text.charAt(range.start - 1), text.charAt(end)].map((next) =>
    /[\s<>]|^$/.test(next) ? '' : ' ',
  );
  return {
    title: say('Replace the frame with a link to {0}', url),
    edits: [{ range: { start: range.start, end }, text: `${before}<a href="${escaped}">${escaped}</a>${after}` }],
    isGuess: true,
  };
}
