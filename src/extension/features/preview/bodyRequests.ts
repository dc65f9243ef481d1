import * as vscode from 'vscode';
import type { RenderMessage, ToPreview } from '../../../protocol/previewMessages';

interface Waiting {
  readonly article: RenderMessage;
  readonly resolve: (html: string) => void;
  readonly reject: (reason: unknown) => void;
}

/** Asks a page for the sanitised bodies of articles, shown or not, and waits for each until the page is there and in sight. */
export class BodyRequests {
  readonly #send: (message: ToPreview) => void;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(send: (message: ToPreview) => void) {
    this.#send = send;
  }

  async ask(article: RenderMessage, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const request = ++this.#count;
    let stop: (() => void) | undefined;
    const asked = new Promise<string>((resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
      this.#waiting.set(request, { article, resolve, reject });
      this.#send({ kind: 'collect', request, article });
    });
    try {
      return await asked;
    } finally {
      this.#waiting.delete(request);
      if (stop !== undefined) signal.removeEventListener('abort', stop);
    }
  }

  answer(request: number, html: string): void {
    this.#waiting.get(request)?.resolve(html);
  }

  /** To be called when the page has come up: it knows nothing of what was asked before. */
  begin(): void {
    for (const [request, { article }] of this.#waiting) this.#send({ kind: 'collect', request, article });
  }

  dispose(): void {
    const closed = new Error(vscode.l10n.t('The preview was closed.'));
    for (const { reject } of this.#waiting.values()) reject(closed);
  }
}
