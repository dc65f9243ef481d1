import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { groupRows } from '../../../src/core/annotations/index/annotationGroups';
import { AnnotationIndex } from '../../../src/core/annotations/index/annotationIndex';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { emptyPage, writePage } from '../../../src/core/annotations/store/annotationPage';
import { annotationPath } from '../../../src/core/annotations/store/annotationPaths';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { NodeTextStore } from '../../../src/node/nodeTextStore';
import { Seeded } from '../../support/seeded';
import { benchArticles } from './benchArticles';

const articles = 5000;
const each = 20;

/** Times the opening of an archive with 100,000 annotations, and weighs what is kept of them. */
async function run(): Promise<void> {
  const root = join(tmpdir(), `marginalia-annotations-${process.pid}`);
  try {
    await writeArchive(root);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const index = new AnnotationIndex(new AnnotationStore(new NodeTextStore(root)));
    const start = performance.now();
    const work = process.cpuUsage();
    await index.load(new AbortController().signal);
    const loaded = performance.now();
    const { user, system } = process.cpuUsage(work);
    const groups = groupRows(index.rows, 'label', { stateOf: (row) => index.stateOf(row), sourceOf: () => undefined });
    const grouped = performance.now();
    globalThis.gc?.();
    const kept = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
    console.log(`${index.size} annotations of ${articles} articles, ${groups.length} groups`);
    console.log(
      `opened in ${((loaded - start) / 1000).toFixed(2)} s (bar 2; ${((user + system) / 1e6).toFixed(2)} s of processor time), grouped in ${(grouped - loaded).toFixed(0)} ms`,
    );
    console.log(`${kept.toFixed(0)} MB of heap${globalThis.gc ? '' : ', not collected'} (bar 150)`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function writeArchive(root: string): Promise<void> {
  const chance = new Seeded(9);
  const texts = benchArticles().blocks.map(
    (blocks) => new PreparedText(readArticleText(blocks.map((block) => `<p>${block}</p>`).join(''))),
  );
  for (let article = 0; article < articles; article++) {
    const path = `2024/${article % 50}/article ${article}.md`;
    const prepared = chance.of(texts);
    const annotations = Array.from({ length: each }, (_, index) => {
      const start = chance.below(prepared.article.length - 20);
      const passage = describePassage(prepared, { start, end: start + 5 + chance.below(60) });
      return newAnnotation(
        {
          uuid: `${article}-${index}`,
          creator: chance.of(['Lin', 'Zhou']),
          now: '2026-01-01T00:00:00Z',
          article: path,
        },
        passage === undefined ? { kind: 'article' } : { kind: 'passage', passage },
        {
          labels: [{ label: chance.of(['claim', 'evidence', 'opinion', 'error']) }],
          note: chance.next() < 0.4 ? 'Is this so? See the report of the same week.' : '',
        },
      );
    });
    const file = join(root, annotationPath(path, 'Lin') ?? '');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      writePage({ ...emptyPage, annotations, texts: new Map([[prepared.name, prepared.fingerprint]]) }),
    );
  }
}

void run();
