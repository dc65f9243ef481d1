// One is about 40 nanoseconds: what a parser takes for a pair of marks in one block.
const tooMuch = 16_000_000;
const perPairOfUnderlines = 4;
const perMark = 200;
/** For each character between a run of backticks and the end of its block. */
const perSoughtCharacter = 1 / 4;
/** Lengths of such runs in one block: each is sought to its end, and nobody writes as many. */
const mostBacktickRuns = 50;
/** For each pair of containers that a line goes on with, and of those that it opens. */
const perPairOfContainers = 2;
const perPairOfOpened = 12;

const blank = /[ \t\r]*(?:\n|$)/y;
const heading = /#{1,6}[ \t]/y;
const underline = /[ \t]*(?:=+|-+)[ \t\r]*(?:\n|$)/y;
const item = /(?:[-*+]|(\d{1,9})[.)])[ \t]/y;
const mostOpened = 100;
/** What is indented so far is code, unless a list goes on there. */
const codeIndent = 4;

/**
 * Whether a Markdown parser would take too long: it looks back from each mark to those before it in its block, from each
 * run of backticks for one as long, again and again at underlined headings, and in each line at all lists that are open.
 */
export function markdownTooCostly(text: string, start: number): boolean {
  const cost = new MarkdownCost(text);
  for (let at = start; at < text.length && !cost.tooMuch; ) at = cost.line(at);
  cost.endBlock();
  return cost.tooMuch;
}

class MarkdownCost {
  readonly #text: string;
  #cost = 0;
  #underlines = 0;
  #marks = 0;
  #blockLength = 0;
  readonly #backtickRuns = new Set<number>();
  #afterBlank = true;
  /** Where the text of the last list item begins, and where that of the deepest one does, in columns. */
  #itemColumn = 0;
  #deepestColumn = 0;
  #isItemOrdered = false;

  constructor(text: string) {
    this.#text = text;
  }

  get tooMuch(): boolean {
    return this.#cost + this.#underlines ** 2 * perPairOfUnderlines > tooMuch;
  }

  /** Reads the line at `at` and says where the next one is. */
  line(at: number): number {
    const feed = this.#text.indexOf('\n', at);
    const end = feed < 0 ? this.#text.length : feed;
    const isBlank = this.#matches(blank, at);
    if (this.#matches(underline, at)) this.#underlines++;
    if (isBlank || this.#containers(at)) this.endBlock();
    this.#count(at, end);
    this.#blockLength += end - at;
    this.#afterBlank = isBlank;
    return end + 1;
  }

  endBlock(): void {
    this.#cost += this.#marks ** 2 + this.#marks * perMark;
    const runs = this.#backtickRuns.size;
    this.#cost += runs > mostBacktickRuns ? Number.POSITIVE_INFINITY : runs * this.#blockLength * perSoughtCharacter;
    this.#marks = 0;
    this.#blockLength = 0;
    this.#backtickRuns.clear();
  }

  /** Reads what opens containers and says whether the line begins a block. */
  #containers(start: number): boolean {
    let at = start;
    let column = 0;
    let opened = 0;
    let begins = false;
    for (;;) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x20 || code === 0x3e) column++;
      else if (code === 0x09) column += 4 - (column % 4);
      if (code === 0x20 || code === 0x3e || code === 0x09) {
        if (code === 0x3e) opened++;
        at++;
        continue;
      }
      const width = this.#itemWidth(at, column);
      if (width === 0) break;
      begins = true;
      opened++;
      at += width;
      column += width;
      this.#itemColumn = column;
      this.#deepestColumn = Math.max(this.#deepestColumn, column);
    }
    if (!begins && this.#afterBlank) this.#itemColumn = Math.min(this.#itemColumn, column);
    // A container takes two columns at least.
    const goneOn = Math.min(column, this.#deepestColumn) / 2;
    this.#cost += opened > mostOpened ? Number.POSITIVE_INFINITY : opened ** 2 * perPairOfOpened;
    this.#cost += goneOn ** 2 * perPairOfContainers;
    return begins || (column < this.#itemColumn + codeIndent && this.#matches(heading, at));
  }

  /** How many characters begin a list item here; none where they would be text or code. */
  #itemWidth(at: number, column: number): number {
    if (column >= this.#itemColumn + codeIndent) return 0;
    item.lastIndex = at;
    const match = item.exec(this.#text);
    if (match === null) return 0;
    const number = match[1];
    // A list that does not start with 1 interrupts no paragraph.
    if (number !== undefined && Number(number) !== 1 && !this.#isItemOrdered && !this.#afterBlank) return 0;
    this.#isItemOrdered = number !== undefined;
    return match[0].length;
  }

  #count(start: number, end: number): void {
    const text = this.#text;
    for (let at = start; at < end; at++) {
      switch (text.charCodeAt(at)) {
        case 0x2a: // *
        case 0x5f: // _
        case 0x5b: // [
        case 0x5d: // ]
        case 0x7e: // ~
          this.#marks++;
          break;
        case 0x3c: // <: what may be a comment is sought to the end of its block
          this.#marks += text[at + 1] === '!' || text[at + 1] === '?' ? 3 : 1;
          break;
        case 0x60: {
          const first = at;
          while (text.charCodeAt(at + 1) === 0x60) at++;
          this.#backtickRuns.add(at + 1 - first);
          break;
        }
      }
    }
  }

  #matches(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(this.#text);
  }
}
