import type { Seeded } from '../../support/seeded';

const tags = 'harbour council weather library harvest tram bridge survey museum orchard signal river'.split(' ');

/** As a feed reader exports it for Hexo: an empty line first, single quotes, a date as in e-mail. */
export function hexoHead(title: string, source: string, date: Date, seeded: Seeded): string {
  const image = `https://img.example.com/${seeded.below(1e9)}.jpg`;
  return `\n---\ntitle: '${title.replaceAll("'", "''")}'\ncategories: \n - 新闻\n - ${seeded.of(tags)}\nheadimg: ${image}\nthumbnail: ${image}\nauthor: ${source}\ncomments: false\ndate: ${date.toUTCString()}\n---\n`;
}

/** As archives for Jekyll have it. */
export function jekyllHead(title: string, source: string, date: Date, i: number): string {
  return `---\nlayout: post\ntitle: "${title.replaceAll('"', '')}"\ndate: ${date.toISOString().replace('.000', '')}\nauthor: ${source}\nfrom: https://news${i % 90}.example.org/${i}\ntags: [ ${tags[i % 12]} ]\ncategories: [ ${tags[i % 9]}, news ]\n---\n`;
}
