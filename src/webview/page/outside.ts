interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** What a page can do to the world outside. */
export interface Outside<Message, State = never> {
  readonly send: (message: Message) => void;
  readonly keep: (state: State) => void;
  /** What was kept before the page was loaded again. */
  readonly kept: State | undefined;
}

/** To be called once in a page. `readState`: undefined for what is no state of the page. */
export function connect<Message, State = never>(
  readState: (kept: unknown) => State | undefined = () => undefined,
): Outside<Message, State> {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    keep: (state) => api.setState(state),
    kept: readState(api.getState()),
  };
}
