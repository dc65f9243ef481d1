/** Which articles show which files of the archive, so that these are looked at again when one of those comes or goes. */
export class ImageUses {
  readonly #articles = new Map<string, Set<string>>();
  readonly #shown = new Map<string, readonly string[]>();

  /** What an article shows now, whatever it showed before. */
  put(article: string, files: readonly string[]): void {
    for (const file of this.#shown.get(article) ?? []) {
      const articles = this.#articles.get(file);
      articles?.delete(article);
      if (articles?.size === 0) this.#articles.delete(file);
    }
    if (files.length === 0) {
      this.#shown.delete(article);
      return;
    }
    this.#shown.set(article, files);
    for (const file of files) {
      const articles = this.#articles.get(file) ?? new Set();
      articles.add(article);
      this.#articles.set(file, articles);
    }
  }

  /** Of files, and of folders with whatever may be in them. */
  articlesThatShow(paths: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>();
    for (const path of paths) for (const article of this.#articles.get(path) ?? []) found.add(article);
    if (this.#articles.size === 0) return found;
    const folders = paths.filter((path) => !this.#articles.has(path)).map((path) => `${path}/`);
    if (folders.length === 0) return found;
    for (const [file, articles] of this.#articles) {
      if (folders.some((folder) => file.startsWith(folder))) for (const article of articles) found.add(article);
    }
    return found;
  }
}
