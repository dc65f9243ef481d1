import { parseArgs } from 'node:util';
import { CannotRun } from '../cliHost';

export interface AnnotationsArgs {
  readonly folder: string;
  readonly files: readonly string[];
  readonly format: string | undefined;
  readonly labels: readonly string[];
  readonly creators: readonly string[];
  readonly article: string | undefined;
}

export function annotationsArgs(action: string, args: readonly string[], takesFiles = false): AnnotationsArgs {
  const { values, positionals } = parse(action, args);
  const [folder, ...files] = positionals;
  if (folder === undefined)
    throw new CannotRun(`annotations ${action} needs the folder of an archive; see marginalia annotations --help`);
  if (!takesFiles && files.length > 0)
    throw new CannotRun(`annotations ${action} takes one folder, not also ${files.join(' ')}`);
  return {
    folder,
    files,
    format: values.format,
    labels: values.label ?? [],
    creators: values.creator ?? [],
    article: values.article,
  };
}

function parse(action: string, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        label: { type: 'string', multiple: true },
        creator: { type: 'string', multiple: true },
        article: { type: 'string' },
      },
    });
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CannotRun(`annotations ${action}: ${first}; see marginalia annotations --help`);
  }
}

/** The format that was asked for, or the usual one. */
export function formatOf<T extends string>(known: readonly T[], written: string | undefined, usual: T): T {
  if (written === undefined) return usual;
  const found = known.find((format) => format === written);
  if (found === undefined) throw new CannotRun(`--format is one of ${known.join(', ')}, not ${written || 'nothing'}`);
  return found;
}
