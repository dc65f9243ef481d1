/** Text files of an archive that this extension writes, by paths relative to its folder, with `/`. */
export interface TextStore {
  /** The paths of all files below a folder; none where it is not there. Files whose names start with a dot are left out. */
  list(folder: string): Promise<readonly string[]>;
  /** The contents of all those files, as they are read; of a file that cannot be read `undefined`. */
  readAll(folder: string): AsyncIterable<readonly [path: string, text: string | undefined]>;
  /** `undefined` where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /**
   * Replaces a file as a whole by what `change` makes of it, so that nobody, not even after a crash, sees half of it. Nobody
   * else who goes this way writes it meanwhile. `undefined` in stands for no file, out for leaving everything as it is; an
   * empty text removes the file. `change` may be called again, and its result is what counts.
   */
  update(path: string, change: (text: string | undefined) => string | undefined): Promise<void>;
  /** Moves a file, or a folder with all that is in it. What is at the new place already stays: then nothing is done. */
  move(from: string, to: string): Promise<boolean>;
}
