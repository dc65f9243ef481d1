import { type Message, say } from '../../../text/message';
import { applyEdits, insert, remove, type TextEdit } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import { type FieldRepair, firstValue, holdsText, writeTitle } from './fieldRepair';
import { isReadable } from './safeYaml';
import { scalarRepairs } from './scalarRepair';
import { doubtful, inTitle, mendedText, movedFault, type SyntaxFault } from './syntaxFault';
import type { YamlField } from './yamlFields';

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Lists and mappings in brackets: `[a,, b]`, `[a, b`, `[@a]`, `["a" "b"]`, and lines of them at the margin. */
export const flowFaults: FieldRepair = (source, field) => {
  const value = firstValue(source, field);
  const close = closing[value.charAt(0)];
  if (close === undefined || field.key === '') return undefined;
  const end = source.trimEnd().length;
  const faults = new FlowReader(source, { start: field.colon.end, end }, close).faults();
  const mended = mendedText(source, faults);
  if (isReadable(mended)) {
    if (faults.length === 0) return undefined;
    // Of brackets in brackets nobody knows which was meant to close which.
    return /[[{]/.test(source.slice(field.colon.end + 1, end)) ? faults.map(doubtful) : faults;
  }
  const outdented = marginFault(field);
  if (outdented !== undefined && faults.length === 0 && isReadable(mendedText(source, [outdented]))) return [outdented];
  return asText(source, field, value);
};

class FlowReader {
  readonly #source: string;
  readonly #end: number;
  readonly #close: string;
  readonly #open: number;
  readonly #faults: SyntaxFault[] = [];
  #at: number;

  constructor(source: string, { start, end }: TextRange, close: string) {
    this.#source = source;
    this.#open = start;
    this.#at = start + 1;
    this.#end = end;
    this.#close = close;
  }

  faults(): readonly SyntaxFault[] {
    let wantsItem = true;
    for (;;) {
      this.#skip(/\s*/y);
      const sign = this.#source[this.#at];
      if (this.#at >= this.#end || sign === undefined) return this.#unclosed();
      if (sign === this.#close) return this.#faults;
      if (sign === ',' || sign === '，') {
        if (wantsItem && sign === ',') this.#add(this.#at, this.#at + 1, twoCommas, say('Remove the comma'), '');
        if (sign === '，') this.#add(this.#at, this.#at + 1, wideComma, say('Write a plain comma'), ', ');
        this.#at++;
        wantsItem = true;
        continue;
      }
      if (!wantsItem) this.#add(this.#at, this.#at, noComma, say('Write a comma before it'), ', ');
      this.#item();
      wantsItem = false;
    }
  }

  #item(): void {
    const start = this.#at;
    this.#skip(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'/y);
    const isQuoted = this.#at > start && /[\s,，\]}:"']|$/y.test(this.#source[this.#at] ?? '');
    if (!isQuoted) {
      this.#at = start;
      this.#skip(/[[{][^\]}\n]*[\]}]|[^,\n[\]{}]+/y);
      if (this.#at === start) this.#at++;
    } else if (this.#source[this.#at] === ':') {
      this.#skip(/:[^,\n[\]{}]*/y);
    }
    const written = this.#source.slice(start, Math.min(this.#at, this.#end)).trimEnd();
    if (this.#close === ']' && !isReadable(`k: [${written}]\n`)) this.#mend(start, written);
  }

  #mend(start: number, written: string): void {
    const repair = scalarRepairs(written).find(({ edits }) => isReadable(`k: [${applyEdits(written, edits)}]\n`));
    if (repair === undefined) return;
    const { range, message, edits, meaning, isGuess } = repair;
    const fix = { title: say('Write it as "{0}"', inTitle(meaning)), edits, ...(isGuess ? { isGuess } : {}) };
    this.#faults.push(movedFault({ range, message, fixes: [fix] }, start));
  }

  #unclosed(): readonly SyntaxFault[] {
    const range = { start: this.#open, end: this.#open + 1 };
    const message = say('This bracket is never closed. Write {0} at the end.', this.#close);
    const fix = { title: say('Write {0} at the end', this.#close), edits: [insert(this.#end, this.#close)] };
    return [...this.#faults, { range, message, fixes: [fix] }];
  }

  #add(start: number, end: number, message: Message, title: Message, text: string): void {
    const edits: TextEdit[] = [text === '' ? remove(start, end) : { range: { start, end }, text }];
    this.#faults.push({ range: { start, end: Math.max(end, start + 1) }, message, fixes: [{ title, edits }] });
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#source)?.[0].length ?? 0;
  }
}

const twoCommas = say('There is nothing before this comma. Remove it.');
const wideComma = say('A full-width comma does not separate items. Write a plain one.');
const noComma = say('A comma is missing before this item.');

/** Brackets over several lines, some of which start where the keys start. */
function marginFault(field: YamlField): SyntaxFault | undefined {
  const lines = field.lines.slice(1).filter((line) => line.end > line.start && line.indent === 0);
  const [first] = lines;
  if (first === undefined) return undefined;
  return {
    range: first,
    message: say('What stands in brackets has to be indented.'),
    fixes: [{ title: say('Indent what is in the brackets'), edits: lines.map(({ start }) => insert(start, '  ')) }],
  };
}

/** Brackets that are part of a text: `[Photos] Snow`. */
function asText(source: string, field: YamlField, value: string): readonly SyntaxFault[] | undefined {
  const [repair] = scalarRepairs(value);
  if (repair === undefined) return undefined;
  const { range, message, edits, meaning } = repair;
  const isGuess = !holdsText(field.key);
  const fix = { title: writeTitle(field.key, meaning), edits, ...(isGuess ? { isGuess } : {}) };
  const fault = movedFault({ range, message, fixes: [fix] }, field.colon.end);
  return isReadable(mendedText(source, [fault])) ? [fault] : undefined;
}
