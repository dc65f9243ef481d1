const pauseMilliseconds = 50;

/** The first value that `look` finds; a look that throws or finds undefined or false is repeated until time is up. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  milliseconds = 30_000,
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
