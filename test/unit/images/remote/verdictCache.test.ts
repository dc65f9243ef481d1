import assert from 'node:assert/strict';
import type { KeptText } from '../../../../src/core/host/keptText';
import { type ImageVerdict, verdictKinds } from '../../../../src/core/images/remote/imageVerdict';
import { defaultVerdictAges, isFresh } from '../../../../src/core/images/remote/verdictAges';
import { VerdictCache } from '../../../../src/core/images/remote/verdictCache';

const now = Date.UTC(2026, 2, 14);
const hour = 3_600_000;
const ok: ImageVerdict = { kind: 'ok', cause: 'fine', checked: now, status: 206, width: 8, height: 6 };
const url = 'https://img.news.org/a.png';

class Kept implements KeptText {
  text: string | undefined;
  writes = 0;

  async read(): Promise<string | undefined> {
    return this.text;
  }

  async write(text: string): Promise<void> {
    this.text = text;
    this.writes++;
  }
}

describe('the cache of verdicts', () => {
  it('gives back what was put in, in another session too', async () => {
    const kept = new Kept();
    const first = await VerdictCache.open(kept);
    first.set(url, ok);
    await first.save(now);
    assert.deepEqual((await VerdictCache.open(kept)).get(url), ok);
  });

  it('writes nothing where nothing is new', async () => {
    const kept = new Kept();
    const cache = await VerdictCache.open(kept);
    await cache.save(now);
    cache.set(url, ok);
    await cache.save(now);
    await cache.save(now);
    assert.equal(kept.writes, 1);
  });

  it('keeps what another window has written meanwhile, and of two verdicts the later', async () => {
    const kept = new Kept();
    const [one, other] = [await VerdictCache.open(kept), await VerdictCache.open(kept)];
    one.set(url, { ...ok, checked: now - 1 });
    one.set('https://img.news.org/b.png', ok);
    other.set(url, ok);
    await other.save(now);
    await one.save(now);
    const both = await VerdictCache.open(kept);
    assert.equal(both.size, 2);
    assert.equal(both.get(url)?.checked, now);
  });

  it('lets others on its thread have their turns while there is much to read or to write', async () => {
    // A fast machine writes many of them in one slice.
    const count = 300_000;
    const kept = new Kept();
    const large = await VerdictCache.open(kept);
    for (let index = 0; index < count; index++) large.set(`${url}?${index}`, ok);
    let turns = 0;
    const others = setInterval(() => turns++);
    try {
      await large.save(now);
      assert.ok(turns > 2, `${turns} turns while writing`);
      turns = 0;
      assert.equal((await VerdictCache.open(kept)).size, count);
      assert.ok(turns > 2, `${turns} turns while reading`);
    } finally {
      clearInterval(others);
    }
  });

  it('keeps on the disk what was found while it was being saved', async () => {
    const kept = new Kept();
    const cache = await VerdictCache.open(kept);
    for (let index = 0; index < 50_000; index++) cache.set(`${url}?${index}`, ok);
    const first = cache.save(now);
    cache.set(url, ok);
    await Promise.all([first, cache.save(now)]);
    assert.deepEqual((await VerdictCache.open(kept)).get(url), ok);
  });

  it('leaves out lines that are damaged, and files of another kind', async () => {
    const kept = new Kept();
    const cache = await VerdictCache.open(kept);
    cache.set(url, ok);
    await cache.save(now);
    kept.text +=
      '["https://img.news.org/cut.png",{"kind":"ok"\n[1,2]\n["x",{"kind":"fine","cause":"y","checked":1}]\nnull\n';
    assert.equal((await VerdictCache.open(kept)).size, 1);
    kept.text = '{"something":"else"}\n["x",{"kind":"ok","cause":"fine","checked":1}]\n';
    assert.equal((await VerdictCache.open(kept)).size, 0);
  });

  it('keeps no verdict that says only that nothing was asked, and none that is very old', async () => {
    const kept = new Kept();
    const cache = await VerdictCache.open(kept);
    cache.set(url, { kind: 'skipped', cause: 'reservedName', checked: now });
    assert.equal(cache.size, 0);
    cache.set(url, { ...ok, checked: now - 200 * 24 * hour });
    await cache.save(now);
    assert.equal((await VerdictCache.open(kept)).size, 0);
  });

  it('tries again to write what could not be written', async () => {
    const kept = new Kept();
    const cache = await VerdictCache.open(kept);
    cache.set(url, ok);
    const { write } = kept;
    kept.write = () => Promise.reject(new Error('full'));
    await assert.rejects(cache.save(now), /full/);
    kept.write = write;
    await cache.save(now);
    assert.equal(kept.writes, 1);
  });
});

describe('the age of a verdict', () => {
  it('is short for what may pass, and nothing is believed from the future', () => {
    const fresh = (kind: ImageVerdict['kind'], hours: number) =>
      isFresh({ ...ok, kind, checked: now - hours * hour }, defaultVerdictAges, now);
    assert.deepEqual(
      verdictKinds.filter((kind) => fresh(kind, 2)),
      ['ok', 'gone', 'notAnImage', 'truncated', 'refused', 'moved', 'redirectLoop', 'placeholder'],
    );
    assert.deepEqual(
      verdictKinds.filter((kind) => fresh(kind, 48)),
      ['ok', 'gone', 'notAnImage', 'moved', 'placeholder'],
    );
    assert.deepEqual(
      verdictKinds.filter((kind) => fresh(kind, 24 * 8)),
      [],
    );
    assert.deepEqual(
      verdictKinds.filter((kind) => fresh(kind, -1)),
      [],
    );
  });
});
