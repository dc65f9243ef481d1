import assert from 'node:assert/strict';
import { benchTable } from '../../bench/table/benchTable';
import type { Figure } from '../../bench/table/figure';
import { isAllWell, type PartResult, rowsOf } from '../../bench/table/tableRows';

const figures: readonly Figure[] = [
  {
    name: 'cold index',
    key: 'cold',
    unit: 'ms',
    reference: { name: 'ripgrep', key: 'ripgrep', as: 'cost' },
    bar: { of: 'ratio', most: 4 },
  },
  { name: 'heap', key: 'heap', unit: 'MB', bar: { of: 'value', most: 200 } },
  { name: 'only measured elsewhere', key: 'elsewhere', unit: 'ms' },
];
const rounds = [
  { cold: 300, ripgrep: 100, heap: 210 },
  { cold: 900, ripgrep: 100, heap: 210 },
  { cold: 200, ripgrep: 100, heap: 210 },
];
const index: PartResult = { part: 'index', figures, own: { rounds } };

describe('the rows of the bench', () => {
  it('are the middle of all rounds, and leave out what has neither figure nor bar', () => {
    const rows = rowsOf(index).map(({ figure, value, ratio, verdict }) => [figure.name, value, ratio, verdict]);
    assert.deepEqual(rows, [
      ['cold index', 300, 3, 'met'],
      ['heap', 210, undefined, 'missed'],
    ]);
  });

  it('are one with the reason for a part that failed', () => {
    const rows = rowsOf({ part: 'host', figures, own: { failure: 'no browser' } });
    assert.deepEqual(
      rows.map(({ part, verdict, failure }) => [part, verdict, failure]),
      [['host', 'missed', 'no browser']],
    );
    assert.equal(isAllWell(rows), false);
  });

  it('tell of a bar whose figure is missing', () => {
    const [row] = rowsOf({ part: 'index', figures, own: { rounds: [{ heap: 1 }] } });
    assert.equal(row?.failure, 'not measured');
    assert.equal(row?.verdict, 'missed');
  });

  it('are all well when no bar is missed and nothing is slower than elsewhere', () => {
    const own = [{ cold: 300, ripgrep: 100, heap: 100 }];
    const against = (cold: number) => rowsOf({ ...index, own: { rounds: own }, other: { rounds: [{ cold }] } });
    assert.equal(isAllWell(rowsOf({ ...index, own: { rounds: own } })), true);
    assert.equal(isAllWell(against(300)), true);
    assert.equal(isAllWell(against(200)), false);
  });

  it('stay when the other commit cannot be measured', () => {
    const rows = rowsOf({ ...index, other: { failure: 'it has no src/core/x.ts' } });
    assert.deepEqual(
      rows.map(({ value, otherFailure }) => [value, otherFailure]),
      [
        [300, 'it has no src/core/x.ts'],
        [210, undefined],
      ],
    );
  });
});

describe('the table of the bench', () => {
  it('shows figure, ratio, bar and verdict in columns, and the name of a part once', () => {
    assert.deepEqual(lines(benchTable(rowsOf(index))), [
      '                   measured  to reference  bar',
      'index  cold index    300 ms  3 × ripgrep   ≤ 4 ×     ✓',
      '       heap          210 MB                ≤ 200 MB  ✗',
    ]);
  });

  it('says how many times as fast something is', () => {
    const check: Figure = {
      name: 'check',
      key: 'check',
      unit: 'ms',
      reference: { name: 'markdownlint', key: 'lint', as: 'speed' },
      bar: { of: 'ratio', least: 15 },
    };
    const rows = rowsOf({ part: 'check', figures: [check], own: { rounds: [{ check: 7, lint: 77 }] } });
    assert.equal(lines(benchTable(rows))[1], 'check  check      7 ms  11 × as fast as markdownlint  ≥ 15 × as fast  ✗');
  });

  it('puts the other commit beside it', () => {
    const table = lines(benchTable(rowsOf({ ...index, other: { rounds: [{ cold: 100, heap: 210 }] } }), 'abc1234'));
    assert.match(table[0] ?? '', /abc1234 {2}this to that$/);
    assert.match(table[1] ?? '', /100 ms +3 × {2}✗$/);
    assert.match(table[2] ?? '', /210 MB +1 × {2}✓$/);
  });

  it('gives the reasons below', () => {
    const failed = rowsOf({ part: 'host', figures, own: { failure: 'no browser' } });
    assert.match(benchTable(failed), /✗ host, not measured: no browser/);
    const there = rowsOf({ ...index, other: { failure: 'it has no src/core/x.ts' } });
    assert.match(benchTable(there, 'abc1234'), /index not measured in abc1234: it has no src\/core\/x\.ts/);
  });
});

function lines(table: string): readonly string[] {
  return table.trimEnd().split('\n');
}
