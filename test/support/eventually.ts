const pauseMilliseconds = 50;

/**
 * How long anything in a test is waited for. What is there is not waited for, so that it only has to be more than the
 * slowest machine takes and less than `hangMilliseconds`.
 */
export const patienceMilliseconds = 120_000;

/** The first value that `look` finds; a look that throws or finds undefined or false is repeated until time is up. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  milliseconds = patienceMilliseconds,
): Promise<T> {
  const end = Date.now() + milliseconds;
  let failure: unknown;
  do {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  } while (Date.now() < end);
  const reason = failure instanceof Error ? `: ${failure.message}` : '';
  throw new Error(`Not within ${milliseconds / 1000} s: ${what}${reason}`);
}
