import { Limit } from '../../archive/limit';
import type { AnchoredArticle } from '../anchorAnnotations';
import { type LabelledArticle, labelledArticle } from './labelledArticle';

/** How many articles are read at once. */
const atOnce = 8;

/** What people gave to articles, read once and again only where something changed. */
export class LabelledArticles {
  readonly #anchored: (path: string) => Promise<AnchoredArticle>;
  readonly #known = new Map<string, LabelledArticle | undefined>();
  /** The reading of each article that is wanted: whatever changes meanwhile makes it worthless. */
  readonly #readings = new Map<string, object>();

  /** `anchored`: an article's annotations, and where they are in its text. */
  constructor(anchored: (path: string) => Promise<AnchoredArticle>) {
    this.#anchored = anchored;
  }

  get(path: string): LabelledArticle | undefined {
    return this.#known.get(path);
  }

  /** What is known of these articles is old. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) {
      this.#known.delete(path);
      this.#readings.delete(path);
    }
  }

  /** Keeps these articles only, and reads what is not known of them. `otherWork` lets others go first, and rejects to stop. */
  async read(
    paths: ReadonlySet<string>,
    otherWork: () => Promise<void>,
    onProgress: (done: number) => void = () => undefined,
  ): Promise<void> {
    this.forget([...this.#known.keys()].filter((path) => !paths.has(path)));
    const limit = new Limit(atOnce);
    let done = 0;
    await limit.during(async () => {
      for (const path of paths) {
        if (this.#known.has(path)) {
          onProgress(++done);
          continue;
        }
        await limit.add(async () => {
          await this.#read(path, otherWork);
          onProgress(++done);
        });
      }
    });
  }

  async #read(path: string, otherWork: () => Promise<void>): Promise<void> {
    const reading = {};
    this.#readings.set(path, reading);
    await otherWork();
    const anchored = await this.#anchored(path);
    if (this.#readings.get(path) !== reading) return;
    this.#readings.delete(path);
    this.#known.set(path, labelledArticle(anchored));
  }
}
