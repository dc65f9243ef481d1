import assert from 'node:assert/strict';
import { type AgreementReport, agreementReport } from '../../../../src/core/annotations/agreement/agreementReport';
import { writeAgreement } from '../../../../src/core/annotations/agreement/agreementTables';
import { labelsAt } from '../../../../src/core/annotations/agreement/contestedPlaces';
import {
  type GivenLabel,
  type LabelledArticle,
  labelledArticle,
  narrowed,
} from '../../../../src/core/annotations/agreement/labelledArticle';
import { unitisingDisagreement } from '../../../../src/core/annotations/agreement/unitisingAlpha';
import { anchorAnnotations } from '../../../../src/core/annotations/anchorAnnotations';
import { readCodebook } from '../../../../src/core/annotations/codebook/codebook';
import { newAnnotation } from '../../../../src/core/annotations/model/writeAnnotation';
import { Seeded } from '../../../support/seeded';
import { CountedWork } from '../../../support/work/countedWork';

const { codebook } = readCodebook(
  JSON.stringify({ labels: [{ id: 'credibility', kind: 'scale' }, { id: 'claim' }, { id: 'stance', kind: 'oneOf' }] }),
);
const marks = (creator: string, start: number, end: number, label = 'claim'): GivenLabel => ({
  creator,
  label,
  range: { start, end },
});
const gives = (creator: string, label: string, value?: string | number): GivenLabel => ({
  creator,
  label,
  ...(value !== undefined && { value }),
});
const article = (path: string, ...labels: readonly GivenLabel[]): LabelledArticle => ({
  path,
  length: 100,
  creators: [...new Set(labels.map(({ creator }) => creator))],
  labels,
});

describe('the report of agreement', () => {
  it('says of each label who gave it, where all met, and how each pair agrees', () => {
    const { passages, articleLabels, creators, articles } = agreementReport(
      [
        article('a.md', marks('Lin', 0, 10), marks('Zhou', 0, 10), gives('Wu', 'credibility', 1)),
        article('b.md', gives('Lin', 'credibility', 2), gives('Zhou', 'credibility', 4), marks('Lin', 5, 9)),
        article('c.md', marks('Lin', 3, 4)),
      ],
      codebook,
    );
    assert.deepEqual([creators, articles], [['Lin', 'Wu', 'Zhou'], 2]);
    const [claim] = passages;
    assert.deepEqual([claim?.creators, claim?.units, claim?.articles], [['Lin', 'Zhou'], 3, 1]);
    assert.deepEqual(
      claim?.pairs.map((pair) => [pair.creators.join(), pair.items]),
      [
        ['Lin,Wu', 1],
        ['Lin,Zhou', 2],
        ['Wu,Zhou', 1],
      ],
    );
    const [credibility] = articleLabels;
    assert.deepEqual(
      [credibility?.creators, credibility?.items, credibility?.kind],
      [['Lin', 'Wu', 'Zhou'], 1, 'scale'],
    );
    assert.deepEqual(
      credibility?.pairs.map(({ items }) => items),
      [0, 1, 0],
    );
  });

  it('measures pairs on a scale by its order', () => {
    const scores: readonly (readonly [number, number])[] = [
      [1, 2],
      [2, 1],
      [4, 5],
      [5, 4],
    ];
    const { articleLabels } = agreementReport(
      scores.map(([one, other], index) =>
        article(`${index}.md`, gives('Lin', 'credibility', one), gives('Zhou', 'credibility', other)),
      ),
      codebook,
    );
    const [pair] = articleLabels[0]?.pairs ?? [];
    assert.ok((pair?.value ?? 1) < 0, 'never the same number');
    assert.ok((pair?.alpha ?? 0) > 0.5, 'but nearly');
    assert.equal(pair?.alpha, articleLabels[0]?.alpha.ordinal);
  });

  it('lists what is seen differently article by article, in the order of the text', () => {
    const { disagreements } = agreementReport(
      [
        article('a.md', marks('Lin', 50, 60), marks('Zhou', 0, 10, 'error'), gives('Lin', 'stance', 'for')),
        article('b.md', gives('Lin', 'stance', 'for'), gives('Zhou', 'stance', 'against'), marks('Lin', 1, 2)),
      ],
      codebook,
    );
    assert.deepEqual(
      disagreements.map((one) => [one.path, labelsAt(one).join(), one.kind === 'passage' ? one.start : one.values]),
      [
        ['a.md', 'error', 0],
        ['a.md', 'claim', 50],
        ['b.md', 'stance', { Lin: 'for', Zhou: 'against' }],
        ['b.md', 'claim', 1],
      ],
    );
  });

  it('takes what several mark at one place as one place to look at', () => {
    const { disagreements } = agreementReport(
      [
        article('a.md', marks('Lin', 0, 10), marks('Zhou', 4, 20), marks('Lin', 30, 40), gives('Wu', 'claim')),
        article('b.md', marks('Lin', 0, 10), gives('Wu', 'claim')),
      ],
      codebook,
    );
    assert.deepEqual(
      disagreements.map((one) =>
        one.kind === 'passage' ? [one.path, one.start, one.end, one.by.join(), one.not.join()] : one.path,
      ),
      [
        'a.md',
        ['a.md', 0, 20, 'Lin,Zhou', 'Wu'],
        ['a.md', 30, 40, 'Lin', 'Wu,Zhou'],
        'b.md',
        ['b.md', 0, 10, 'Lin', 'Wu'],
      ],
    );
  });

  it('takes one passage with one label by one and another by another as one place', () => {
    const { disagreements } = agreementReport(
      [
        article(
          'a.md',
          marks('Lin', 0, 10),
          marks('Zhou', 4, 20, 'error'),
          // Both say one thing of this, and one of them another thing too.
          marks('Lin', 30, 40),
          marks('Zhou', 30, 40),
          marks('Zhou', 32, 38, 'error'),
          // Somebody else's error, of another place.
          marks('Lin', 50, 60),
          marks('Zhou', 60, 70, 'error'),
        ),
      ],
      codebook,
    );
    assert.deepEqual(
      disagreements.map(
        (one) => one.kind === 'passage' && [one.start, one.end, one.labels.join(), one.by.join(), one.not.join()],
      ),
      [
        [0, 20, 'claim,error', 'Lin,Zhou', ''],
        [32, 38, 'error', 'Zhou', 'Lin'],
        [50, 60, 'claim', 'Lin', 'Zhou'],
        [60, 70, 'error', 'Zhou', 'Lin'],
      ],
    );
  });

  it('says nothing of one article alone', () => {
    const both = (path: string) =>
      article(
        path,
        marks('Lin', 0, 10),
        marks('Zhou', 4, 20),
        gives('Lin', 'stance', 'for'),
        gives('Zhou', 'stance', 'against'),
        gives('Lin', 'credibility', 1),
        gives('Zhou', 'credibility', 3),
      );
    const coefficients = (report: AgreementReport) => [
      report.joint,
      ...report.passages.flatMap(({ alpha, pairs }) => [alpha, ...pairs.map(({ value }) => value)]),
      ...report.articleLabels.flatMap(({ alpha, fleiss, pairs }) => [
        ...Object.values(alpha),
        fleiss,
        ...pairs.flatMap((pair) => [pair.value, pair.alpha]),
      ]),
    ];
    assert.deepEqual(new Set(coefficients(agreementReport([both('a.md')], codebook))), new Set([null]));
    assert.ok(coefficients(agreementReport([both('a.md'), both('b.md')], codebook)).every((value) => value !== null));
  });

  it('counts those who annotated, and not those who only answered', () => {
    const made = newAnnotation(
      { uuid: '1', creator: 'Lin', now: '2026-01-01T00:00:00Z', article: 'a.md' },
      { kind: 'article' },
      { labels: [{ label: 'claim' }, { label: 'credibility', value: 3 }] },
    );
    const reply = newAnnotation(
      { uuid: '2', creator: 'Zhou', now: '2026-01-02T00:00:00Z', article: 'a.md' },
      { kind: 'reply', to: made.id },
      { note: 'Yes' },
    );
    const read = { article: 'a.md', annotations: [made, reply], texts: new Map<string, string>(), broken: [] };
    const found = labelledArticle(anchorAnnotations(read, '<p>The ferry returns.</p>'));
    assert.deepEqual(found, {
      path: 'a.md',
      length: 18,
      creators: ['Lin'],
      labels: [
        { creator: 'Lin', label: 'claim', id: made.id },
        { creator: 'Lin', label: 'credibility', value: 3, id: made.id },
      ],
    });
    assert.equal(labelledArticle(anchorAnnotations(read, undefined)), undefined);
  });

  it('is narrowed to labels and people', () => {
    const whole = article('a.md', marks('Lin', 0, 1), marks('Zhou', 0, 1, 'error'), marks('Wu', 2, 3));
    assert.deepEqual(narrowed(whole, { labels: ['claim'], creators: ['Lin', 'Zhou'] }), {
      ...whole,
      creators: ['Lin', 'Zhou'],
      labels: [marks('Lin', 0, 1)],
    });
    assert.equal(narrowed(whole, { labels: [], creators: [] }), whole);
  });

  it('is written as tables of which no spreadsheet makes a formula', () => {
    const report = agreementReport(
      [
        article('=a.md', marks('=Lin', 0, 10), marks('Zhou', 20, 30, '+x')),
        article('b.md', gives('=Lin', 'credibility', 2), gives('Zhou', 'credibility', 4)),
      ],
      codebook,
    );
    const table = [...writeAgreement(report, 'csv')];
    assert.equal(table[0], 'of,label,kind,people,items,measure,value\r\n');
    assert.match(table.join(''), /^passages,'\+x,,'=Lin; Zhou,1,krippendorff-alpha-unitising,-?[\d.]+\r$/m);
    assert.match(table.join(''), /^articles,credibility,scale,'=Lin; Zhou,1,krippendorff-alpha-ordinal,\r$/m);
    assert.deepEqual(
      [...writeAgreement(report, 'csv-disagreements')],
      [
        'of,article,label,start,end,by,not,values\r\n',
        "passage,'=a.md,claim,0,10,'=Lin,Zhou,\r\n",
        "passage,'=a.md,'+x,20,30,Zhou,'=Lin,\r\n",
        "article,b.md,credibility,,,,,'=Lin: 2; Zhou: 4\r\n",
      ],
    );
    const [json = ''] = [...writeAgreement(report, 'json')];
    assert.deepEqual(JSON.parse(json), { version: 1, ...report });
  });

  describe('of many annotations', () => {
    const work = new CountedWork();
    const many = (size: number): readonly LabelledArticle[] => {
      const chance = new Seeded(4);
      return Array.from({ length: size }, (_, index) =>
        article(
          `${index}.md`,
          ...Array.from({ length: 20 }, () => {
            const start = chance.below(90);
            return marks(chance.of(['Lin', 'Zhou', 'Wu']), start, start + 5, chance.of(['claim', 'error', 'opinion']));
          }),
        ),
      );
    };

    it('takes work in proportion to them', async () => {
      await work.growsWithLength('agreement', 125, (size) => [many(size), codebook]);
    });

    it('is made in short pieces', async () => {
      const { result: pieces } = await work.of('agreementPieces', many(20), codebook);
      const all = pieces.reduce((sum, steps) => sum + steps, 0);
      const longest = Math.max(...pieces);
      assert.ok(pieces.length > 40 && longest < all / 5, `${longest} steps of ${all} in one of ${pieces.length}`);
    });
  });

  it('finds room between units as counting each gap does', () => {
    const units = [
      { start: 3, end: 9 },
      { start: 20, end: 22 },
      { start: 22, end: 30 },
    ];
    const gaps = [3, 11, 10, 40];
    const length = 40;
    let sum = 0;
    let within = 0;
    for (const { start, end } of units) {
      const own = end - start;
      const room = gaps.reduce((places, gap) => places + (gap >= own ? gap - own + 1 : 0), 0);
      sum += ((units.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own) + own ** 2 * room;
      within += own * (own - 1);
    }
    const expected = ((2 / length) * sum) / (80 * 79 - within);
    assert.ok(Math.abs(unitisingDisagreement([units, []], length).expected - expected) < 1e-12);
  });
});
