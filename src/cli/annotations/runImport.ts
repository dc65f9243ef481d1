import { readFile } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { ArticleFinder, type ImportArchive } from '../../core/annotations/exchange/articleFinder';
import { type ImportedFile, importFormats } from '../../core/annotations/exchange/importedAnnotation';
import { type ImportOutcome, importInto } from '../../core/annotations/exchange/importInto';
import { readImport } from '../../core/annotations/exchange/readImport';
import { shortened } from '../../core/article/shortened';
import { errorText } from '../../core/text/errorText';
import { CannotRun, type CliHost, type Command, exitCode } from '../cliHost';
import { type OpenArchive, withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { choiceOf } from '../readOptions';
import { writeAll } from '../writeAll';
import { storeOf } from './annotatedArticles';
import { type AnnotationsArgs, annotationsArgs } from './annotationsArgs';

const longestQuote = 60;

/** Takes annotations over from other tools, or from another copy of the archive. */
export const runImport: Command['run'] = async (args, host) => {
  const request = annotationsArgs('import', args, true);
  if (request.files.length === 0)
    throw new CannotRun('annotations import needs a file; see marginalia annotations --help');
  const files = await Promise.all(request.files.map((path) => readFileFor(path, request)));
  return withArchive(request.folder, host, async (archive) => {
    const named = request.article === undefined ? undefined : posix.normalize(request.article);
    const finder = new ArticleFinder(articlesIn(archive, host.signal), named);
    if (named !== undefined && (await finder.document(named)) === undefined)
      throw new CannotRun(`--article ${named}: no such article in ${request.folder}; write its path from that folder`);
    const imports = files.map((read, index) => ({ name: basename(request.files[index] ?? ''), read }));
    let refused = 0;
    for (const { name, read } of imports) {
      for (const { place, detail } of read.refused) tell(host, `${name}: ${place} not imported: ${detail}`);
      refused += read.refused.length;
    }
    const { added, changed, same, homeless, outcomes } = await importInto(storeOf(archive), finder, imports);
    for (const { file, id } of homeless)
      tell(host, `${file}: ${id} not imported: there is no article it belongs to; name one with --article`);
    refused += homeless.length;
    writeAll(host.out, outcomes.map(lineOf));
    const notFound = outcomes.filter(({ found }) => found === 'notFound').length;
    tell(
      host,
      `Imported: ${added} new, ${changed} changed, ${same} there already${refused > 0 ? `, ${refused} not imported` : ''}${notFound > 0 ? `; ${notFound} not found` : ''}.`,
    );
    return refused > 0 ? exitCode.problemsFound : exitCode.done;
  });
};

function lineOf({ file, id, article, saved, found, quote }: ImportOutcome): string {
  const became = { added: 'imported', changed: 'imported, changed', same: 'there already' }[saved];
  const place = found === 'notFound' ? ', not found' : found === 'approximate' ? ', approximate' : '';
  const said = place === '' ? '' : `: “${shortened(quote, longestQuote)}”`;
  return `${plainLine(`${file}: ${id}: ${became}${place}: ${article ?? 'sources'}${said}`)}\n`;
}

function articlesIn({ files, reader, config }: OpenArchive, signal: AbortSignal): ImportArchive {
  return {
    files,
    async *articles() {
      for await (const batch of files.list(config.filter, '', signal)) {
        yield* (await reader.read(batch, 'head', config.rules, signal)).articles;
      }
    },
  };
}

async function readFileFor(path: string, { format, creators }: AnnotationsArgs): Promise<ImportedFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotRun(error.code === 'ENOENT' ? `${path}: there is no such file` : `${path}: ${error.message}`);
  });
  try {
    const known = choiceOf('format', importFormats, format);
    return readImport(text, known, creators[0] ?? 'imported');
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`${path}: ${errorText(error)}`);
  }
}

function tell(host: CliHost, line: string): void {
  host.error.write(`${plainLine(line)}\n`);
}
