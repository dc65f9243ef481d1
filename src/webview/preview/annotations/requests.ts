import type { AnnotatedMessage, AnnotationAction } from '../../../protocol/annotationMessages';
import type { FromPreview } from '../../../protocol/previewMessages';

/** Asks the extension to do things, and waits until each is done. */
export class Requests {
  readonly #send: (message: FromPreview) => void;
  readonly #waiting = new Map<number, (isDone: boolean) => void>();
  #count = 0;

  constructor(send: (message: FromPreview) => void) {
    this.#send = send;
  }

  /** Whether it was done. */
  ask(action: AnnotationAction): Promise<boolean> {
    const request = ++this.#count;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.#send({ kind: 'annotation', request, action });
    });
  }

  take({ request, isDone }: AnnotatedMessage): void {
    this.#waiting.get(request)?.(isDone);
    this.#waiting.delete(request);
  }
}
