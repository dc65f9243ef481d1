import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../../../../src/core/annotations/anchoring/passage';
import { PreparedText } from '../../../../src/core/annotations/anchoring/preparedText';
import { TextAnchors } from '../../../../src/core/annotations/anchoring/textAnchors';
import { findHomes } from '../../../../src/core/annotations/movedArticles';
import { readPage } from '../../../../src/core/annotations/store/annotationPage';
import { readArticleText } from '../../../../src/core/article/articleText/readArticleText';
import { InMemoryFiles } from '../../../support/inMemoryFiles';
import { projectRoot } from '../../../support/projectRoot';

const folder = join(projectRoot, 'test', 'fixtures', 'olderAnnotations');
const article = readFileSync(join(folder, 'article.md'), 'utf8');
const read = readPage(readFileSync(join(folder, 'annotations.jsonld'), 'utf8'));
assert.ok(read.kind === 'page');
const { annotations, texts } = read.page;
const passages = annotations.flatMap(({ target }): readonly Passage[] =>
  target.kind === 'passage' ? [target.passage] : [],
);

describe('annotations of an older version, whose texts were cut by other rules', () => {
  const found = (body: string): readonly (readonly [number | undefined, string])[] => {
    const anchors = new TextAnchors(new PreparedText(readArticleText(body)), (name) => texts.get(name));
    return passages.map((passage) => {
      const anchor = anchors.find(passage);
      return anchor.state === 'orphan' ? [undefined, 'orphan'] : [anchor.start, `${anchor.state}: ${anchor.text}`];
    });
  };
  const written = (state: string, by = 0): readonly (readonly [number, string])[] =>
    passages.map(({ start = 0, exact }) => [start + by, `${state}: ${exact}`]);

  it('come with the fingerprint of their text', () => {
    assert.equal(passages.length, 15);
    assert.ok(passages.every(({ trace }) => trace && texts.has(trace.text)));
  });

  it('are found where they were', () => {
    assert.deepEqual(found(article), written('exact'));
  });

  it('are found after text was put before them', () => {
    const inserted = 'The council meets again.';
    const edited = article.replace('<p>', `<p>${inserted}</p>\n<p>`);
    assert.deepEqual(found(edited), written('moved', inserted.length + 1));
  });

  it('are found where words beside them were changed', () => {
    const edited = article
      .replace('after eleven years', 'after twelve years')
      .replace('Mayor Lin said', 'Mayor Lum says')
      .replace('before it voted. Tickets', 'until they left? Tickets')
      .replace('每晚三班', '每晚四班');
    assert.equal(edited.length, article.length);
    const kept = found(edited).map(([start, text]) => [start, text.replace(/^(exact|moved)/, 'found')]);
    assert.deepEqual(kept, written('found'));
  });

  it('are looked for by the name of their article, and where several have it offered none', async () => {
    const gone = { path: '2024/article.md', annotations: 1, fingerprints: [...texts.values()] };
    const homes = async (paths: readonly string[]): Promise<readonly unknown[]> => {
      const files = new InMemoryFiles(Object.fromEntries(paths.map((path) => [path, article])));
      const all = await findHomes(files, [gone], paths, new AbortController().signal);
      return all.map(({ path, likeness }) => [path, likeness]);
    };
    assert.deepEqual(await homes(['other.md', '2025/article.md']), [['2025/article.md', undefined]]);
    assert.deepEqual(await homes(['2023/article.md', '2025/article.md']), []);
    assert.deepEqual(await homes(['other.md']), []);
  });
});
