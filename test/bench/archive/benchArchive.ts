import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Seeded } from '../../support/seeded';
import { type ArticleShape, shapes } from './articleShapes';
import { hexoHead, jekyllHead } from './frontMatters';
import { Writer } from './writer';

/** Raise it whenever the articles come out differently. */
const version = 2;
const sources = 120;

/** A made archive outside the checkout, made once and used again: our own text in the shapes that people have. */
export function benchArchive(count: number): string {
  const root = join(tmpdir(), 'marginalia-bench', `v${version}-${count}`);
  const marker = `${root}.complete`;
  if (existsSync(marker)) return root;
  rmSync(root, { recursive: true, force: true });
  const seeded = new Seeded(count);
  const folders = new Set<string>();
  for (let i = 0; i < count; i++) {
    const { folder, name, text } = benchArticle(i, seeded);
    if (!folders.has(folder)) mkdirSync(join(root, folder), { recursive: true });
    folders.add(folder);
    writeFileSync(join(root, folder, name), text);
  }
  mkdirSync(join(root, '.marginalia'));
  writeFileSync(join(root, '.marginalia', 'config.json'), '{"timeZone": "Asia/Shanghai"}\n');
  writeFileSync(marker, '');
  return root;
}

/** One article of the mix; half of all are in Chinese, and some sources have many more than others. */
export function benchArticle(
  i: number,
  seeded: Seeded,
): { readonly folder: string; readonly name: string; readonly text: string } {
  const writer = new Writer(seeded, seeded.next() < 0.5);
  const source = writer.sourceName(Math.floor(seeded.next() ** 2 * sources));
  const date = new Date(Date.UTC(2014, 0, 1) + seeded.below(12 * 365) * 86_400_000 + (i % 86_400) * 1000);
  const day = date.toISOString().slice(0, 10);
  const { head, body } = shapeAt(seeded.next());
  const title = writer.sentence().slice(0, 70);
  const front = head === 'hexo' ? hexoHead(title, source, date, seeded) : jekyllHead(title, source, date, i);
  return { folder: `${source}/${day.slice(0, 4)}`, name: `${day}-${i}.md`, text: `${front}\n${body(writer, i)}\n` };
}

function shapeAt(chance: number): ArticleShape {
  let sum = 0;
  const shape = shapes.find(({ share }) => {
    sum += share;
    return chance < sum;
  });
  if (shape === undefined) throw new Error('The shares of the shapes do not make one.');
  return shape;
}
