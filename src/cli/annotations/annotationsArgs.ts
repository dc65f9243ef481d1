import { CannotRun } from '../cliHost';
import { readOptions } from '../readOptions';

export interface AnnotationsArgs {
  readonly folder: string;
  readonly files: readonly string[];
  readonly format: string | undefined;
  readonly labels: readonly string[];
  readonly creators: readonly string[];
  readonly article: string | undefined;
}

export function annotationsArgs(action: string, args: readonly string[], takesFiles = false): AnnotationsArgs {
  const command = `annotations ${action}`;
  const { values, positionals } = readOptions(
    command,
    args,
    {
      format: { type: 'string' },
      label: { type: 'string', multiple: true },
      creator: { type: 'string', multiple: true },
      article: { type: 'string' },
    },
    'annotations',
  );
  const [folder, ...files] = positionals;
  if (folder === undefined)
    throw new CannotRun(`${command} needs the folder of an archive; see marginalia annotations --help`);
  if (!takesFiles && files.length > 0) throw new CannotRun(`${command} takes one folder, not also ${files.join(' ')}`);
  return {
    folder,
    files,
    format: values.format,
    labels: values.label ?? [],
    creators: values.creator ?? [],
    article: values.article,
  };
}
