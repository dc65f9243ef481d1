import { standInMatcher } from '../standIns';

/** A picture that is known by its hash is read whole up to this size, and not told apart beyond it. */
export const largestKnownPicture = 64 * 1024;

/** What shows that a server has sent a picture in the place of one it does not have. */
export interface PlaceholderSettings {
  /** SHA-256 of whole files, in hexadecimal digits. */
  readonly hashes: readonly string[];
  /** Patterns of addresses that redirects lead to, with `*` for anything. */
  readonly addresses: readonly string[];
}

export const defaultPlaceholders: PlaceholderSettings = {
  hashes: [],
  addresses: ['https://i.imgur.com/removed.png', '*/404.gif', '*/404.png', '*/404.jpg', '*/noimage.*', '*/no-image.*'],
};

/** Knows "not found" pictures. */
export class Placeholders {
  readonly #hashes: ReadonlySet<string>;
  readonly #isKnownAddress: (url: string) => boolean;

  constructor({ hashes, addresses }: PlaceholderSettings) {
    this.#hashes = new Set(hashes.map((hash) => hash.trim().toLowerCase()));
    this.#isKnownAddress = standInMatcher(addresses);
  }

  get hasHashes(): boolean {
    return this.#hashes.size > 0;
  }

  isKnownAddress(url: string): boolean {
    return this.#isKnownAddress(url);
  }

  async isKnownPicture(bytes: Uint8Array): Promise<boolean> {
    return this.hasHashes && this.#hashes.has(await sha256(bytes));
  }
}

/** In hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
