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
import { problemsBench } from './problemsBench';
import { problemsFigures } from './problemsFigures';
import { ripgrepTime } from './ripgrepTime';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    // In a real extension host instead, once for each size.
    host: { type: 'boolean', default: false },
    // Instead, whole checks from the command line beside markdownlint.
    problems: { type: 'boolean', default: false },
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
    if (values.problems) {
      say('  checking with Marginalia and with markdownlint …');
      results.push(await medianOfRounds((scratch) => problemsBench(root, count, scratch)));
      continue;
    }
    say(`  measuring ${Object.keys(measurements).join(', ')} in ${root} …`);
    results.push(await measureSize(root, count));
  }
  const { text, areBarsMet } = benchReport(
    results,
    values.host ? hostFigures : values.problems ? problemsFigures : figures,
  );
  const runs = values.host ? 'one run in an extension host' : `middle of ${values.runs} runs`;
  say(`\nNode ${process.version}, ${availableParallelism()} cores, files in the page cache, ${runs}\n`);
  say(text);
  say(areBarsMet ? 'All bars are met.' : 'Not all bars are met: see ✗.');
}

function measureSize(root: string, count: number): Promise<Measured> {
  // In every round anew: what else the machine does slows both.
  return medianOfRounds(async (scratch) => ({
    ripgrep: await ripgrepTime(root, count),
    ...measureRound(root, scratch),
  }));
}

async function medianOfRounds(measure: (scratch: string) => Measured | Promise<Measured>): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'marginalia-bench-'));
  try {
    const rounds: Measured[] = [];
    for (let round = 0; round < Number(values.runs); round++) rounds.push(await measure(scratch));
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
