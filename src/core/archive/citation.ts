/** The values a citation can name. */
export interface CitationValues {
  readonly title: string;
  readonly source?: string;
  readonly author?: string;
  readonly date?: string;
  readonly link?: string;
  readonly path: string;
}

/**
 * Fills a template such as `{title}. {source}, {date}. {link}`. A value that is missing is left out with the brackets and
 * quotes around it and the text between it and the value before it, so that no lone punctuation stays behind.
 */
export function formatCitation(template: string, values: CitationValues): string {
  const known: Readonly<Record<string, string | undefined>> = { ...values };
  const [before = '', ...parts] = template.split(/\{(title|source|author|date|link|path)\}/);
  if (parts.length === 0) return before.trim();
  let text = '';
  /** What closes the brackets that stand open in the text. */
  let awaited = '';
  let gap = readGap(before, false);
  for (let at = 0; at < parts.length; at += 2) {
    const value = known[parts[at] ?? '']?.trim();
    const next = readGap(parts[at + 1] ?? '', true);
    if (value) {
      const lead = (at === 0 || text !== '' ? gap.between : '') + gap.opening;
      awaited += closersOf(lead);
      text += lead + value;
    }
    for (const closer of next.closing) {
      // A bracket may have been opened by another value than the one it closes after.
      if (awaited.includes(closer) || (value && !brackets.has(closer))) text += closer;
      awaited = awaited.replace(closer, '');
    }
    gap = next;
  }
  return text === '' ? '' : (text + gap.between + gap.opening).trim();
}

const openers = '([{（【《〈「『“‘';
const closers = ')]}）】》〉」』”’';
/** What closes and can be nothing else, an apostrophe for one. */
const brackets = new Set(')]}）】》〉」』');

function closersOf(text: string): string {
  return [...text].map((mark) => (openers.includes(mark) ? closers.charAt(openers.indexOf(mark)) : '')).join('');
}

/** What stands between two values: what closes after the first, what parts them, and what opens before the second. */
interface Gap {
  readonly closing: string;
  readonly between: string;
  readonly opening: string;
}

function readGap(text: string, followsValue: boolean): Gap {
  const closing = followsValue ? (/^[)\]}）】》〉」』”’"'*_]+/u.exec(text)?.[0] ?? '') : '';
  const rest = text.slice(closing.length);
  const opening = /[([{（【《〈「『“‘"'*_]+$/u.exec(rest)?.[0] ?? '';
  return { closing, between: rest.slice(0, rest.length - opening.length), opening };
}
