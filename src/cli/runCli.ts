import { version } from '../../package.json';
import { errorText } from '../core/text/errorText';
import { annotationsCommand } from './annotations/annotationsCommand';
import { checkCommand } from './checkCommand';
import { CannotRun, type CliHost, type Command, exitCode } from './cliHost';
import { listCommand } from './listCommand';
import { plainLine } from './plainLine';
import { textCommand } from './textCommand';

/** A new command is a file that exports one and a line here. */
const commands: Readonly<Record<string, Command>> = {
  list: listCommand,
  check: checkCommand,
  annotations: annotationsCommand,
  text: textCommand,
};

/** Runs one command of the command line and resolves to its exit code. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const [name, ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    host.out.write(overview());
    return exitCode.done;
  }
  if (name === '--version' || name === '-v') {
    host.out.write(`${version}\n`);
    return exitCode.done;
  }
  try {
    if (name === undefined) throw new CannotRun('which command? See marginalia --help');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      const kind = name.startsWith('-') ? 'option' : 'command';
      throw new CannotRun(`there is no ${kind} ${name}; see marginalia --help`);
    }
    if (args.includes('--help') || args.includes('-h')) {
      host.out.write(command.usage);
      return exitCode.done;
    }
    return await command.run(args, host);
  } catch (error) {
    const isStopped = host.signal.aborted && error === host.signal.reason;
    const why = isStopped ? 'stopped before it was done' : errorText(error);
    host.error.write(`marginalia: ${plainLine(why)}\n`);
    return exitCode.couldNotRun;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `Marginalia reads archives of news articles.

Usage: marginalia <command> [options]

Commands:
${lines.join('')}
Options:
  --help     show this, or with a command what it takes
  --version  show the version

Exit codes: 0 done, 1 problems found, 2 could not run
`;
}
