import type { Seeded } from '../../support/seeded';

const words = (
  'harbour council weather library harvest tram bridge survey museum orchard signal river market teachers ' +
  'festival budget engineers glacier violin stadium clinic lantern railway pottery satellite meadow'
).split(' ');
const characters = [
  ...'港口市政天气图书馆收获电车桥梁调查博物果园信号河流市场教师节日预算工程冰川提琴体育诊所灯铁路陶艺卫星草地今年表示研究',
];

/** Writes text of our own, in English or Chinese. */
export class Writer {
  readonly seeded: Seeded;
  readonly isChinese: boolean;

  constructor(seeded: Seeded, isChinese: boolean) {
    this.seeded = seeded;
    this.isChinese = isChinese;
  }

  sourceName(number: number): string {
    if (!this.isChinese) return `Ledger ${number}`;
    return `${characters[number % 40]}${characters[(number * 7) % 50]}晚报${number}`;
  }

  sentence(): string {
    const parts = this.#parts(12 + this.seeded.below(14));
    return this.isChinese ? `${parts.join('')}。` : `${parts.join(' ')}.`;
  }

  sentences(count: number): string {
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }

  /** A few words, as a heading, a tag or a cell has them. */
  phrase(): string {
    const parts = this.#parts(2 + this.seeded.below(3));
    return this.isChinese ? parts.join('') : parts.join(' ');
  }

  tag(): string {
    const phrase = this.phrase();
    return `#${this.isChinese ? phrase : phrase.replaceAll(' ', '')}`;
  }

  /** Pieces until they are so many bytes together. */
  upTo(bytes: number, piece: () => string): readonly string[] {
    const pieces: string[] = [];
    for (let size = 0; size < bytes; ) {
      const next = piece();
      pieces.push(next);
      size += Buffer.byteLength(next);
    }
    return pieces;
  }

  #parts(length: number): readonly string[] {
    return Array.from({ length }, () => this.seeded.of(this.isChinese ? characters : words));
  }
}
