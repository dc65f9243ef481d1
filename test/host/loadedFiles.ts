import { readFileSync } from 'node:fs';
import { type Debugger, Session } from 'node:inspector/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { theExtension } from './sampleArchive';

/** The files of the extension that are loaded, as paths below its `dist`; V8 knows of each. */
export async function loadedFiles(): Promise<ReadonlySet<string>> {
  const session = new Session();
  session.connect();
  try {
    const urls: string[] = [];
    session.on('Debugger.scriptParsed', ({ params }: { params: Debugger.ScriptParsedEventDataType }) =>
      urls.push(params.url),
    );
    await session.post('Debugger.enable');
    await session.post('Debugger.disable');
    const files = urls
      .filter((url) => url.startsWith('file:'))
      .map((url) => relative(builtFolder(), fileURLToPath(url)).replaceAll('\\', '/'));
    return new Set(files.filter((file) => !/^(?:\.\.|test)(?:\/|$)/.test(file)));
  } finally {
    session.disconnect();
  }
}

/** The sources and packages that built files were made of: the bundler writes them down where it does not minify. */
export function sourcesOf(files: Iterable<string>): ReadonlySet<string> {
  return new Set(
    [...files]
      .flatMap((file) => [...textOf(file).matchAll(/^ *\/\/ ((?:src|node_modules)\/.*)$/gm)])
      .map(([, source = '']) => source),
  );
}

function textOf(file: string): string {
  return readFileSync(join(builtFolder(), file), 'utf8');
}

export function builtFolder(): string {
  return join(theExtension().extensionPath, 'dist');
}
