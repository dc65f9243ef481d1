import { asBrowserUrl, detached } from './attributeText';
import { brokenImages } from './brokenImages';
import { HtmlFast } from './htmlFast';

const image =
  /!\[([^[\]\n]{0,500})\]\([ \t]{0,9}<?([^\s()<>]{1,2000})>?(?:[ \t]{1,9}["'][^"'\n]{0,500}["'])?[ \t]{0,9}\)/g;
const heading = /^[ \t]{0,3}#{1,6}[ \t]+([^\r\n]{1,300})/gm;

/** Reads Markdown that would hold a parser up: images of the plainest kind, and all else as if it were HTML. */
export function markdownRough(text: string, start: number): HtmlFast {
  const html = new HtmlFast();
  html.read(text, start, text.length);
  html.seen.end();
  image.lastIndex = start;
  for (let match = image.exec(text); match; match = image.exec(text)) {
    const [whole, alt = '', url = ''] = match;
    const element = { start: match.index, end: match.index + whole.length };
    const at = text.indexOf(url, match.index + alt.length + 4);
    html.images.push({
      url: asBrowserUrl(url),
      range: { start: at, end: at + url.length },
      element,
      via: 'markdown',
      ...(alt === '' ? {} : { alt: detached(alt) }),
    });
    html.pictures++;
  }
  for (const broken of brokenImages(text, start)) {
    html.images.push(broken);
    html.pictures++;
  }
  heading.lastIndex = start;
  const title = heading.exec(text)?.[1]?.replace(/[\s#]+$/, '');
  if (title) html.seen.heading ??= detached(title);
  return html;
}
