import type * as vscode from 'vscode';
import type { FromPreview } from '../../../../protocol/previewMessages';
import type { Services } from '../../../services';
import type { AnnotatedPreview } from './annotatedArticle';
import type { PreviewAnnotations } from './previewAnnotations';

/** The annotations of a preview, whose code is loaded once there is a page to show them in. */
export class AnnotationPart implements vscode.Disposable {
  readonly #preview: AnnotatedPreview;
  readonly #services: Services;
  #loading: Promise<PreviewAnnotations> | undefined;
  #isDisposed = false;

  constructor(preview: AnnotatedPreview, services: Services) {
    this.#preview = preview;
    this.#services = services;
  }

  begin(): void {
    this.#then((annotations) => annotations.begin()).catch(this.#log);
  }

  followText(): void {
    this.#then((annotations) => annotations.followText()).catch(this.#log);
  }

  annotateArticle(): void {
    this.#then((annotations) => annotations.annotateArticle()).catch(this.#log);
  }

  answer(message: Extract<FromPreview, { kind: 'annotation' }>): Promise<void> {
    return this.#then((annotations) => annotations.answer(message));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#loading?.then((annotations) => annotations.dispose()).catch(this.#log);
  }

  readonly #log = (error: unknown): void => this.#services.log.error(`Annotations in the preview: ${error}`);

  async #then(run: (annotations: PreviewAnnotations) => void | Promise<void>): Promise<void> {
    if (this.#isDisposed) return;
    this.#loading ??= import('./previewAnnotations').then(
      ({ PreviewAnnotations }) => new PreviewAnnotations(this.#preview, this.#services),
    );
    const annotations = await this.#loading;
    if (!this.#isDisposed) await run(annotations);
  }
}
