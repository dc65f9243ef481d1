import assert from 'node:assert/strict';
import { Requests } from '../../../src/core/archive/requests';

describe('requests for paths', () => {
  it('are stale once a newer one has claimed the path or a folder it is in', async () => {
    const requests = new Requests();
    await requests.run(async (first) => {
      await requests.run(async (second) => {
        requests.claim(['a.md', 'f'], second);
        const isCurrent = (path: string) => [first, second].map((request) => requests.isCurrent(path, request));
        for (const path of ['a.md', 'f', 'f/b.md', 'f/g/c.md']) assert.deepEqual(isCurrent(path), [false, true], path);
        for (const path of ['b.md', 'ff/a.md', 'a.md.md', 'g/f/a.md'])
          assert.deepEqual(isCurrent(path), [true, true], path);
      });
      assert.equal(requests.isCurrent('a.md', first), false);
    });
  });

  it('stay stale when an older one claims the path later', async () => {
    const requests = new Requests();
    await requests.run(async (first) => {
      await requests.run(async (second) => {
        requests.claim(['a.md'], second);
        requests.claim(['a.md'], first);
        assert.equal(requests.isCurrent('a.md', first), false);
      });
    });
  });

  it('forget all paths once none is under way, also when one has failed', async () => {
    const requests = new Requests();
    await assert.rejects(
      requests.run(async (request) => {
        requests.claim(['a.md'], request);
        throw new Error('failed');
      }),
      /failed/,
    );
    assert.ok(requests.isAlone);
    assert.ok(requests.isCurrent('a.md', 0));
  });
});
