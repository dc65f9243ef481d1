import { runCli } from '../../../src/cli/runCli';
import type { Level } from '../../../src/core/problems/problem';
import { allRules } from '../../../src/core/problems/rules/allRules';
import { keptThreads } from './keptThreads';

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command as a person would, and keeps what it says. */
export async function runInMemory(...argv: readonly string[]): Promise<CliRun> {
  let out = '';
  let error = '';
  const code = await runCli(argv, {
    out: { write: (text) => (out += text) },
    error: { write: (text) => (error += text) },
    signal: new AbortController().signal,
    ...keptThreads,
  });
  return { code, out, error };
}

/** Arguments that leave only these rules on, so that what others find does not matter. */
export function only(levels: Readonly<Record<string, Level>>): readonly string[] {
  return allRules.flatMap(({ id }) => ['--rule', `${id}=${levels[id] ?? 'off'}`]);
}
