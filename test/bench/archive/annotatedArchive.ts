import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { emptyPage, writePage } from '../../../src/core/annotations/store/annotationPage';
import { annotationPath } from '../../../src/core/annotations/store/annotationPaths';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { Seeded } from '../../support/seeded';
import { benchArticle } from './benchArchive';

/** Raise it whenever the annotations come out differently. */
const version = 1;
const people = ['Lin', 'Zhou'];
const each = 10;

/** A made archive with so many annotations: ten of each of two people on every article, who mark the same or nearly the same. */
export function annotatedArchive(annotations: number): string {
  const root = join(tmpdir(), 'marginalia-bench', `annotated-v${version}-${annotations}`);
  const marker = `${root}.complete`;
  if (existsSync(marker)) return root;
  rmSync(root, { recursive: true, force: true });
  const seeded = new Seeded(11);
  for (let i = 0; i < annotations / people.length / each; i++) {
    const { folder, name, text } = benchArticle(i, seeded);
    const path = `${folder}/${name}`;
    write(root, path, text);
    const prepared = new PreparedText(readArticleText(text));
    const starts = Array.from({ length: each }, () => seeded.below(Math.max(1, prepared.article.length - 60)));
    for (const creator of people) {
      const made = starts.map((start, index) => {
        const from = start + seeded.below(3);
        const passage = describePassage(prepared, { start: from, end: from + 20 + seeded.below(20) });
        return newAnnotation(
          { uuid: `${i}-${index}-${creator}`, creator, now: '2026-01-01T00:00:00Z', article: path },
          passage === undefined ? { kind: 'article' } : { kind: 'passage', passage },
          { labels: [{ label: seeded.of(['claim', 'evidence', 'opinion']) }], note: '' },
        );
      });
      const page = { ...emptyPage, annotations: made, texts: new Map([[prepared.name, prepared.fingerprint]]) };
      write(root, annotationPath(path, creator) ?? '', writePage(page));
    }
  }
  write(root, '.marginalia/config.json', '{"timeZone": "Asia/Shanghai"}\n');
  writeFileSync(marker, '');
  return root;
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
