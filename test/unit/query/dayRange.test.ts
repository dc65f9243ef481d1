import assert from 'node:assert/strict';
import {
  type DayRange,
  describeDays,
  isWithinDays,
  readDayRange,
  writeDayRange,
} from '../../../src/core/query/dayRange';
import { inEnglish } from '../../../src/core/text/message';

describe('a range of days', () => {
  const read: readonly (readonly [string, readonly [first: number | undefined, last: number | undefined]])[] = [
    ['2021', [20210101, 20211231]],
    ['2021-03', [20210301, 20210331]],
    ['2021-03..2022-06', [20210301, 20220630]],
    ['2020-02', [20200201, 20200229]],
    ['2021-3-5', [20210305, 20210305]],
    ['2021/03/05', [20210305, 20210305]],
    ['2021.3', [20210301, 20210331]],
    ['2021..', [20210101, undefined]],
    ['..2021-03', [undefined, 20210331]],
    [' 2020-02 .. 2021 ', [20200201, 20211231]],
    ['2020 – 2021', [20200101, 20211231]],
    ['2021-03-05..2021-03-05', [20210305, 20210305]],
    ['２０２１－３．．２０２２', [20210301, 20221231]],
  ];
  for (const [text, [first, last]] of read) {
    it(`is read from "${text}"`, () => {
      assert.deepEqual(readDayRange(text), {
        ...(first === undefined ? {} : { first }),
        ...(last === undefined ? {} : { last }),
      });
    });
  }

  for (const text of [
    '',
    ' ',
    '..',
    'yesterday',
    '2021-02-29',
    '21',
    '20211',
    '2021-13',
    '2021-0',
    '2021-03-32',
    '2021-03-00',
    '2022..2021',
    '2021-03-06..2021-03-05',
    '2020..2021..2022',
    '2020..x',
    'x..2020',
    '2021-03-05-07',
    '-2021',
  ]) {
    it(`is not read from "${text}"`, () => {
      assert.equal(readDayRange(text), undefined);
    });
  }

  it('holds its first and its last day', () => {
    assert.ok(isWithinDays(20210305, {}));
    assert.ok(isWithinDays(20210305, { first: 20210305, last: 20210305 }));
    assert.ok(!isWithinDays(20210305, { first: 20210306 }));
    assert.ok(!isWithinDays(20210305, { last: 20210304 }));
    assert.ok(!isWithinDays(Number.NaN, { first: 20210306 }));
  });

  it('is written in as few figures as say it', () => {
    for (const text of ['2021', '2020-02', '2021-03-05', '..2021-12-31', '2021-01-01..', '2021-03-05..2022-01-02']) {
      const days = readDayRange(text);
      assert.ok(days);
      assert.equal(writeDayRange(days), text);
    }
  });

  it('reads the same in every view', () => {
    const inWords = (days: DayRange): string => {
      const described = describeDays(days);
      return 'template' in described ? inEnglish(described) : described.join();
    };
    assert.equal(inWords({ first: 20210305, last: 20210305 }), '2021-03-05');
    assert.equal(inWords({ first: 20210301, last: 20210331 }), '2021-03-01 to 2021-03-31');
    assert.equal(inWords({ first: 20210301 }), 'since 2021-03-01');
    assert.equal(inWords({ last: 20210301 }), 'until 2021-03-01');
  });
});
