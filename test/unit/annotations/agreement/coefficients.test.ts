import assert from 'node:assert/strict';
import { cohenKappa } from '../../../../src/core/annotations/agreement/cohenKappa';
import { fleissKappa } from '../../../../src/core/annotations/agreement/fleissKappa';
import { krippendorffAlpha } from '../../../../src/core/annotations/agreement/krippendorffAlpha';
import { unitisingAlpha, unitisingDisagreement } from '../../../../src/core/annotations/agreement/unitisingAlpha';

const near = (found: number, expected: number, digits: number): void =>
  assert.ok(Math.abs(found - expected) <= 0.5 * 10 ** -digits + 1e-12, `${found} is not ${expected}`);

describe('coefficients of agreement', () => {
  // Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1), 37-46:
  // the example with 200 cases and three kinds of diagnosis, kappa .492.
  it("Cohen's kappa is that of Cohen (1960)", () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const pairs = table.flatMap((row, one) =>
      row.flatMap((count, other) => Array.from({ length: count }, () => [`${one}`, `${other}`] as const)),
    );
    near(cohenKappa(pairs), 0.492, 3);
    assert.equal(
      cohenKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]),
      1,
    );
    assert.ok(Number.isNaN(cohenKappa([['a', 'a']])));
  });

  // The worked example of ten things rated by fourteen people in five categories, kappa .210, on the page "Fleiss' kappa" of
  // Wikipedia, after Fleiss, J. L. (1971): Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5).
  it("Fleiss' kappa is that of the worked example", () => {
    const table = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const rows = table.map((counts) =>
      counts.flatMap((count, value) => Array.from({ length: count }, () => `${value}`)),
    );
    near(fleissKappa(rows), 0.21, 3);
    near(fleissKappa([...rows, ['0']]), 0.21, 3);
  });

  // Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, example C: four observers, twelve things, values
  // missing; nominal .743, ordinal .815, interval .849.
  it("Krippendorff's alpha is that of Krippendorff (2011)", () => {
    const people = [
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ].map((row) => row.split(' '));
    const rows = Array.from({ length: 12 }, (_, thing) =>
      people.flatMap((own) => (own[thing] === '.' ? [] : [Number(own[thing])])),
    );
    near(krippendorffAlpha(rows, 'nominal'), 0.743, 3);
    near(krippendorffAlpha(rows, 'ordinal'), 0.815, 3);
    near(krippendorffAlpha(rows, 'interval'), 0.849, 3);
    assert.ok(Number.isNaN(krippendorffAlpha([['a', 'a']], 'nominal')));
  });

  // Krippendorff, K. (2004): Content Analysis, 2nd ed., p. 254: two observers, a continuum of 300 from 150 on, categories c
  // and k. Printed: observed .0144 and 0, expected .0532 and .0490, alpha .7286, 1 and, of both, .8591.
  it('alpha of units is that of Krippendorff (2004)', () => {
    const marked = (...units: readonly (readonly [number, number])[]) =>
      units.map(([start, length]) => ({ start: start - 150, end: start - 150 + length }));
    const c = unitisingDisagreement([marked([225, 70], [370, 30]), marked([220, 80], [355, 20], [400, 20])], 300);
    const k = unitisingDisagreement([marked([180, 60], [300, 50]), marked([180, 60], [300, 50])], 300);
    near(c.observed, 0.0144, 4);
    near(c.expected, 0.0532, 4);
    near(k.observed, 0, 4);
    near(k.expected, 0.049, 4);
    near(unitisingAlpha([c]), 0.7286, 3);
    near(unitisingAlpha([k]), 1, 4);
    near(unitisingAlpha([c, k]), 0.8591, 3);
    assert.ok(Number.isNaN(unitisingAlpha([unitisingDisagreement([[], []], 300)])));
  });
});
