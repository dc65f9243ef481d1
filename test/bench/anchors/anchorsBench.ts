import { parseArgs } from 'node:util';
import { articleFigures, type FiguresOptions, listFigures } from './anchorFigures';
import { speedOfAnchors } from './anchorSpeed';
import { benchArticles } from './benchArticles';
import { listKinds } from './listTexts';
import type { Tally } from './tally';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '101,102,103' },
    explain: { type: 'boolean' },
    bare: { type: 'boolean' },
    /** Only kinds that hold this. */
    only: { type: 'string' },
    /** `lists` or `articles`: only that part. */
    part: { type: 'string' },
  },
});
const options: FiguresOptions = {
  seeds: values.seed.split(',').map(Number),
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.bare === undefined ? {} : { bare: values.bare }),
  ...(values.explain ? { explain: (miss) => console.log(JSON.stringify(miss)) } : {}),
};

const { blocks: articles, hasCorpus } = benchArticles();
if (!hasCorpus) console.log('The folder of real articles is not there: only the fixtures are edited.');
console.log(`${articles.length} articles, seeds ${options.seeds.join(', ')}\n`);
if (values.part !== 'lists') {
  const { ours, theirs } = articleFigures(articles, options);
  ours.print();
  theirs.print();
  ours.printBars('articles', theirs);
}
if (values.part !== 'articles') {
  const { ours, theirs } = listFigures(articles, options);
  ours.print();
  theirs.print();
  for (const kind of listKinds) printKind(kind, ours, theirs);
}
if (values.part === undefined) speedOfAnchors(articles);

function printKind(kind: string, ours: Tally, theirs: Tally): void {
  ours.only(kind).printBars(kind, theirs.only(kind));
}
