import assert from 'node:assert/strict';
import { ArchiveTally } from '../../../src/core/archive/archiveTally';
import { ReadMarks } from '../../../src/core/archive/readMarks';
import { entry } from '../../support/builders';

describe('read marks', () => {
  const marksOf = (...paths: readonly string[]) => {
    const marks = new ReadMarks(paths);
    const events: (readonly string[])[] = [];
    marks.onDidChange((changed) => events.push([...changed].sort()));
    return { marks, events };
  };

  it('count what was not marked as unread', () => {
    const { marks } = marksOf('a.md');
    assert.equal(marks.isUnread('a.md'), false);
    assert.equal(marks.isUnread('b.md'), true);
  });

  it('tell which marks have changed, and nothing when none has', () => {
    const { marks, events } = marksOf('a.md');
    marks.mark(['a.md', 'b.md'], true);
    marks.mark(['a.md', 'b.md'], true);
    marks.mark(['a.md', 'c.md'], false);
    assert.deepEqual(events, [['b.md'], ['a.md']]);
    assert.deepEqual([...marks.paths], ['b.md']);
  });

  it('move with an article and with a folder', () => {
    const { marks, events } = marksOf('a.md', 'f/b.md', 'f/g/c.md', 'ff/d.md');
    marks.move('a.md', 'a2.md');
    marks.move('f', 'h');
    marks.move('unread.md', 'x.md');
    marks.move('a2.md', 'a2.md');
    assert.deepEqual([...marks.paths].sort(), ['a2.md', 'ff/d.md', 'h/b.md', 'h/g/c.md']);
    assert.deepEqual(events, [
      ['a.md', 'a2.md'],
      ['f/b.md', 'f/g/c.md', 'h/b.md', 'h/g/c.md'],
    ]);
  });

  it('of a place do not pass to an unread article that moves there', () => {
    const { marks, events } = marksOf('old.md');
    marks.move('unread.md', 'old.md');
    assert.equal(marks.isUnread('old.md'), true);
    assert.deepEqual(events, [['old.md']]);
  });

  it('move into a folder of the same name', () => {
    const { marks } = marksOf('f/a.md');
    marks.move('f', 'f/f');
    assert.deepEqual([...marks.paths], ['f/f/a.md']);
  });
});

describe('the tally of an archive', () => {
  it('follows changes and marks', () => {
    const marks = new ReadMarks(['read.md']);
    const tally = new ArchiveTally((path) => marks.isUnread(path));
    tally.apply({ added: [entry('read.md'), entry('a.md'), entry('b.md')], changed: [], removed: [] });
    assert.equal(tally.unread, 2);
    tally.apply({ added: [], changed: [{ before: entry('a.md'), after: entry('a.md') }], removed: [] });
    assert.equal(tally.unread, 2);
    marks.mark(['a.md'], true);
    tally.marked(['a.md']);
    assert.equal(tally.unread, 1);
    tally.apply({ added: [], changed: [], removed: [entry('a.md'), entry('b.md')] });
    assert.equal(tally.unread, 0);
  });
});
