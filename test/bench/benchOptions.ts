import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** The names of the parts to measure. */
  readonly parts: readonly string[];
  readonly isQuick: boolean;
  readonly articles: number;
  /** Instead of as many as each part takes for itself. */
  readonly rounds?: number;
  /** The commit to be held against. */
  readonly against?: string;
  /** Where the results are kept. */
  readonly json?: string;
}

/** Reads the command line of the bench; `all` are the names of its parts. */
export function benchOptions(args: readonly string[], all: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      against: { type: 'string' },
      json: { type: 'string' },
      articles: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const { quick: isQuick, only, against, json, articles, rounds } = values;
  const parts = only?.flatMap((names) => names.split(',')) ?? all;
  const unknown = parts.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}. Parts: ${all.join(', ')}`);
  return {
    parts,
    isQuick,
    articles: articles === undefined ? (isQuick ? 10_000 : 100_000) : countOf('articles', articles),
    ...(rounds === undefined ? {} : { rounds: countOf('rounds', rounds) }),
    ...(against === undefined ? {} : { against }),
    ...(json === undefined ? {} : { json }),
  };
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} is a whole number from 1 on, not ${text}.`);
  return count;
}
