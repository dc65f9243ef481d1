import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { projectRoot } from '../../support/projectRoot';

/** The blocks of each article that is long enough to edit. */
export function benchArticles(): { readonly blocks: readonly (readonly string[])[]; readonly hasCorpus: boolean } {
  const corpus = join(projectRoot, '..', 'shared', 'corpus');
  const hasCorpus = existsSync(corpus);
  const folders = [join(projectRoot, 'test', 'fixtures', 'sample'), ...(hasCorpus ? [corpus] : [])];
  const blocks = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => blocksOf(readFileSync(join(folder, name), 'utf8')))
      .filter((own) => own.length >= 5 && own.join('').length >= 300),
  );
  return { blocks, hasCorpus };
}

const longest = 20_000;

function blocksOf(document: string): readonly string[] {
  const { text } = readArticleText(document);
  // The characters that mark passages must be free.
  const lines = text
    .replace(/[\ue000-\uf8ff]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let length = 0;
  return lines.filter((line) => {
    length += line.length;
    return length < longest;
  });
}
