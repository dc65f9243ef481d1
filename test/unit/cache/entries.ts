import type { ArticleDate, ArticleEntry } from '../../../src/core/article/articleEntry';

const dates: readonly ArticleDate[] = [
  { kind: 'missing' },
  { kind: 'unreadable', text: 'Invalid Date' },
  { kind: 'read', text: '2021-11-27', time: 1_637_942_400_000, precision: 'day', from: 'fileName' },
  { kind: 'read', text: 'Sat, 27 Nov 2021 22:34:14 GMT', time: 1_638_052_454_000, precision: 'time', from: 'field' },
  { kind: 'read', text: '1936/1/2', time: -1_073_000_000_000, precision: 'day', from: 'folder' },
];

/** Entries of every shape: each optional part there and not there. */
export function entries(count: number): readonly ArticleEntry[] {
  return Array.from(
    { length: count },
    (_, i): ArticleEntry => ({
      path: `北湾/a ${i}.md`,
      size: i,
      mtime: 1_700_000_000_000 + i,
      title: i % 7 === 0 ? `"quotes" \\ \u2028 😀 ${i}` : `Title ${i}`,
      titleFrom: (['field', 'heading', 'fileName'] as const)[i % 3] ?? 'field',
      date: dates[i % dates.length] ?? { kind: 'missing' },
      categories: Array.from({ length: i % 3 }, (_, k) => `category ${k}`),
      ...(i % 2 === 0
        ? { source: { text: `Source ${i % 5}`, from: (['field', 'link', 'bodyLink'] as const)[i % 3] ?? 'field' } }
        : {}),
      ...(i % 3 === 0 ? { author: `Author ${i % 4}` } : {}),
      ...(i % 4 === 0 ? { link: `https://example.com/${i}` } : {}),
      ...(i % 5 === 0 ? { fault: 'syntax' as const } : {}),
      ...(i % 2 === 1 ? { body: { words: i, characters: i * 5, images: i % 4, links: 0 } } : {}),
    }),
  );
}
