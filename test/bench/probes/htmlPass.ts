import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** Reads all articles of a folder as HTML once, as a stream that nobody listens to, and tells the processor time. */
function main(root: string): void {
  const before = process.cpuUsage();
  let tags = 0;
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const parser = new Parser({ onopentag: () => tags++, ontext: () => undefined });
    parser.end(readFileSync(join(root, name), 'utf8'));
  }
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify({ processor: (user + system) / 1000, tags }));
}

main(process.argv[2] ?? '');
