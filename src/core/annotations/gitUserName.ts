/** The user name that a git configuration file states, as far as it can be told without git. */
export function gitUserName(config: string): string | undefined {
  let section = '';
  let name: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    const heading = /^\s*\[\s*([^\]\s"]+)\s*("[^\]]*")?\s*\]/.exec(line);
    if (heading) section = heading[2] === undefined ? (heading[1] ?? '').toLowerCase() : '';
    const value = section === 'user' ? /(?:^|\])\s*name\s*=\s*(.*)$/i.exec(line)?.[1] : undefined;
    if (value !== undefined) name = plainValue(value);
  }
  return name === undefined || name === '' ? undefined : name;
}

/** Quotes keep white space and what would start a comment. */
function plainValue(written: string): string {
  let value = '';
  let quoted = false;
  for (let at = 0; at < written.length; at++) {
    const character = written.charAt(at);
    if (character === '\\') value += written.charAt(++at);
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '#' || character === ';')) break;
    else value += character;
  }
  return value.trim();
}
