/**
 * The two sides of a file in which git left the marks of a conflict; undefined where there are none. What a side lacks for
 * being JSON, such as the comma between two items that both sides added at one place, is not made up here.
 */
export function withoutConflicts(text: string): readonly [ours: string, theirs: string] | undefined {
  if (!/^<{7} /m.test(text) || !/^>{7} /m.test(text)) return undefined;
  const ours: string[] = [];
  const theirs: string[] = [];
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split(/(?<=\n)/)) {
    if (/^<{7} /.test(line)) side = 'ours';
    else if (/^\|{7}(?: |\r?\n)/.test(line)) side = 'base';
    else if (/^={7}\r?\n/.test(line)) side = 'theirs';
    else if (/^>{7} /.test(line)) side = 'both';
    else {
      if (side === 'both' || side === 'ours') ours.push(line);
      if (side === 'both' || side === 'theirs') theirs.push(line);
    }
  }
  return [ours.join(''), theirs.join('')];
}
