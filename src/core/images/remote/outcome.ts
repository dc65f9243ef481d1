import { type HttpFault, type HttpResponse, isHttpError } from '../../host/http';

/** What came of one request. */
export type Outcome =
  | { readonly response: HttpResponse; readonly fault?: undefined }
  | { readonly response?: undefined; readonly fault: HttpFault };

/** Makes a fault of what a client throws, and leaves alone what is none: that it was stopped, or a mistake of ours. */
export async function outcomeOf(asked: Promise<HttpResponse>): Promise<Outcome> {
  try {
    return { response: await asked };
  } catch (error) {
    if (isHttpError(error)) return { fault: error.fault };
    throw error;
  }
}

/** Where a redirect leads; undefined where the answer is none. An empty text is a redirect to nowhere. */
export function redirectOf({ response }: Outcome): string | undefined {
  if (response === undefined || ![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  return response.headers.location ?? '';
}
