import assert from 'node:assert/strict';
import { CacheLineReader, cacheLines } from '../../../src/core/archive/cacheFormat';
import { entry } from '../../support/builders';

/** In characters of two bytes: from half of one of its pages on V8 takes a text for a large object. */
const largeObject = 64 * 1024;

describe('the lines of the index cache', () => {
  it('are never so long that all of a large archive are in memory at once', () => {
    const entries = Array.from({ length: 2500 }, (_, at) =>
      entry(`北湾晚报/2021/${at} ${'渡轮'.repeat(20)}.md`, {
        title: '清晨的渡轮从北湾出发，载着第一批上班的人；'.repeat(4),
        link: `https://news.example/2021/11/27/the-ferry-is-back-${at}.html`,
      }),
    );
    const lines = [...cacheLines('fingerprint', entries)];
    assert.ok(lines.every((line) => line.length < largeObject));
    const reader = new CacheLineReader('fingerprint');
    assert.deepEqual(
      lines.flatMap((line) => reader.next(line.trimEnd()) ?? []),
      entries,
    );
  });
});
