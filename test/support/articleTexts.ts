import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeUtf8 } from '../../src/core/article/decodeUtf8';
import { projectRoot } from './projectRoot';

export interface ArticleFile {
  readonly path: string;
  readonly text: string;
}

/** The project's own articles: one quirk each, and the sample archive. What is not UTF-8 is left out. */
export function fixtureArticles(): readonly ArticleFile[] {
  return ['quirks', 'sample'].flatMap((folder) => articlesIn(join(projectRoot, 'test', 'fixtures', folder)));
}

/** Real articles, where somebody keeps some beside the project; empty elsewhere. */
export function realArticles(): readonly ArticleFile[] {
  const folder = process.env.MARGINALIA_CORPUS ?? join(projectRoot, '..', 'shared', 'corpus');
  return existsSync(folder) ? articlesIn(folder) : [];
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
