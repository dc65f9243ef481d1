import { coldStart } from './coldStart';
import { warmStart } from './warmStart';

/** Opens the archive in a folder for the first time, or once more, with nothing before it in the process. */
async function main([start, root = '', scratch = '']: readonly string[]): Promise<void> {
  const figures = await (start === 'cold' ? coldStart : warmStart)(root, scratch);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

void main(process.argv.slice(2));
