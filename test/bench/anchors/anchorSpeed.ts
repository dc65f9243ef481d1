import { describePassage } from '../../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { TextAnchors } from '../../../src/core/annotations/anchoring/textAnchors';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { Seeded } from '../../support/seeded';
import { edits } from './edits';
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
  for (const edit of edits) {
    const after = readArticleText(
      renderBlocks(edit.change(blocks, articles[0] ?? [], chance), edit.style ?? 'paragraphs', chance),
    );
    const timed = (fingerprint: string | undefined): string => {
      const runs = Array.from({ length: 7 }, () => {
        const start = performance.now();
        const anchors = new TextAnchors(new PreparedText(after), () => fingerprint);
        for (const passage of passages) anchors.find(passage);
        return performance.now() - start;
      });
      return (runs.sort((a, b) => a - b)[3] ?? 0).toFixed(1).padStart(7);
    };
    console.log(`${edit.name.padEnd(28)}${timed(before.fingerprint)}  without fingerprint ${timed(undefined)}`);
  }
}
