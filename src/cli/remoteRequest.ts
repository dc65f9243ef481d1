import { defaultRequestPolicy } from '../core/images/remote/requestPolicy';
import { CannotRun } from './cliHost';

/** How remote images are to be looked at. */
export interface RemoteRequest {
  /** The path of the file that remembers verdicts. */
  readonly cache?: string;
  readonly allowHosts: readonly string[];
  readonly inAll: number;
  readonly perHost: number;
  /** In milliseconds. */
  readonly timeout: number;
}

export const remoteOptions = {
  remote: { type: 'boolean' },
  cache: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  concurrency: { type: 'string' },
  'per-host': { type: 'string' },
  timeout: { type: 'string' },
} as const;

interface RemoteValues {
  readonly remote?: boolean;
  readonly cache?: string;
  readonly 'allow-host'?: readonly string[];
  readonly concurrency?: string;
  readonly 'per-host'?: string;
  readonly timeout?: string;
}

/** Undefined where remote images are not to be looked at. */
export function remoteRequestOf(values: RemoteValues): RemoteRequest | undefined {
  if (values.remote !== true) {
    for (const name of ['cache', 'allow-host', 'concurrency', 'per-host', 'timeout'] as const) {
      if (values[name] !== undefined) throw new CannotRun(`--${name} says how to check remote images: add --remote`);
    }
    return undefined;
  }
  if (values.cache === '') throw new CannotRun('--cache needs the path of a file');
  return {
    ...(values.cache === undefined ? {} : { cache: values.cache }),
    allowHosts: values['allow-host'] ?? [],
    inAll: numberOf('concurrency', values.concurrency, defaultRequestPolicy.inAll),
    perHost: numberOf('per-host', values['per-host'], defaultRequestPolicy.perHost),
    timeout: secondsOf(values.timeout) * 1000,
  };
}

function numberOf(name: string, written: string | undefined, standard: number): number {
  if (written === undefined) return standard;
  if (!/^[1-9]\d{0,3}$/.test(written))
    throw new CannotRun(`--${name} is a whole number from 1 to 9999, not ${written}`);
  return Number(written);
}

function secondsOf(written: string | undefined): number {
  if (written === undefined) return 20;
  const seconds = /^\d+(?:\.\d+)?$/.test(written) ? Number(written) : 0;
  if (!(seconds > 0 && seconds <= 3600)) throw new CannotRun(`--timeout is a number of seconds, not ${written}`);
  return seconds;
}
