import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import { benchArchive } from '../archive/benchArchive';
import type { Checkout } from '../products/checkout';
import { here } from '../products/here';
import { type MeasuredRun, measuredRun } from '../products/measuredRun';
import type { Measured } from '../table/figure';
import type { Part } from './part';

/** What the others are asked of: larger archives would take them minutes. */
const usual = 10_000;

/** Checking a whole archive from the command line; the start of the process and its report are in it. */
export const checkPart: Part = {
  name: 'check',
  rounds: { quick: 1, full: 3 },
  figures: [
    { name: 'articles', key: 'checked', unit: '', better: 'neither' },
    { name: 'markdownlint-cli2', key: 'markdownlint', unit: 'ms', better: 'neither' },
    { name: 'htmlparser2, one pass: processor', key: 'htmlPass', unit: 'ms', better: 'neither' },
    {
      name: 'check of all articles',
      key: 'check',
      unit: 'ms',
      reference: { name: 'markdownlint-cli2', key: 'markdownlint', as: 'speed' },
      bar: { of: 'ratio', least: 15, from: usual },
    },
    {
      name: '  processor time',
      key: 'processor',
      unit: 'ms',
      reference: { name: 'htmlparser2', key: 'htmlPass', as: 'cost' },
      bar: { of: 'ratio', most: 3, from: usual },
    },
    { name: '  peak heap', key: 'heap', unit: 'MB' },
    { name: '  peak memory of the process', key: 'memory', unit: 'MB' },
    { name: 'check of the large archive', key: 'largeCheck', unit: 'ms' },
    { name: '  growth an article', key: 'growth', unit: '×', bar: { of: 'value', most: 1.3, from: 10 * usual } },
    {
      name: '  growth of processor time',
      key: 'processorGrowth',
      unit: '×',
      bar: { of: 'value', most: 1.3, from: 10 * usual },
    },
    { name: '  peak heap', key: 'largeHeap', unit: 'MB' },
    { name: '  peak memory of the process', key: 'largeMemory', unit: 'MB' },
  ],
  async references({ articles, scratch }) {
    const root = benchArchive(Math.min(articles, usual));
    const markdownlint = await runMarkdownlint(root, scratch);
    const { processor } = await here.probe<{ readonly processor: number }>('htmlPass', [root]);
    return { markdownlint: markdownlint.time, htmlPass: processor };
  },
  async measure(checkout, { articles }) {
    const count = Math.min(articles, usual);
    const { time, processor, heap, memory } = await checkAll(checkout, count);
    const figures = { articles, checked: count, check: time, processor, heap, memory };
    return articles < 10 * usual ? figures : { ...figures, ...(await largeFigures(checkout, articles, figures)) };
  },
};

async function largeFigures(
  checkout: Checkout,
  count: number,
  small: { readonly checked: number; readonly check: number; readonly processor: number },
): Promise<Measured> {
  const { time, processor, heap, memory } = await checkAll(checkout, count);
  const times = count / small.checked;
  return {
    largeCheck: time,
    growth: time / small.check / times,
    processorGrowth: processor / small.processor / times,
    largeHeap: heap,
    largeMemory: memory,
  };
}

async function checkAll(checkout: Checkout, count: number): Promise<MeasuredRun> {
  const run = await checkout.cli(['check', benchArchive(count), '--format', 'json']);
  const { summary }: { readonly summary: { readonly files: number } } = JSON.parse(run.out);
  if (summary.files !== count) throw new Error(`${summary.files} of ${count} articles were checked.`);
  return run;
}

function runMarkdownlint(root: string, scratch: string): Promise<MeasuredRun> {
  const config = join(scratch, 'bench.markdownlint-cli2.jsonc');
  writeFileSync(config, '{ "config": { "default": true }, "outputFormatters": [] }\n');
  const script = join(projectRoot, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
  return measuredRun([script, '--config', config, '--no-globs', '**/*.md'], root);
}
