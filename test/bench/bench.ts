import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../support/projectRoot';
import { benchArchive } from './benchArchive';
import { benchReport } from './benchReport';
import { figures, type Measured } from './figures';
import { hostBench } from './hostBench';
import { hostFigures } from './hostFigures';
import { measurements } from './measurements';
import { median } from './median';
import { ripgrepTime } from './ripgrepTime';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    // In a real extension host instead, once for each size.
    host: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
  const results: Measured[] = [];
  for (const count of values.sizes.split(',').map(Number)) {
    say(`${count} articles: making them unless they are there …`);
    const root = benchArchive(count);
    if (values.host) {
      say('  measuring in a real extension host …');
      results.push(await hostBench(root));
      continue;
    }
    say(`  measuring ${Object.keys(measurements).join(', ')} in ${root} …`);
    results.push(await measureSize(root, count));
  }
  const { text, areBarsMet } = benchReport(results, values.host ? hostFigures : figures);
  const runs = values.host ? 'one run in an extension host' : `middle of ${values.runs} runs`;
  say(`\nNode ${process.version}, ${availableParallelism()} cores, files in the page cache, ${runs}\n`);
  say(text);
  say(areBarsMet ? 'All bars are met.' : 'Not all bars are met: see ✗.');
}

async function measureSize(root: string, count: number): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'marginalia-bench-'));
  try {
    const rounds: Measured[] = [];
    for (let round = 0; round < Number(values.runs); round++) {
      // In every round anew: what else the machine does slows both.
      rounds.push({ ripgrep: await ripgrepTime(root, count), ...measureRound(root, scratch) });
    }
    const names = Object.keys(rounds[0] ?? {});
    return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? Number.NaN))]));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measureRound(root: string, scratch: string): Measured {
  const script = join(projectRoot, 'dist', 'test', 'bench', 'measure.js');
  const parts = Object.keys(measurements).map((name): Measured => {
    const printed = execFileSync(process.execPath, ['--expose-gc', script, name, root, scratch], { encoding: 'utf8' });
    return JSON.parse(printed);
  });
  return Object.assign({}, ...parts);
}

void main();
