import assert from 'node:assert/strict';
import { PreparedText } from '../../src/core/annotations/anchoring/preparedText';
import { readArticleText } from '../../src/core/article/articleText/readArticleText';
import { SeenArticle } from '../../src/extension/features/preview/annotations/seenArticle';
import type {
  AnnotationAction,
  AnnotationsMessage,
  AnnotationThread,
  LabelChoice,
} from '../../src/protocol/annotationMessages';
import { readAnnotationAction } from '../../src/protocol/readAnnotationMessage';
import type { SeenPassage } from '../../src/protocol/seenPassage';
import { eventually } from '../support/eventually';
import { options, type PreviewTab } from './previewTab';

export const labels: readonly LabelChoice[] = [
  label('claim', '主张', '#0072b2', '1', ['passage']),
  label('evidence', '证据', '#009e73', '2', ['passage', 'image']),
  {
    ...label('stance', '立场', '#cc79a7', undefined, ['article']),
    kind: 'oneOf',
    options: [option('支持'), option('反对')],
  },
  {
    ...label('credibility', '可信度', '#e69f00', undefined, ['article']),
    kind: 'scale',
    options: [1, 2, 3, 4, 5].map((value) => ({ value, text: value === 1 ? '1 – 不可信' : String(value) })),
  },
  { ...label('question', '疑问', '#999999', undefined, ['article', 'passage']), kind: 'text' },
];

function label(
  id: string,
  name: string,
  colour: string,
  key: LabelChoice['key'],
  scopes: LabelChoice['scopes'],
): LabelChoice {
  return { id, name, colour, ...(key === undefined ? {} : { key }), scopes, kind: 'tag', options: [] };
}

function option(text: string): LabelChoice['options'][number] {
  return { value: text, text };
}

export function message(
  threads: readonly AnnotationThread[],
  change: Partial<AnnotationsMessage> = {},
): AnnotationsMessage {
  return { kind: 'annotations', article: options.path, mayAnnotate: true, hasLabels: true, labels, threads, ...change };
}

/** An annotation of Ada's on the whole article, unless it is said otherwise. */
export function thread(id: string, change: Partial<AnnotationThread> = {}, note = `Note ${id}`): AnnotationThread {
  return {
    id,
    on: 'article',
    state: 'exact',
    isResolved: false,
    colour: '#0072b2',
    subject: '',
    images: [],
    candidates: [],
    comments: [{ id, creator: 'Ada', date: '1 May 2031, 10:00', isOwn: true, labels: [], note }],
    ...change,
  };
}

/** An article's text as extension and page tell each other of it. */
export class SampleText {
  readonly prepared: PreparedText;
  readonly seen: SeenArticle;

  constructor(document: string) {
    this.prepared = new PreparedText(readArticleText(document));
    this.seen = new SeenArticle(this.prepared.article);
  }

  /** An annotation on the first place of these words. */
  on(words: string, id: string, change: Partial<AnnotationThread> = {}): AnnotationThread {
    const { article } = this.prepared;
    const at = article.text.indexOf(words);
    assert.ok(at >= 0, `no ${words}`);
    const { points } = article;
    const place = this.seen.passageOf({ start: points.pointOf(at), end: points.pointOf(at + words.length) });
    assert.ok(place);
    return thread(id, { on: 'passage', subject: words, place, ...change });
  }

  /** What a passage that the page tells of is in the article. */
  wordsOf(place: SeenPassage): string | undefined {
    const range = this.seen.rangeOf(place);
    return range && this.prepared.article.slice(range);
  }
}

export interface Painted {
  readonly name: string;
  readonly text: string;
}

/** What is highlighted in the page. */
export async function painted(tab: PreviewTab): Promise<readonly Painted[]> {
  return tab.page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) => [...highlight].map((range) => ({ name, text: String(range) }))),
  );
}

/** Selects words of the page as a person does, or those from `words` to the end of `last`. */
export async function select(tab: PreviewTab, words: string, last = words): Promise<void> {
  await tab.page.evaluate(
    ([from, to]) => {
      const body = document.querySelector('.body');
      const nodeWith = (text: string): Text => {
        const walker = document.createTreeWalker(body as Element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode())
          if ((walker.currentNode as Text).data.includes(text)) return walker.currentNode as Text;
        throw new Error(`no ${text}`);
      };
      const [start, end] = [nodeWith(from), nodeWith(to)];
      document.getSelection()?.setBaseAndExtent(start, start.data.indexOf(from), end, end.data.indexOf(to) + to.length);
    },
    [words, last] as const,
  );
}

/** What the page asks for next; it is told that this is done. */
export async function nextAction(tab: PreviewTab, isDone = true): Promise<AnnotationAction> {
  const asked = await tab.waitFor('annotation');
  const action = readAnnotationAction(asked.action);
  assert.ok(action, JSON.stringify(asked.action));
  await tab.forget();
  await tab.send({ kind: 'annotated', request: asked.request, isDone });
  await taken(tab);
  return action;
}

/** Waits until the page has done what the messages to it are for: it takes them in order. */
export async function taken(tab: PreviewTab): Promise<void> {
  await tab.taken();
  await tab.forget();
}

export async function isOpen(tab: PreviewTab, selector: string, isIt = true): Promise<void> {
  await eventually(
    `${selector} is ${isIt ? 'open' : 'closed'}`,
    async () => (await tab.page.isVisible(selector)) === isIt,
  );
}
