import type { Writer } from './writer';

/** One kind of article, and how much of an archive it makes. */
export interface ArticleShape {
  readonly share: number;
  readonly head: 'hexo' | 'jekyll';
  readonly body: (writer: Writer, i: number) => string;
}

/** The shapes that real archives are made of, about 7 KB an article over all. */
export const shapes: readonly ArticleShape[] = [
  { share: 0.42, head: 'hexo', body: paragraphs },
  { share: 0.16, head: 'hexo', body: oneLongLine },
  { share: 0.22, head: 'jekyll', body: markdownWithHtml },
  { share: 0.06, head: 'jekyll', body: sectionsInSections },
  { share: 0.14, head: 'jekyll', body: tagsAndLinks },
];

/** Paragraphs of HTML in one `div`, half of the time on one line. */
function paragraphs(writer: Writer, i: number): string {
  const { seeded } = writer;
  const blocks = writer.upTo(5800, () => {
    const link = `<a href="https://example.org/${i}/${seeded.below(1e6)}">${writer.phrase()}</a>`;
    const image =
      seeded.next() < 0.12
        ? `<p><img src="https://img.example.com/${i}-${seeded.below(1e6)}.jpg" alt="" referrerpolicy="no-referrer"></p>`
        : '';
    return `<p>${writer.sentences(3)} ${link}</p>${image}`;
  });
  return `<div>${blocks.join(seeded.next() < 0.5 ? '' : '\n')}</div>`;
}

const style =
  'margin: 0px; padding: 0px; max-width: 100%; box-sizing: border-box; overflow-wrap: break-word !important;';

/** What an editor of a messenger leaves: each sentence in spans with styles, images to be loaded late, no line break at all. */
function oneLongLine(writer: Writer, i: number): string {
  const { seeded } = writer;
  const blocks = writer.upTo(8000, () => {
    const text = `<p style="${style}"><span style="font-size: 16px; letter-spacing: 1px;">${writer.sentences(2)}</span></p>`;
    if (seeded.next() > 0.15) return text;
    const image = `https://img.example.com/${i}/${seeded.below(1e6)}/640?wx_fmt=png`;
    return `${text}<p style="text-align: center;"><img class="rich_pages" data-ratio="0.5625" data-src="${image}" data-type="png" src="${image}" style="width: 100%;"></p>`;
  });
  return `<div class="rich_media_content">${blocks.join('')}</div>`;
}

/** Headings, lists, quotes and images in Markdown, with line breaks, frames and centred text in HTML. */
function markdownWithHtml(writer: Writer, i: number): string {
  const { seeded } = writer;
  const piece = (): string => {
    const at = seeded.next();
    if (at < 0.1) return `## ${writer.phrase()}`;
    if (at < 0.18) return `> ${writer.sentence()}\n> ${writer.sentence()}`;
    if (at < 0.26)
      return `- ${writer.sentence()}\n- **${writer.phrase()}** ${writer.sentence()}\n- ${writer.sentence()}`;
    if (at < 0.36) return `![${writer.phrase()}](https://img.example.com/${i}/${seeded.below(1e6)}.jpg)`;
    if (at < 0.44) return `<p align="center">${writer.phrase()}<br>${writer.phrase()}</p>`;
    if (at < 0.48) return `<iframe src="https://video.example.org/embed/${i}" width="640" height="360"></iframe>`;
    const link = `[${writer.phrase()}](https://example.org/${i}/${seeded.below(1e6)})`;
    return `${writer.sentences(2)} ${link}<br/>\n${writer.sentence()} *${writer.phrase()}*`;
  };
  return writer.upTo(4200, piece).join('\n\n');
}

/** 30 KB of sections in sections, as page builders write them. */
function sectionsInSections(writer: Writer, i: number): string {
  const { seeded } = writer;
  const section = (depth: number): string => {
    const text = `<p style="${style}">${writer.sentences(2)}</p>`;
    if (depth === 0) return text;
    const inner = Array.from({ length: 1 + seeded.below(2) }, () => section(depth - 1)).join('');
    return `<section style="${style}"><section data-tools="editor" data-id="${seeded.below(1e5)}">${inner}</section></section>\n`;
  };
  const blocks = writer.upTo(30_000, () => section(1 + seeded.below(6)));
  return `<section id="article-${i}">\n${blocks.join('')}</section>`;
}

/** What stands below videos: a few sentences, lines of hashtags, one link after another, credits and a small table. */
function tagsAndLinks(writer: Writer, i: number): string {
  const { seeded } = writer;
  const some = (least: number, most: number, piece: () => string): readonly string[] =>
    Array.from({ length: least + seeded.below(most - least + 1) }, piece);
  const link = (): string => `https://short.example.com/${seeded.below(1e9).toString(36)}`;
  return [
    writer.sentences(4),
    some(5, 12, () => writer.tag()).join(seeded.next() < 0.5 ? ' ' : ''),
    some(4, 10, () => `${writer.phrase()}: ${link()}`).join('  \n'),
    some(4, 10, () => `* [${writer.phrase()}](${link()})`).join('\n'),
    `| ${writer.phrase()} | ${writer.phrase()} |\n| --- | --- |\n${some(3, 8, () => `| ${writer.phrase()} | ${seeded.below(100)} |`).join('\n')}`,
    some(3, 6, () => `${writer.phrase()}：${writer.phrase()}`).join('<br>'),
    `<a href="https://video.example.org/${i}"><img src="https://img.example.com/cover/${i}.jpg"></a>`,
    some(6, 15, () => writer.tag()).join(' '),
  ].join('\n\n');
}
