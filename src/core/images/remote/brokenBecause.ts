import { type VerdictKind, verdictInProblem } from './imageVerdict';

/** As it is written into articles: in English, like everything else that programs read there. */
const words: Readonly<Record<VerdictKind, string>> = {
  ok: 'fine',
  gone: 'gone',
  notAnImage: 'not an image',
  truncated: 'cut off',
  serverError: 'the server fails',
  refused: 'refused',
  unreachable: 'unreachable',
  moved: 'moved',
  redirectLoop: 'redirected in a circle',
  placeholder: 'a stand-in',
  skipped: 'not checked',
};

/** Why an image is known to be broken and since when; undefined for what is no finding about a remote image. */
export function brokenBecause(data: unknown): string | undefined {
  const { verdict } = verdictInProblem(data) ?? {};
  if (verdict === undefined) return undefined;
  const { kind, cause, status, checked } = verdict;
  const why = cause === 'status' && status !== undefined ? ` (${status})` : '';
  return `${words[kind]}${why}, ${new Date(checked).toISOString().slice(0, 10)}`;
}
