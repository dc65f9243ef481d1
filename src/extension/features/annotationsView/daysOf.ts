const written = /^\d{4}(?:-\d{2}){0,2}$/;

/** What a person means by a day, a month or a year, or two of them with `..` between; nothing typed means any day. */
export function daysOf(typed: string): { readonly from?: string; readonly to?: string } | undefined {
  const text = typed.trim();
  if (text === '') return {};
  const ends = text.split(/\s*(?:\.\.|–)\s*/u);
  const [from = '', to = ends.length === 1 ? from : ''] = ends;
  if (ends.length > 2 || (from === '' && to === '')) return undefined;
  if ([from, to].some((end) => end !== '' && !written.test(end))) return undefined;
  return { ...(from !== '' && { from }), ...(to !== '' && { to: lastDay(to) }) };
}

/** Days are compared as texts: no day of a month or year comes after this. */
function lastDay(end: string): string {
  return end + '-99'.repeat((10 - end.length) / 3);
}
