import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeptText } from '../core/host/keptText';
import { writeFileAtomically } from './writeFileAtomically';

/** A kept text in a file of this machine. */
export class KeptTextFile implements KeptText {
  readonly #path: string;
  #saving: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<string | undefined> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Saves after what is being saved already. */
  write(text: string): Promise<void> {
    const save = async (): Promise<void> => {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFileAtomically(this.#path, text);
    };
    this.#saving = this.#saving.then(save, save);
    return this.#saving;
  }
}
