import * as vscode from 'vscode';
import { showImages } from '../../../core/preview/shownImage';
import type { PreviewHead } from '../../../protocol/previewMessages';
import type { Services } from '../../services';
import { type ArticlePlace, placeOf } from './articlePlace';
import { LocalImageFinder, type LocalImages } from './localImages';
import { previewHead, previewProblems } from './previewHead';
import type { RemoteImagePolicy } from './remoteImagePolicy';
import type { PreparedDocument, ShownArticle } from './shownArticle';

/** Makes what a preview shows of an article. What is the same as the last time is not made again. */
export class ArticleRenderer {
  readonly #services: Services;
  readonly #remoteImages: RemoteImagePolicy;
  readonly #addressOf: (file: vscode.Uri) => string;
  readonly #finder = new LocalImageFinder();
  #prepared: PreparedDocument | undefined;
  #version = 0;

  constructor(services: Services, remoteImages: RemoteImagePolicy, addressOf: (file: vscode.Uri) => string) {
    this.#services = services;
    this.#remoteImages = remoteImages;
    this.#addressOf = addressOf;
  }

  /** The number of a render, above all that were given before. */
  nextVersion(): number {
    return ++this.#version;
  }

  /** Looks for images anew: files have come or gone. */
  forgetImages(): void {
    this.#finder.clear();
  }

  async render(uri: vscode.Uri): Promise<ShownArticle> {
    const document = await vscode.workspace.openTextDocument(uri);
    const place = placeOf(uri, this.#services.archives);
    const prepared = await this.#prepare(document, place);
    const images = await this.#finder.find(prepared.article, place);
    return this.#message(place, prepared, images);
  }

  async #prepare(document: vscode.TextDocument, place: ArticlePlace): Promise<PreparedDocument> {
    const { reading, imageFields, imageRoots, standInImages, path } = place.options;
    const options = { path, reading, imageFields, imageRoots, standInImages };
    const known = this.#prepared;
    const key = JSON.stringify(options);
    if (known?.document === document && known.version === document.version && known.options === key) return known;
    const { version } = document;
    const article = await this.#services.prepareArticle(document.getText(), options, place.archive?.trees);
    this.#prepared = { document, version, article, options: key };
    return this.#prepared;
  }

  #message(place: ArticlePlace, prepared: PreparedDocument, local: LocalImages): ShownArticle {
    const { article } = prepared;
    const policy = this.#remoteImages.of(place);
    const addresses = new Map([...local].map(([path, file]) => [path, this.#addressOf(file)]));
    const { images, blocked } = showImages(article, policy, addresses);
    const message: ShownArticle['message'] = {
      kind: 'render',
      version: this.nextVersion(),
      article: place.uri.toString(),
      head: this.#head(place, prepared),
      html: article.html,
      images,
      links: article.links,
      blocked,
      statistics: article.statistics,
      ...(article.language === undefined ? {} : { language: article.language }),
      ...(article.limited === undefined ? {} : { limited: article.limited }),
      mayLoadRemote: policy === 'ask' && article.images.some(({ target }) => target.kind === 'remote'),
    };
    return { place, prepared, images: local, message };
  }

  #head(place: ArticlePlace, { article }: PreparedDocument): PreviewHead {
    const problems = this.#services.problems.documents.of(place.uri)?.problems ?? [];
    return previewHead(article.head, place, previewProblems(problems));
  }
}
