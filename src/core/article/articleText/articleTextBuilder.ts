import { ArticleText } from './articleText';

/** Where each unit of a piece of text is written: unit `n` from `starts[n]` to `ends[n]`. */
export interface UnitPlaces {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

type Gap = 'none' | 'space' | 'block';

/** Puts the text of an article together from pieces in reading order. */
export class ArticleTextBuilder {
  #text = '';
  readonly #textStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  #gap: Gap = 'none';
  #sourceEnd = 0;
  #preformatted = 0;

  /** Text that is written as it is read, `start` to `end` of the document. */
  add(document: string, start: number, end: number): void {
    this.addPiece(document, start, end, 0);
  }

  /** `piece` from `start` to `end`, of which unit 0 is written at `base`. */
  addPiece(piece: string, start: number, end: number, base: number): void {
    for (let at = start; at < end; ) {
      const skipped = this.#skip(piece, at, end);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      let stop = at + 1;
      while (stop < end && isPlain(piece, stop, end)) stop++;
      this.#put(piece.slice(at, stop), base + at, base + stop);
      at = stop;
    }
  }

  /** Text of which each unit may be written in its own way. */
  addPlaced(piece: string, places: UnitPlaces): void {
    for (let at = 0; at < piece.length; ) {
      const skipped = this.#skip(piece, at, piece.length);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      let stop = at + 1;
      while (stop < piece.length && isSameRun(places, stop) && isPlain(piece, stop, piece.length)) stop++;
      const start = places.starts[at] ?? 0;
      this.#put(piece.slice(at, stop), start, Math.max(start, places.ends[stop - 1] ?? 0));
      at = stop;
    }
  }

  /** One character that is written in another way, as an entity is. */
  addAtom(character: string, sourceStart: number, sourceEnd: number): void {
    if (this.#skip(character, 0, character.length) === 0) this.#put(character, sourceStart, sourceEnd);
  }

  /** What comes next is parted from what was before by white space. */
  space(): void {
    if (this.#gap === 'none') this.#gap = 'space';
  }

  /** What comes next is another block. */
  block(): void {
    this.#gap = 'block';
  }

  /** From here on line ends part blocks, until as many `closePreformatted`. */
  openPreformatted(): void {
    this.#preformatted++;
  }

  closePreformatted(): void {
    if (this.#preformatted > 0) this.#preformatted--;
  }

  build(): ArticleText {
    return new ArticleText(this.#text, {
      textStarts: Int32Array.from(this.#textStarts),
      sourceStarts: Int32Array.from(this.#sourceStarts),
      sourceEnds: Int32Array.from(this.#sourceEnds),
    });
  }

  /** Where what cannot be seen at `at` ends. */
  #skip(piece: string, start: number, end: number): number {
    let at = start;
    for (; at < end; at++) {
      const unit = piece.charCodeAt(at);
      if (isSpace(unit)) {
        if (this.#preformatted > 0 && (unit === 10 || unit === 13)) this.block();
        else this.space();
      } else if (!isUnseen(unit)) break;
    }
    return at;
  }

  #put(text: string, sourceStart: number, sourceEnd: number): void {
    if (this.#gap !== 'none' && this.#text !== '') {
      this.#run(this.#gap === 'block' ? '\n' : ' ', this.#sourceEnd, Math.max(this.#sourceEnd, sourceStart));
    }
    this.#gap = 'none';
    this.#run(text, sourceStart, sourceEnd);
    this.#sourceEnd = sourceEnd;
  }

  #run(text: string, sourceStart: number, sourceEnd: number): void {
    this.#textStarts.push(this.#text.length);
    this.#sourceStarts.push(sourceStart);
    this.#sourceEnds.push(sourceEnd);
    this.#text += text;
  }
}

/** Whether the unit can go on a run of text: seen, or one plain space before something that is. */
function isPlain(piece: string, at: number, end: number): boolean {
  const unit = piece.charCodeAt(at);
  if (unit !== 0x20) return !isSpace(unit) && !isUnseen(unit);
  if (at + 1 >= end) return false;
  const next = piece.charCodeAt(at + 1);
  return !isSpace(next) && !isUnseen(next);
}

function isSameRun({ starts, ends }: UnitPlaces, at: number): boolean {
  return (
    starts[at] === ends[at - 1] &&
    (ends[at] ?? 0) === (starts[at] ?? 0) + 1 &&
    (ends[at - 1] ?? 0) === (starts[at - 1] ?? 0) + 1
  );
}

/** White space of any kind, and control characters. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return true;
  if (unit < 0x7f) return false;
  if (unit <= 0xa0) return true;
  if (unit < 0x1680) return false;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Takes no room and means nothing to a reader: soft hyphen, zero-width space, word joiner, byte order mark. */
function isUnseen(unit: number): boolean {
  return unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff;
}
