import assert from 'node:assert/strict';
import { wantedForFixes } from '../../../../src/core/problems/fixesOf';
import { date as rule } from '../../../../src/core/problems/rules/metadata/date';
import { inEnglish } from '../../../../src/core/text/message';
import { articleOf, type CheckOptions, checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const now = Date.parse('2024-06-01T12:00:00Z');
const settings = { now };
const article = (date: string): string => `---\ntitle: 渡船 🚢\ndate: ${date}\n---\n\nSix.\n`;

/** All fixes of the one problem of a date: the date they write, with a `?` before a guess. */
function fixesFor(date: string, options: CheckOptions = {}): readonly string[] {
  const all = { rule, ...options, settings: { now, ...options.settings } };
  const text = article(date);
  assert.equal(checkText(text, all).length, 1, date);
  return (fixesOf(text, all)[0] ?? []).map((fix, index) => {
    const fixed = fixOf(text, { ...all, fix: index }).text;
    assert.deepEqual(checkText(fixed, all), [], fixed);
    const line = /\ndate: (.*)\n/.exec(fixed)?.[1] ?? '';
    assert.equal(fixed, article(line));
    return `${fix.isGuess ? '? ' : ''}${line}`;
  });
}

describe('metadata/date', () => {
  describe('the year last', () => {
    it('has one reading where one figure can be no month', () => {
      assert.deepEqual(fixesFor('27/11/2021'), ['2021-11-27']);
      assert.deepEqual(fixesFor('11-27-2021'), ['2021-11-27']);
      assert.deepEqual(fixesFor('03.03.2021 # x'), ['2021-03-03 # x']);
      assert.deepEqual(fixesFor("'27/11/2021 22:34'"), ["'2021-11-27T22:34:00+08:00'"]);
    });

    it('leaves the choice of two to a person', () => {
      assert.deepEqual(fixesFor('03/04/2021'), ['? 2021-04-03', '? 2021-03-04']);
      assert.deepEqual(fixesFor('11/12/2023', { settings: { now: Date.parse('2023-11-30') } }), ['? 2023-11-12']);
    });
  });

  describe('what cannot be read', () => {
    for (const text of ['Invalid Date', '2021-13-45', '27/11', 'yesterday', '2021-02-30']) {
      it(`finds ${text}`, () => {
        assert.deepEqual(placesOf(article(text), { rule }), [text]);
        assert.deepEqual(fixesFor(text), []);
        assert.deepEqual(fixesFor(text, { path: '2021/2021-11-27 x.md' }), ['? 2021-11-27']);
      });
    }

    it('takes the day that the body shows for a guess', () => {
      const text = article('Invalid Date').replace(
        /\n---\n[\s\S]*$/,
        '\n---\n\n<p>港口 2021年11月27日 22:34 <b>x</b></p>\n',
      );
      const [fix, ...others] = fixesOf(text, { rule })[0] ?? [];
      assert.deepEqual(others, []);
      assert.equal(fix?.isGuess, true);
      assert.match(fixOf(text, { rule }).text, /\ndate: '?2021-11-27T22:34:00\+08:00'?\n/);
    });
  });

  describe('its first commit', () => {
    const firstCommit = Date.parse('2021-11-27T16:30:00Z');

    it('is asked for only where the article itself tells no day', () => {
      const wanted = (text: string, options: CheckOptions = {}): readonly string[] => {
        const checked = articleOf(text, options);
        return checkText(text, { rule, ...options }).flatMap((problem) => wantedForFixes(problem, checked));
      };
      assert.deepEqual(wanted(article('Invalid Date')), ['firstCommit']);
      assert.deepEqual(wanted(article('Invalid Date'), { knowledge: { firstCommit } }), []);
      assert.deepEqual(wanted(article('Invalid Date'), { path: '2020-01-02.md' }), []);
      assert.deepEqual(wanted(article('03/04/2021')), []);
      assert.deepEqual(wanted(article('2035-01-01'), { settings }), []);
    });

    it('is the last guess, as a day in the zone of the archive', () => {
      const time = Date.parse('2021-11-20T08:00:00+08:00');
      const datesBeside = ['65', '67'].map((name) => ({ path: `news/${name}.md`, time }));
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { firstCommit } }), ['? 2021-11-28']);
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { datesBeside, firstCommit } }), [
        '? 2021-11-20',
        '? 2021-11-28',
      ]);
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { firstCommit }, path: '2020-01-02.md' }), [
        '? 2020-01-02',
      ]);
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { firstCommit: 0 } }), []);
      const { title } = fixOf(article('Invalid Date'), { rule, settings, knowledge: { firstCommit } });
      assert.match(title, /2021-11-28.*first commit/);
    });
  });

  describe('the files beside it', () => {
    const datesBeside = [
      { path: 'news/65.md', time: Date.parse('2021-11-27T22:34:00+08:00') },
      { path: 'news/67.md', time: Date.parse('2021-11-28T00:00:00+08:00') },
    ];

    it('have the days to choose from where the article itself tells none', () => {
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { datesBeside } }), ['? 2021-11-27', '? 2021-11-28']);
      const options = { rule, settings, knowledge: { datesBeside } };
      assert.match(fixOf(article('Invalid Date'), options).title, /2021-11-27.*65\.md/);
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { datesBeside }, path: '2020-01-02.md' }), [
        '? 2020-01-02',
      ]);
    });

    it('have one where both are of the same day, and none for a date that can be read', () => {
      const [first] = datesBeside;
      assert.ok(first);
      const same = [first, { path: 'news/67.md', time: first.time - 3_600_000 }];
      assert.deepEqual(fixesFor('Invalid Date', { knowledge: { datesBeside: same } }), ['? 2021-11-27']);
      assert.deepEqual(fixesFor('1936-05-01', { knowledge: { datesBeside } }), []);
    });
  });

  describe('days of the week', () => {
    for (const [text, place, right] of [
      ['Fri, 27 Nov 2021 22:34:14 GMT', 'Fri', 'Sat'],
      ['"FRIDAY, November 27, 2021"', 'FRIDAY', 'SATURDAY'],
      ['mon 27 Nov 2021', 'mon', 'sat'],
      ['Tues, 27 Nov 2021', 'Tues', 'Saturday'],
      ['2021年11月27日 星期五 22:34', '五', '六'],
      ['2021年11月28日（周六）', '六', '日'],
    ] as const) {
      for (const lineBreak of ['\n', '\r\n']) {
        it(`puts ${text} right, ${JSON.stringify(lineBreak)}`, () => {
          const make = (written: string): string => article(written).replaceAll('\n', lineBreak);
          assert.deepEqual(placesOf(make(text), { rule, settings }), [place]);
          const fixed = fixOf(make(text), { rule, settings });
          assert.equal(fixed.text, make(text.replace(place, right)));
          assert.equal(fixed.fix.isGuess, undefined);
          assert.deepEqual(checkText(fixed.text, { rule, settings }), []);
        });
      }
    }
  });

  it('finds the future, with a day for the clocks of other zones', () => {
    assert.deepEqual(placesOf(article('2024-06-03'), { rule, settings }), ['2024-06-03']);
    assert.deepEqual(checkText(article('2024-06-02 13:00:00'), { rule, settings }), []);
    assert.deepEqual(checkText(article('2024-06-03'), { rule }), []);
    assert.deepEqual(fixesFor('2031-11-27', { path: '2021-11-27.md' }), ['? 2021-11-27']);
  });

  it('finds what lies before 1990, and seconds taken for milliseconds', () => {
    assert.deepEqual(fixesFor('Mon, 19 Jan 1970 10:51:32 GMT'), ['? 2020-07-09']);
    assert.deepEqual(fixesFor('1936-05-01'), []);
    assert.deepEqual(fixesFor('1970-01-01T00:00:00Z', { path: 'a/20211127/x.md' }), ['? 2021-11-27']);
    assert.deepEqual(checkText(article('1990-01-01'), { rule, settings }), []);
  });

  it('writes the format that the archive has chosen', () => {
    const write = (dateFormat: 'isoDay' | 'rfc1123' | 'space', text = '27/11/2021 22:34') =>
      fixesFor(text, { settings: { dateFormat } });
    assert.deepEqual(write('isoDay'), ['2021-11-27']);
    assert.deepEqual(write('rfc1123'), ['Sat, 27 Nov 2021 14:34:00 GMT']);
    assert.deepEqual(write('space'), ['2021-11-27 22:34:00']);
    assert.deepEqual(write('rfc1123', '27/11/2021'), ['2021-11-27']);
  });

  it('checks each field that holds a date', () => {
    const text = '---\ntitle: 渡船 🚢\ndate: 2021-11-27\npubDate: soon\n---\n';
    assert.deepEqual(placesOf(text, { rule }), ['soon']);
  });

  it('keeps the writing of TOML and JSON', () => {
    const toml = '+++\ndate = 1970-01-19T10:51:32Z # x\n+++\n';
    assert.equal(fixOf(toml, { rule }).text, '+++\ndate = 2020-07-09 # x\n+++\n');
    assert.equal(fixOf('+++\ndate = "27/11/2021"\n+++\n', { rule }).text, '+++\ndate = "2021-11-27"\n+++\n');
    assert.equal(fixOf('{"date": "27/11/2021"}\n', { rule }).text, '{"date": "2021-11-27"}\n');
  });

  it('says the days of the week', () => {
    const [problem] = checkText(article('Fri, 27 Nov 2021 22:34:14 GMT'), { rule, settings });
    assert.match(problem === undefined ? '' : inEnglish(problem.message), /Sat.*Fri/);
  });

  for (const text of [
    'Sat, 27 Nov 2021 22:34:14 GMT',
    'Saturday, 27 November 2021',
    '2021-10-28 14:08:07',
    '2021-06-22T10:50:35.440Z',
    '2014-05-22T09:41:09+02:00',
    '2021年11月27日 22:34',
    '2021年11月28日 星期天',
    '2021年11月28日 週日',
    'Sat Nov 27 2021 22:34:14 GMT+0800 (China Standard Time)',
    '2021/11/27',
    '1637971200',
    '',
    '[2021-11-27]',
    '{ a: b }',
    'Monday',
  ].slice(0, -1)) {
    it(`leaves ${text === '' ? 'nothing' : text} alone`, () =>
      assert.deepEqual(checkText(article(text), { rule, settings }), []));
  }

  it('leaves broken front matter alone', () => {
    assert.deepEqual(checkText("---\ndate: soon\ntitle: 'It's here'\n---\n", { rule }), []);
  });
});
