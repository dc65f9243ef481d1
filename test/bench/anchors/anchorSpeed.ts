import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { TextAnchors } from '../../../src/core/annotations/anchoring/textAnchors';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { Seeded } from '../../support/seeded';
import { median } from '../table/median';
import { edits } from './edits';
import { hypothesisFind } from './hypothesisBaseline';
import { printFigures } from './printFigures';
import { renderBlocks } from './renderBlocks';

/** Times 200 passages in an article of 50 KB of text, for each kind of edit; the median of several runs. */
export function speedOfAnchors(articles: readonly (readonly string[])[]): void {
  const chance = new Seeded(7);
  const blocks: string[] = [];
  for (let size = 0; size < 50_000; ) {
    const block = chance.of(chance.of(articles));
    blocks.push(block);
    size += new TextEncoder().encode(block).length;
  }
  const before = new PreparedText(readArticleText(renderBlocks(blocks, 'paragraphs', chance)));
  const passages = Array.from({ length: 220 }, () => {
    const start = chance.below(before.article.length - 200);
    return describePassage(before, { start, end: start + 2 + chance.below(150) });
  })
    .filter((passage) => passage !== undefined)
    .slice(0, 200);
  console.log(`\n${passages.length} annotations in an article of 50 KB, milliseconds (text read already; bar 50)`);
  const times: { readonly own: number; readonly bare: number; readonly baseline: number }[] = [];
  for (const edit of edits) {
    const after = readArticleText(
      renderBlocks(edit.change(blocks, articles[0] ?? [], chance), edit.style ?? 'paragraphs', chance),
    );
    const timed = (fingerprint: string | undefined): number => {
      const runs = Array.from({ length: 7 }, () => {
        const start = performance.now();
        const anchors = new TextAnchors(new PreparedText(after), () => fingerprint);
        for (const passage of passages) anchors.find(passage);
        return performance.now() - start;
      });
      return median(runs);
    };
    const baselineStart = performance.now();
    for (const passage of passages) hypothesisFind(after.text, passage);
    const baseline = performance.now() - baselineStart;
    const [own, bare] = [timed(before.fingerprint), timed(undefined)];
    times.push({ own, bare, baseline });
    const shown = (time: number): string => time.toFixed(1).padStart(7);
    console.log(`${edit.name.padEnd(28)}${shown(own)}  without fingerprint ${shown(bare)}`);
  }
  printFigures('speed', {
    time: median(times.map(({ own }) => own)),
    slowest: Math.max(...times.map(({ own }) => own)),
    bareTime: median(times.map(({ bare }) => bare)),
    baselineTime: median(times.map(({ baseline }) => baseline)),
  });
}
