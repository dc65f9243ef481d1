import { readFile } from 'node:fs/promises';
import { readArticleText } from '../core/article/articleText/readArticleText';
import { decodeUtf8 } from '../core/text/decodeUtf8';
import { CannotRun, type Command, exitCode } from './cliHost';
import { readOptions } from './readOptions';

/** Prints the text that the positions of annotations count in. */
export const textCommand: Command = {
  summary: 'print the text of an article as a reader sees it',
  usage: `Print the text of an article as a reader sees it: no front matter, no tags, one line a block.

Usage: marginalia text <article>

The positions of annotations count the code points of this text, from zero, each line end as one.
`,
  async run(args, host) {
    const [path, ...more] = readOptions('text', args, {}).positionals;
    if (path === undefined) throw new CannotRun('text needs an article; see marginalia text --help');
    if (more.length > 0) throw new CannotRun(`text takes one article, not also ${more.join(' ')}`);
    const document = decodeUtf8(await bytesOf(path));
    if (document === undefined) throw new CannotRun(`${path}: not UTF-8: save it as UTF-8 to have it read`);
    const { text } = readArticleText(document);
    if (text !== '') host.out.write(`${text}\n`);
    return exitCode.done;
  },
};

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new CannotRun(`${path}: there is no such file`);
    if (code === 'EISDIR') throw new CannotRun(`${path}: a folder; name one article`);
    throw error;
  }
}
