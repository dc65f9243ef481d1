import { CannotRun, type Command } from '../cliHost';
import { runAgreement } from './runAgreement';
import { runCheck } from './runCheck';
import { runExport } from './runExport';
import { runImport } from './runImport';

const actions: Readonly<Record<string, Command['run']>> = {
  export: runExport,
  import: runImport,
  check: runCheck,
  agreement: runAgreement,
};

/** Everything about annotations that needs no window. */
export const annotationsCommand: Command = {
  summary: 'export, import and check annotations, and measure agreement',
  usage: `Export, import and check the annotations of an archive, and measure how far people agree.

Usage: marginalia annotations export <folder> --format jsonld|jsonld-standard|csv|jsonl|markdown|labelstudio|doccano
                                     [--label <id>] [--creator <name>]
       marginalia annotations import <folder> <file...> [--format jsonld|hypothesis|doccano]
                                     [--creator <name>] [--article <path>]
       marginalia annotations check <folder> [--format text|json]
       marginalia annotations agreement <folder> [--format text|json|csv|csv-disagreements]
                                     [--label <id>] [--creator <name>]

  --format   what to write, or of import what the files are: it is found out where it is not said
  --label    only annotations with this label; may be given again
  --creator  only annotations of this person; may be given again. Of import: whose annotations they are where the file
             does not say
  --article  the article they belong to where the file does not say, relative to the folder

export writes to the standard output. check looks for every annotation in its article as that is now, and for
articles that were renamed; in json, start and end count code points of what marginalia text prints. import prints what
became of each annotation; one whose quote is not in its article is kept as an orphan.

Exit codes: 0 done, 1 orphans, broken files or annotations that could not be imported, 2 could not run
`,
  run(args, host) {
    const [name, ...rest] = args;
    const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action !== undefined) return action(rest, host);
    const known = Object.keys(actions).join(', ');
    throw new CannotRun(
      `annotations takes one of ${known}${name === undefined ? '' : `, not ${name}`}; see marginalia annotations --help`,
    );
  },
};
