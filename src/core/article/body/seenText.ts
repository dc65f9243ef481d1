import { detached } from './attributeText';
import type { HeadingReference, LinkReference } from './imageReference';
import { announcesOriginal, isOriginalAddress, isOriginalText } from './originalLink';
import { TextStatistics } from './textStatistics';

const linkTextKept = 200;
const headingKept = 300;
const leadingKept = 4;
const announcementKept = 32;

/** Takes the text of a body in reading order: counts it, and keeps the first heading and what links say. */
export class SeenText {
  readonly statistics: TextStatistics;
  readonly links: LinkReference[] = [];
  /** The first few headings that stand before all other text. */
  readonly leadingHeadings: HeadingReference[] = [];
  heading: string | undefined;
  originalLink: string | undefined;

  #headingText: string | undefined;
  #headingStart = 0;
  #isLeading = false;
  /** How many characters there were after the last heading with nothing but headings before. */
  #charactersOfLeading = 0;
  #link: LinkReference | undefined;
  #linkText = '';
  // The last piece of text, where "Source:" before a link may be.
  #last = '';
  #lastStart = 0;
  #lastEnd = 0;

  constructor(statistics = new TextStatistics()) {
    this.statistics = statistics;
  }

  get inLink(): boolean {
    return this.#link !== undefined;
  }

  add(text: string, start = 0, end = text.length): void {
    this.statistics.add(text, start, end);
    if (this.#link) this.#linkText = appended(this.#linkText, text, start, end, linkTextKept);
    if (this.#headingText !== undefined) {
      this.#headingText = appended(this.#headingText, text, start, end, headingKept);
    }
    this.#last = text;
    this.#lastStart = start;
    this.#lastEnd = end;
  }

  addCodePoint(point: number): void {
    this.statistics.addCodePoint(point);
    const inLink = this.#link !== undefined && this.#linkText.length < linkTextKept;
    const inHeading = this.#headingText !== undefined && this.#headingText.length < headingKept;
    if (!inLink && !inHeading) return;
    const character = String.fromCodePoint(point);
    if (inLink) this.#linkText += character;
    if (inHeading) this.#headingText += character;
  }

  /** Words and announcements end here. */
  part(): void {
    this.statistics.endWord();
    this.#last = '';
    this.#lastStart = 0;
    this.#lastEnd = 0;
  }

  openHeading(start: number): void {
    this.#isLeading =
      this.statistics.characters === this.#charactersOfLeading &&
      !this.statistics.isFull &&
      this.leadingHeadings.length < leadingKept;
    this.#headingStart = start;
    if (this.heading === undefined || this.#isLeading) this.#headingText = '';
  }

  /** `end`: where the heading's mark-up ends, when it does. */
  closeHeading(end?: number): void {
    const text = collapsed(this.#headingText ?? '');
    if (this.#headingText !== undefined && text !== '') {
      this.heading ??= detached(text);
      if (this.#isLeading && end !== undefined) {
        this.leadingHeadings.push({ text: detached(text), range: { start: this.#headingStart, end } });
        this.#charactersOfLeading = this.statistics.characters;
      }
    }
    this.#headingText = undefined;
  }

  openLink(link: LinkReference): void {
    this.closeLink();
    this.#link = link;
    if (this.originalLink !== undefined || !isOriginalAddress(link.url)) return;
    const before = this.#last.slice(Math.max(this.#lastStart, this.#lastEnd - announcementKept), this.#lastEnd);
    if (announcesOriginal(before)) this.originalLink = link.url;
  }

  closeLink(): void {
    const link = this.#link;
    if (!link) return;
    const text = collapsed(this.#linkText).slice(0, linkTextKept).trimEnd();
    this.links.push(text === '' ? link : { ...link, text: detached(text) });
    this.#link = undefined;
    this.#linkText = '';
    if (this.originalLink === undefined && isOriginalText(text) && isOriginalAddress(link.url)) {
      this.originalLink = link.url;
    }
  }

  end(): void {
    this.closeHeading();
    this.closeLink();
  }
}

/** White space is collapsed first: what is kept must not depend on how text is indented. */
function appended(kept: string, text: string, start: number, end: number, limit: number): string {
  if (kept.length >= limit) return kept;
  const joined = kept + text.slice(start, Math.min(end, start + limit * 8));
  return joined.replace(/\s+/g, ' ').trimStart();
}

/** Without white space at the ends and with runs of it as one space. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
