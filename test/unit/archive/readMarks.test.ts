import assert from 'node:assert/strict';
import { type ReadMark, ReadMarks } from '../../../src/core/archive/readMarks';

describe('read marks', () => {
  const marksOf = (...paths: readonly string[]) => {
    const marks = new ReadMarks(paths.map((path) => [path, 'read']));
    const events: (readonly string[])[] = [];
    marks.onDidChange((changed) => events.push([...changed].sort()));
    return { marks, events };
  };
  const withMark = (marks: ReadMarks, mark: ReadMark): readonly string[] => {
    const pathsWith = (wanted: ReadMark) =>
      [...marks.all].flatMap(([path, own]) => (own === wanted ? [path] : [])).sort();
    assert.deepEqual([...marks.new].sort(), pathsWith('new'));
    return pathsWith(mark);
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
    assert.deepEqual(withMark(marks, 'read'), ['b.md']);
  });

  it('move with an article and with a folder', () => {
    const { marks, events } = marksOf('a.md', 'f/b.md', 'f/g/c.md', 'ff/d.md');
    marks.move('a.md', 'a2.md');
    marks.move('f', 'h');
    marks.move('unread.md', 'x.md');
    marks.move('a2.md', 'a2.md');
    assert.deepEqual(withMark(marks, 'read'), ['a2.md', 'ff/d.md', 'h/b.md', 'h/g/c.md']);
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
    assert.deepEqual(withMark(marks, 'read'), ['f/f/a.md']);
  });

  it('take what has just come for new, until it is read', () => {
    const { marks, events } = marksOf('read.md');
    marks.addNew(['a.md', 'b.md', 'read.md']);
    marks.addNew(['a.md']);
    marks.mark(['a.md'], true);
    assert.deepEqual(withMark(marks, 'new'), ['b.md']);
    assert.deepEqual(withMark(marks, 'read'), ['a.md', 'read.md']);
    assert.deepEqual(events, [['a.md', 'b.md'], ['a.md']]);
  });

  it('count as new what a person marks as unread, not what was unread anyway', () => {
    const { marks } = marksOf('read.md');
    marks.mark(['read.md', 'unread.md'], false);
    assert.deepEqual(withMark(marks, 'new'), ['read.md']);
  });

  it('of new articles move too', () => {
    const { marks } = marksOf();
    marks.addNew(['f/a.md']);
    marks.move('f', 'g');
    assert.deepEqual(withMark(marks, 'new'), ['g/a.md']);
  });
});
