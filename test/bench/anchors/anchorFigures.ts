import { Seeded } from '../../support/seeded';
import { AnchorFigures, AnchorTrial, type TrialOptions } from './anchorTrial';
import { edits } from './edits';
import { listEdits, markList } from './listEdits';
import { listKinds, listLanguages, listText } from './listTexts';
import { markPassages } from './markedBlocks';

export interface FiguresOptions extends TrialOptions {
  readonly seeds: readonly number[];
  /** Only kinds that hold this. */
  readonly only?: string;
}

type Articles = readonly (readonly string[])[];

const passagesEach = 20;

/** What becomes of passages anywhere in articles, by the kind of edit. */
export function articleFigures(articles: Articles, { seeds, only = '', ...options }: FiguresOptions): AnchorFigures {
  const figures = new AnchorFigures();
  for (const seed of seeds) {
    for (const [index, blocks] of articles.entries()) {
      const chance = new Seeded(seed * 100_003 + index);
      const others = chance.of(articles.filter((other) => other !== blocks));
      const marked = markPassages(blocks, passagesEach, chance);
      const trial = AnchorTrial.of(marked, chance, options);
      if (trial === undefined) continue;
      for (const edit of edits) {
        if (!edit.name.includes(only)) continue;
        trial.seek(edit.name, edit.change(marked, others, chance), edit.style ?? 'paragraphs', chance, figures);
      }
    }
  }
  return figures;
}

const listsEach = 30;
const passagesInList = 16;
const longestArticle = 25;

/** What becomes of passages in lists of tags, links, credits, cells and names, by the kind of list and of edit. */
export function listFigures(articles: Articles, { seeds, only = '', ...options }: FiguresOptions): AnchorFigures {
  const figures = new AnchorFigures();
  for (const kind of listKinds) {
    for (const language of listLanguages) {
      for (const seed of seeds) {
        const chance = new Seeded(seed * 100_003 + listKinds.indexOf(kind) * 101 + listLanguages.indexOf(language));
        for (let round = 0; round < listsEach; round++) {
          const article = chance.of(articles).slice(0, longestArticle);
          const at = chance.below(article.length + 1);
          const list = markList(kind, language, listText(kind, language, chance), passagesInList, chance);
          const within = (blocks: readonly string[]) => [...article.slice(0, at), ...blocks, ...article.slice(at)];
          const trial = AnchorTrial.of(within(list.blocks), chance, options);
          if (trial === undefined) continue;
          for (const edit of listEdits) {
            const name = `${kind}, ${language}, ${edit.name}`;
            if (!name.includes(only)) continue;
            trial.seek(name, within(edit.change(list, chance)), 'paragraphs', chance, figures);
          }
        }
      }
    }
  }
  return figures;
}
