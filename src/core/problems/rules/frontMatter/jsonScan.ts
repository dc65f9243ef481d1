import { type Message, say } from '../../../text/message';
import { insert, remove, type TextEdit } from '../../../text/textEdit';
import { inTitle, type SyntaxFault } from './syntaxFault';

export interface JsonFaults {
  readonly faults: readonly SyntaxFault[];
  /** The innermost bracket that is never closed. */
  readonly unclosed?: SyntaxFault;
}

/** Reads JSON as far as it goes, and on behind each fault. */
export function readJsonLoosely(content: string): JsonFaults {
  return new JsonScan(content).faults();
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const mostFaults = 100;
/** A text with a fault in it that is longer than this is not mended. */
const longestFaulty = 2000;
const strictKey = /"(?:[^"\\\r\n]|\\.)*"/y;
const literal = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=\s*(?:[,，}\]#\r\n]|\/[/*]|$))/;
const strictText = /"(?:[^"\\\r\n]|\\.)*"(?=\s*(?:[,:，：}\]]|$))/y;

class JsonScan {
  readonly #text: string;
  readonly #end: number;
  readonly #faults: SyntaxFault[] = [];
  /** What is open, outermost first, with its place. */
  readonly #open: { readonly close: string; readonly at: number }[] = [];
  #at = 0;
  /** The last token but for comments: its kind and where it ends. */
  #last: 'open' | 'comma' | 'colon' | 'key' | 'value' = 'open';
  #lastStart = 0;
  #lastEnd = 0;

  constructor(text: string) {
    this.#text = text;
    this.#end = text.trimEnd().length;
    // Between `;;;` the outermost braces may be left out.
    if (!/^\s*[{[]/.test(text)) this.#open.push({ close: '', at: 0 });
  }

  faults(): JsonFaults {
    while (this.#at < this.#end && this.#faults.length < mostFaults && !this.#isOver()) {
      const sign = this.#text[this.#at] ?? '';
      if (/\s/.test(sign)) this.#at++;
      else if (this.#text.startsWith('//', this.#at) || this.#text.startsWith('/*', this.#at) || sign === '#')
        this.#comment();
      else if (sign in closing) this.#openOne(sign);
      else if (sign === '}' || sign === ']') this.#closeOne(sign);
      else if (sign === ',' || sign === '，') this.#comma(sign);
      else if (sign === ':' || sign === '：' || (sign === '=' && this.#last === 'key')) this.#colon(sign);
      else this.#scalar(sign);
    }
    if (this.#faults.length < mostFaults) this.#dropComma();
    const faults = this.#faults;
    if (faults.length >= mostFaults) return { faults };
    const unclosed = this.#unclosed();
    return unclosed === undefined ? { faults } : { faults, unclosed };
  }

  /** The outermost bracket is closed: what follows is no part of it. */
  #isOver(): boolean {
    return this.#open.length === 0 && this.#lastEnd > 0;
  }

  #openOne(sign: string): void {
    this.#beforeValue();
    this.#open.push({ close: closing[sign] ?? '', at: this.#at });
    this.#token('open', 1);
  }

  #closeOne(sign: string): void {
    this.#dropComma();
    if (this.#open.at(-1)?.close === sign) this.#open.pop();
    else
      this.#add(
        this.#at,
        this.#at + 1,
        say('Nothing is open here that this character could close. Remove it.'),
        say('Remove this character'),
        [remove(this.#at, this.#at + 1)],
      );
    this.#token('value', 1);
  }

  #comma(sign: string): void {
    const here = { start: this.#at, end: this.#at + 1 };
    if (this.#last === 'comma' || this.#last === 'open') {
      this.#add(here.start, here.end, say('There is nothing before this comma. Remove it.'), say('Remove the comma'), [
        remove(here.start, here.end),
      ]);
      this.#at++;
      return;
    }
    if (sign === '，') {
      this.#add(
        here.start,
        here.end,
        say('A full-width comma does not separate items. Write a plain one.'),
        say('Write a plain comma'),
        [{ range: here, text: ',' }],
      );
    }
    this.#token('comma', 1);
  }

  #colon(sign: string): void {
    const range = { start: this.#at, end: this.#at + 1 };
    if (sign !== ':') {
      this.#add(
        range.start,
        range.end,
        say('In JSON a plain colon stands between a key and its value.'),
        say('Write a plain colon'),
        [{ range, text: ':' }],
      );
    }
    this.#token('colon', 1);
  }

  #comment(): void {
    const block = this.#text.startsWith('/*', this.#at);
    const close = this.#text.slice(this.#at).search(block ? /\*\// : /[\r\n]|$/);
    const end = close < 0 ? this.#end : Math.min(this.#end, this.#at + close + (block ? 2 : 0));
    this.#add(this.#at, end, say('JSON has no comments. Remove this one.'), say('Remove the comment'), [
      remove(this.#at, end),
    ]);
    this.#at = end;
  }

  #scalar(sign: string): void {
    this.#beforeValue();
    const isKey = this.#isKeyPlace();
    const kind = isKey ? 'key' : 'value';
    const strict = sign === '"' ? this.#strictLength(isKey) : undefined;
    const rest = this.#text.slice(this.#at, Math.min(this.#end, this.#at + (strict ?? longestFaulty)));
    const quoted = strict ?? (/["'“”]/.test(sign) ? looseLength(rest, sign, isKey) : undefined);
    if (quoted !== undefined) {
      this.#quoted(rest.slice(0, quoted));
      this.#token(kind, quoted);
      return;
    }
    const value = isKey ? undefined : literal.exec(rest)?.[0];
    if (value !== undefined) {
      this.#token(kind, value.length);
      return;
    }
    const plain = (isKey ? /^[^\s:：=,{}[\]]+/ : /^[^,{}[\]\r\n]+/).exec(rest)?.[0].trimEnd() ?? sign;
    this.#plain(plain, isKey);
    this.#token(kind, plain.length);
  }

  /** The text that starts here, where it is one. */
  #strictLength(isKey: boolean): number | undefined {
    const pattern = isKey ? strictKey : strictText;
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0].length;
  }

  #plain(plain: string, isKey: boolean): void {
    const at = this.#at;
    const end = at + plain.length;
    const meant = { True: 'true', False: 'false', None: 'null', undefined: 'null', TRUE: 'true', FALSE: 'false' }[
      plain
    ];
    if (!isKey && meant !== undefined) {
      const edit = { range: { start: at, end }, text: meant };
      this.#add(at, end, say('JSON has no {0}. Write {1}.', plain, meant), say('Write {0}', meant), [edit]);
      return;
    }
    if (/^["'“”]/.test(plain)) {
      const edits = [
        { range: { start: at, end: at + 1 }, text: '"' },
        ...escapes(plain.slice(1), at + 1),
        insert(end, '"'),
      ];
      this.#add(
        at,
        end,
        say('The quote before this text is never closed. Write {0} at its end too.', '"'),
        say('Close the quote'),
        edits,
      );
      return;
    }
    const edits = [insert(at, '"'), ...escapes(plain, at), insert(end, '"')];
    const message = isKey
      ? say('In JSON a key stands in double quotes.')
      : say('In JSON a text stands in double quotes.');
    this.#add(at, end, message, say('Write "{0}"', inTitle(plain)), edits);
  }

  #quoted(written: string): void {
    const at = this.#at;
    const first = written[0] ?? '';
    const inner = written.slice(1, -1);
    const edits = escapes(inner, at + 1);
    const ends = written.length - 1;
    if (first === '"' && written.endsWith('"')) {
      const [edit] = edits;
      if (edit === undefined) return;
      const stop = Math.max(edit.range.end, edit.range.start + 1);
      this.#add(
        edit.range.start,
        stop,
        say('This character has to be escaped in a JSON string.'),
        say('Write it as "{0}"', inTitle(inner)),
        edits,
      );
      return;
    }
    const straight = [
      { range: { start: at, end: at + 1 }, text: '"' },
      ...edits,
      { range: { start: at + ends, end: at + ends + 1 }, text: '"' },
    ];
    this.#add(
      at,
      at + written.length,
      say('In JSON a text stands in straight double quotes.'),
      say('Write "{0}"', inTitle(inner)),
      straight,
    );
  }

  #isKeyPlace(): boolean {
    return this.#open.at(-1)?.close !== ']' && this.#last !== 'colon' && this.#last !== 'key';
  }

  /** Says what is missing between the last token and the value that starts here. */
  #beforeValue(): void {
    const at = this.#lastEnd;
    const range = { start: this.#lastStart, end: at };
    if (this.#last === 'value') {
      this.#add(range.start, range.end, say('A comma is missing behind this.'), say('Write a comma behind it'), [
        insert(at, ','),
      ]);
      this.#last = 'comma';
    } else if (this.#last === 'key') {
      this.#add(this.#lastStart, at, say('A colon is missing behind this key.'), say('Write a colon behind it'), [
        insert(at, ':'),
      ]);
      this.#last = 'colon';
    }
  }

  #dropComma(): void {
    if (this.#last !== 'comma') return;
    const start = this.#lastEnd - 1;
    this.#add(start, start + 1, say('Nothing follows this comma. Remove it.'), say('Remove the comma'), [
      remove(start, start + 1),
    ]);
  }

  #unclosed(): SyntaxFault | undefined {
    const open = this.#open.filter(({ close }) => close !== '');
    const innermost = open.at(-1);
    if (innermost === undefined) return undefined;
    const signs = open
      .map(({ close }) => close)
      .reverse()
      .join('');
    return {
      range: { start: innermost.at, end: innermost.at + 1 },
      message: say('This bracket is never closed. Write {0} at the end.', innermost.close),
      fixes: [{ title: say('Write {0} at the end', signs), edits: [insert(this.#end, signs)] }],
    };
  }

  #token(kind: 'open' | 'comma' | 'colon' | 'key' | 'value', length: number): void {
    this.#last = kind;
    this.#lastStart = this.#at;
    this.#at += Math.max(1, length);
    this.#lastEnd = this.#at;
  }

  #add(start: number, end: number, message: Message, title: Message, edits: readonly TextEdit[]): void {
    this.#faults.push({ range: { start, end }, message, fixes: [{ title, edits }] });
  }
}

/** How long a faulty text in quotes is: it ends at the first quote that something follows which follows texts. */
function looseLength(rest: string, quote: string, isKey: boolean): number | undefined {
  const line = /^[^\r\n]*/.exec(rest)?.[0] ?? '';
  const ends = quote === "'" ? "'" : '["”“]';
  const follow = isKey ? '\\s*[:：=]' : '\\s*(?:[,，]\\s*(?:$|["\'“{[\\d]|//)|[}\\]]|$|["“\']\\s*[\\w"“]+["”\']\\s*:)';
  const loose = new RegExp(`^${quote}(?:\\\\.|[^\\\\])*?${ends}(?=${follow})`).exec(line);
  return loose?.[0].length;
}

/** What has to be escaped in the text of a JSON string that starts at `at`. */
function escapes(inner: string, at: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < inner.length; index++) {
    const sign = inner[index] ?? '';
    const here = at + index;
    if (sign === '\\') {
      if (/^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(inner.slice(index, index + 6))) index++;
      else edits.push(insert(here, '\\'));
    } else if (sign === '"') edits.push(insert(here, '\\'));
    else if (sign === '\t') edits.push({ range: { start: here, end: here + 1 }, text: '\\t' });
    else if (sign < ' ')
      edits.push({
        range: { start: here, end: here + 1 },
        text: `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      });
  }
  return edits;
}
