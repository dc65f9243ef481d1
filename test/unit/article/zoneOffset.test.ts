import assert from 'node:assert/strict';
import { readDate } from '../../../src/core/article/articleDate';
import { instantOf, isTimeZone, wallClock } from '../../../src/core/article/zoneOffset';
import { Seeded } from '../../support/seeded';

describe('time zones', () => {
  it('know their names', () => {
    assert.ok(isTimeZone('Asia/Shanghai') && isTimeZone('UTC') && isTimeZone('America/St_Johns'));
    assert.ok(!isTimeZone('Mars/Olympus') && !isTimeZone(''));
  });

  it('count as UTC where the name is unknown', () => {
    assert.equal(readDate('2021-11-27 22:34', 'Mars/Olympus')?.time, Date.parse('2021-11-27T22:34Z'));
    assert.equal(wallClock(Date.parse('2021-11-27T22:34Z'), 'Mars/Olympus').hour, 22);
  });

  it('show the clock on the wall', () => {
    assert.deepEqual(wallClock(Date.parse('2020-12-31T22:10:00Z'), 'Asia/Shanghai'), {
      year: 2021,
      month: 1,
      day: 1,
      hour: 6,
      minute: 10,
    });
  });

  for (const [what, zone, local, instant] of [
    ['a time that is skipped moves forward', 'America/New_York', '2021-03-14 02:30', '2021-03-14T07:30Z'],
    ['the minute before a gap', 'America/New_York', '2021-03-14 01:59', '2021-03-14T06:59Z'],
    ['the minute after a gap', 'America/New_York', '2021-03-14 03:00', '2021-03-14T07:00Z'],
    ['of a time that comes twice the first', 'America/New_York', '2021-11-07 01:30', '2021-11-07T05:30Z'],
    ['the minute before an overlap', 'America/New_York', '2021-11-07 00:59', '2021-11-07T04:59Z'],
    ['the minute after an overlap', 'America/New_York', '2021-11-07 02:00', '2021-11-07T07:00Z'],
    ['a midnight that is skipped', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00Z'],
    ['a midnight that comes twice', 'America/Havana', '2021-11-07 00:30', '2021-11-07T04:30Z'],
    ['a whole day that is skipped', 'Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00Z'],
    ['a shift of half an hour', 'Australia/Lord_Howe', '2021-10-03 02:15', '2021-10-02T15:45Z'],
    ['summer time of long ago', 'Asia/Shanghai', '1988-07-01 12:00', '1988-07-01T03:00Z'],
  ] as const) {
    it(`${what} (${zone} ${local})`, () => {
      const time = readDate(local, zone)?.time;
      assert.equal(time === undefined ? time : new Date(time).toISOString(), new Date(instant).toISOString());
    });
  }

  it('read back what they show, around every kind of change', () => {
    const random = new Seeded(7);
    const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca'];
    for (let round = 0; round < 4000; round++) {
      const zone = random.of(zones);
      const time = Date.UTC(
        1990 + random.below(40),
        random.below(12),
        1 + random.below(28),
        random.below(24),
        random.below(60),
      );
      const { year, month, day, hour, minute } = wallClock(time, zone);
      const found = instantOf(Date.UTC(year, month - 1, day, hour, minute), zone);
      // Only of a time that comes twice may it be the other, and then the earlier.
      assert.deepEqual(wallClock(found, zone), { year, month, day, hour, minute });
      assert.ok(found <= time);
    }
  });

  it('ask the system once a day, not once a date', () => {
    const getter = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
    assert.ok(getter?.get !== undefined);
    const original = getter.get;
    let calls = 0;
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      ...getter,
      get(this: Intl.DateTimeFormat) {
        calls++;
        return original.call(this);
      },
    });
    try {
      for (let minute = 0; minute < 1440; minute++) wallClock(Date.UTC(2031, 5, 5, 0, minute), 'Asia/Tokyo');
    } finally {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', getter);
    }
    assert.equal(calls, 2);
  });
});
