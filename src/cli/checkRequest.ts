import { closestRule } from '../core/problems/closestRule';
import { type Level, levels } from '../core/problems/problem';
import { allRules } from '../core/problems/rules/allRules';
import { CannotRun } from './cliHost';
import { choiceOf, readOptions } from './readOptions';
import { type RemoteRequest, remoteOptions, remoteRequestOf } from './remoteRequest';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** What a person asked `check` to do. */
export interface CheckRequest {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly levels: Readonly<Record<string, Level>>;
  readonly maxWarnings: number;
  readonly fix: 'no' | 'write' | 'show';
  /** Absent where remote images are left alone. */
  readonly remote?: RemoteRequest;
}

export function parseCheckRequest(args: readonly string[]): CheckRequest {
  const { values, positionals } = readOptions('check', args, {
    format: { type: 'string' },
    rule: { type: 'string', multiple: true },
    'max-warnings': { type: 'string' },
    fix: { type: 'boolean' },
    'fix-dry-run': { type: 'boolean' },
    ...remoteOptions,
  });
  if (positionals.length === 0) {
    throw new CannotRun('check needs a file or the folder of an archive; see marginalia check --help');
  }
  if (values.fix === true && values['fix-dry-run'] === true) {
    throw new CannotRun('check takes --fix or --fix-dry-run, not both');
  }
  const remote = remoteRequestOf(values);
  return {
    paths: positionals,
    format: choiceOf('format', checkFormats, values.format) ?? 'text',
    levels: Object.fromEntries((values.rule ?? []).map(levelOf)),
    maxWarnings: maxWarningsOf(values['max-warnings']),
    fix: values.fix === true ? 'write' : values['fix-dry-run'] === true ? 'show' : 'no',
    ...(remote === undefined ? {} : { remote }),
  };
}

function levelOf(value: string): readonly [rule: string, level: Level] {
  const [rule = '', written = ''] = value.split('=', 2);
  const ids = allRules.map(({ id }) => id);
  if (!ids.some((id) => id === rule)) {
    const closest = closestRule(rule, ids);
    const meant =
      closest === undefined ? '; marginalia check --format sarif names them all' : `; did you mean ${closest}?`;
    throw new CannotRun(`--rule: there is no rule ${rule || 'without a name'}${meant}`);
  }
  const level = levels.find((known) => known === written);
  if (level === undefined) throw new CannotRun(`--rule is written ${rule}=<one of ${levels.join(', ')}>`);
  return [rule, level];
}

function maxWarningsOf(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw new CannotRun(`--max-warnings is a whole number, not ${value || 'nothing'}`);
  return Number(value);
}
