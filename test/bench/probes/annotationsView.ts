import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { AnnotationIndex } from '../../../src/core/annotations/index/annotationIndex';
import { AnnotationTree } from '../../../src/core/annotations/index/annotationTree';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { emptyPage, writePage } from '../../../src/core/annotations/store/annotationPage';
import { annotationPath } from '../../../src/core/annotations/store/annotationPaths';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { NodeTextStore } from '../../../src/node/nodeTextStore';
import { Seeded } from '../../support/seeded';
import { benchArticles } from '../anchors/benchArticles';
import { heapUsed } from './heapUsed';

const each = 20;

/** Opens an archive with so many annotations, which is made first unless it is there. */
async function main([root = '', count = '']: readonly string[]): Promise<void> {
  if (!existsSync(root)) await writeArchive(root, Number(count) / each);
  const { plain, bytes } = plainReading(root);
  const before = heapUsed();
  const index = new AnnotationIndex(new AnnotationStore(new NodeTextStore(root)));
  const start = performance.now();
  const work = process.cpuUsage();
  await index.load(new AbortController().signal);
  const loaded = performance.now();
  const { user, system } = process.cpuUsage(work);
  const tree = new AnnotationTree(
    'bench',
    {
      grouping: 'label',
      matches: () => true,
      rowsOf: (article) => index.rowsOf(article),
      stateOf: (row) => index.stateOf(row),
      titleOf: (path) => path,
      sourceOf: () => undefined,
    },
    new Set(Array.from(index.rows, ({ article }) => article)),
  );
  const groups = tree.children(tree.root);
  const grouped = performance.now();
  if (index.size !== Number(count) || groups.length === 0) throw new Error(`${index.size} of ${count} were opened.`);
  const figures = {
    annotations: index.size,
    plain,
    bytes,
    opened: loaded - start,
    processor: (user + system) / 1000,
    grouped: grouped - loaded,
    heap: heapUsed() - before,
  };
  process.stdout.write(JSON.stringify(figures));
}

/** What merely reading and parsing the files takes, and how many MB they hold. */
function plainReading(root: string): { readonly plain: number; readonly bytes: number } {
  const start = performance.now();
  let bytes = 0;
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.jsonld')) continue;
    const text = readFileSync(join(root, name), 'utf8');
    bytes += Buffer.byteLength(text);
    JSON.parse(text);
  }
  return { plain: performance.now() - start, bytes: bytes / 1e6 };
}

async function writeArchive(root: string, articles: number): Promise<void> {
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

void main(process.argv.slice(2));
