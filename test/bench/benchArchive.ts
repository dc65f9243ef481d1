import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Raise it whenever the articles come out differently. */
const version = 1;
const sources = 120;
const words = (
  'harbour council weather library harvest tram bridge survey museum orchard signal river market teachers ' +
  'festival budget engineers glacier violin stadium clinic lantern railway pottery satellite meadow'
).split(' ');
const characters =
  '港口市政天气图书馆收获电车桥梁调查博物果园信号河流市场教师节日预算工程冰川提琴体育诊所灯铁路陶艺卫星草地今年表示研究';

/** A synthetic archive outside the checkout, made once and used again: our own text in the shapes people have. */
export function benchArchive(count: number): string {
  const root = join(tmpdir(), 'marginalia-bench', `v${version}-${count}`);
  const marker = `${root}.complete`;
  if (existsSync(marker)) return root;
  rmSync(root, { recursive: true, force: true });
  const random = mulberry32(count);
  const folders = new Set<string>();
  for (let i = 0; i < count; i++) {
    const { folder, name, text } = benchArticle(i, random);
    if (!folders.has(folder)) mkdirSync(join(root, folder), { recursive: true });
    folders.add(folder);
    writeFileSync(join(root, folder, name), text);
  }
  mkdirSync(join(root, '.marginalia'));
  writeFileSync(join(root, '.marginalia', 'config.json'), '{"timeZone": "Asia/Shanghai"}\n');
  writeFileSync(marker, '');
  return root;
}

/** Three in five as a feed reader exports them for Hexo, two in five as Jekyll has them; half of all in Chinese. */
export function benchArticle(i: number, random: () => number): { folder: string; name: string; text: string } {
  const chinese = random() < 0.5;
  const source = Math.floor(random() ** 2 * sources);
  const sourceName = chinese
    ? `${characters[source % 40]}${characters[(source * 7) % 50]}晚报${source}`
    : `Ledger ${source}`;
  const date = new Date(Date.UTC(2014, 0, 1) + Math.floor(random() * 12 * 365) * 86_400_000 + (i % 86_400) * 1000);
  const day = date.toISOString().slice(0, 10);
  const title = sentence(chinese, random).slice(0, 70);
  const body = htmlBody(chinese, random, i);
  const head = i % 5 < 3 ? hexoHead(title, sourceName, date, random) : jekyllHead(title, sourceName, date, i);
  return { folder: `${sourceName}/${day.slice(0, 4)}`, name: `${day}-${i}.md`, text: `${head}\n${body}\n` };
}

function hexoHead(title: string, source: string, date: Date, random: () => number): string {
  const image = `https://img.example.com/${Math.floor(random() * 1e9)}.jpg`;
  return `\n---\ntitle: '${title.replaceAll("'", "''")}'\ncategories: \n - 新闻\n - ${words[Math.floor(random() * 12)]}\nheadimg: ${image}\nthumbnail: ${image}\nauthor: ${source}\ncomments: false\ndate: ${date.toUTCString()}\n---\n`;
}

function jekyllHead(title: string, source: string, date: Date, i: number): string {
  return `---\nlayout: post\ntitle: "${title.replaceAll('"', '')}"\ndate: ${date.toISOString().replace('.000', '')}\nauthor: ${source}\nfrom: https://news${i % 90}.example.org/${i}\ntags: [ ${words[i % 20]} ]\ncategories: [ ${words[i % 9]}, news ]\n---\n`;
}

/** About 6 KB. */
function htmlBody(chinese: boolean, random: () => number, i: number): string {
  const paragraphs: string[] = [];
  for (let size = 0; size < 5800; ) {
    const text = `${sentence(chinese, random)} ${sentence(chinese, random)} ${sentence(chinese, random)}`;
    const image =
      random() < 0.12
        ? `<p><img src="https://img.example.com/${i}-${size}.jpg" alt="" referrerpolicy="no-referrer"></p>`
        : '';
    const paragraph = `<p>${text} <a href="https://example.org/${i}/${size}">${chinese ? '更多' : 'more'}</a></p>${image}`;
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph);
  }
  return `<div>${paragraphs.join(random() < 0.5 ? '' : '\n')}</div>`;
}

function sentence(chinese: boolean, random: () => number): string {
  const length = 12 + Math.floor(random() * 14);
  const pick = <T>(from: ArrayLike<T>): T | undefined => from[Math.floor(random() * from.length)];
  const parts = Array.from({ length }, () => pick<string>(chinese ? characters : words));
  return chinese ? `${parts.join('')}。` : `${parts.join(' ')}.`;
}

/** Numbers that look random and are the same every time. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
