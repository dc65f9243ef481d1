import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeUtf8 } from '../../src/core/text/decodeUtf8';
import { projectRoot } from './projectRoot';

export interface ArticleFile {
  readonly path: string;
  readonly text: string;
}

/** The project's own articles: one quirk each, and the sample archive. What is not UTF-8 is left out. */
export function fixtureArticles(): readonly ArticleFile[] {
  return ['quirks', 'sample'].flatMap((folder) => articlesIn(join(projectRoot, 'test', 'fixtures', folder)));
}

/** So many real articles are tried unless MARGINALIA_CORPUS asks for all. */
const usual = 60;

/** Real articles, where somebody keeps some beside the project: some, spread over all there are. Empty elsewhere. */
export function realArticles(): readonly ArticleFile[] {
  const named = process.env.MARGINALIA_CORPUS;
  const folder = named ?? join(projectRoot, '..', 'shared', 'corpus');
  if (!existsSync(folder)) return [];
  const all = articlesIn(folder);
  const step = named === undefined ? Math.ceil(all.length / usual) : 1;
  return all.filter((_, index) => index % step === 0);
}

function articlesIn(folder: string): readonly ArticleFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
    .sort()
    .flatMap((path) => {
      const text = decodeUtf8(readFileSync(join(folder, path)));
      return text === undefined ? [] : [{ path: path.replaceAll('\\', '/'), text }];
    });
}
