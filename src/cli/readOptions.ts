import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorText } from '../core/text/errorText';
import { CannotRun } from './cliHost';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed after a command. What it does not take is refused in one line that names the help, of `help` or its own. */
export function readOptions<const O extends Options>(
  command: string,
  args: readonly string[],
  options: O,
  help: string = command,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const [first = ''] = errorText(error).split('. ');
    throw new CannotRun(`${command}: ${first}; see marginalia ${help} --help`);
  }
}

/** One of several words that an option takes; undefined where it was not given. */
export function choiceOf<T extends string>(
  option: string,
  known: readonly T[],
  written: string | undefined,
): T | undefined {
  if (written === undefined) return undefined;
  const found = known.find((word) => word === written);
  if (found === undefined)
    throw new CannotRun(`--${option} is one of ${known.join(', ')}, not ${written || 'nothing'}`);
  return found;
}
