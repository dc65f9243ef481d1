import { parseArgs } from 'node:util';

/** What of the suites is run, and how. */
export interface RunOptions {
  /** Names of suites; all of them when empty. */
  readonly only: readonly string[];
  /** Only tests whose full title matches this regular expression. */
  readonly grep?: string;
  /** Only tests of these files, as paths from the root of the project. */
  readonly sources?: readonly string[];
  /** A commit: only what can have been affected by the changes since. */
  readonly changedSince?: string;
  /** How much runs at the same time. */
  readonly lanes: number;
  /** How often all of it is run. */
  readonly times: number;
  /** Processes that keep the processor busy meanwhile. */
  readonly busy: number;
  /** The part of this machine's memory that is left to the tests. */
  readonly memory: number;
  /** Pictures are made in all themes, and those of the README. */
  readonly pictures: boolean;
}

const usage = `Usage: npm test -- [SUITE ...] [--only SUITE,SUITE] [--grep REGEXP] [--changed] [--base COMMIT]
                    [--lanes N] [--times N] [--busy PROCESSES] [--memory FRACTION]
                    [--pictures]`;

/** Reads the arguments of the test command; what is wrong with them is thrown, with what would be right. */
export function readRunOptions(args: readonly string[], suites: readonly string[]): RunOptions {
  const { positionals, values } = parse(args);
  const only = [...positionals, ...values.only.flatMap((names) => names.split(','))].map((name) => name.trim());
  const unknown = only.filter((name) => !suites.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no suite ${unknown.join(', ')}. The suites are: ${suites.join(', ')}.`);
  }
  return {
    only,
    ...(values.grep !== undefined && { grep: validPattern(values.grep) }),
    ...((values.changed || values.base !== undefined) && { changedSince: values.base ?? 'HEAD' }),
    lanes: numberOf('lanes', values.lanes, 1),
    times: numberOf('times', values.times, 1),
    busy: numberOf('busy', values.busy, 0),
    memory: fractionOf(values.memory),
    pictures: values.pictures,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string', short: 'o', multiple: true, default: [] },
        grep: { type: 'string', short: 'g' },
        changed: { type: 'boolean', default: false },
        base: { type: 'string' },
        lanes: { type: 'string', default: '2' },
        times: { type: 'string', default: '1' },
        busy: { type: 'string', default: '0' },
        memory: { type: 'string', default: '1' },
        pictures: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function validPattern(pattern: string): string {
  new RegExp(pattern);
  return pattern;
}

function numberOf(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) {
    throw new Error(`--${name} takes a whole number from ${least}, not ${text}.\n${usage}`);
  }
  return number;
}

/** `0.5` or `1/3`. */
function fractionOf(text: string): number {
  const [above = Number.NaN, below = 1] = text.split('/').map(Number);
  const fraction = above / below;
  if (!(fraction > 0 && fraction <= 1))
    throw new Error(`--memory takes a fraction such as 1/3, not ${text}.\n${usage}`);
  return fraction;
}
