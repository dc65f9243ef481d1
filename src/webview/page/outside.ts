import type { PageData } from '../../protocol/pageData';

interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** What a page can do to the world outside, and what it is told from there. */
export interface Outside<From, To, Strings, State = never> {
  readonly send: (message: From) => void;
  readonly keep: (state: State) => void;
  /** What was kept before the page was loaded again. */
  readonly kept: State | undefined;
  readonly strings: Strings;
  /** Gives what the page begins with, at once, and then each message. */
  readonly listen: (take: (message: To) => void) => void;
}

/**
 * To be called once in a page. `readState`: undefined for what is no state of the page. What our own extension has put into the
 * page and sends is what its types say.
 */
export function connect<From, To, Strings, State = never>(
  readState: (kept: unknown) => State | undefined = () => undefined,
): Outside<From, To, Strings, State> {
  const api = acquireVsCodeApi();
  const { strings, first }: PageData<To, Strings> = JSON.parse(document.getElementById('data')?.textContent ?? '');
  return {
    send: (message) => api.postMessage(message),
    keep: (state) => api.setState(state),
    kept: readState(api.getState()),
    strings,
    listen: (take) => {
      for (const message of first) take(message);
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        // Tools in the browser send messages of their own to every window.
        if (typeof data === 'object' && data !== null && 'kind' in data) take(data as To);
      });
    },
  };
}
