import { benchArchive } from '../archive/benchArchive';
import type { Part } from './part';
import { ripgrepTime } from './ripgrepTime';

/** The command that lists all articles. */
export const listPart: Part = {
  name: 'list',
  rounds: { quick: 3, full: 3 },
  figures: [
    {
      name: 'list of all articles as JSON',
      key: 'list',
      unit: 'ms',
      reference: { name: 'ripgrep', key: 'ripgrep', as: 'cost' },
    },
    { name: '  processor time', key: 'processor', unit: 'ms' },
    { name: '  peak heap', key: 'heap', unit: 'MB' },
  ],
  async references({ articles }) {
    return { ripgrep: await ripgrepTime(benchArchive(articles), articles) };
  },
  async measure(checkout, { articles }) {
    const { out, time, processor, heap } = await checkout.cli(['list', benchArchive(articles), '--format', 'json']);
    const listed: unknown = JSON.parse(out);
    const rows = Array.isArray(listed) ? listed : Object.values(listed as object).find(Array.isArray);
    if (rows?.length !== articles) throw new Error(`${rows?.length} of ${articles} articles were listed.`);
    return { articles, list: time, processor, heap };
  },
};
