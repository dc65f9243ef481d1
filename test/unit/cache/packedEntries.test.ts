import assert from 'node:assert/strict';
import { EntryUnpacker, packEntries } from '../../../src/core/archive/packedEntries';
import { entries } from './entries';

describe('packed entries', () => {
  it('come out as they went in, whatever they lack', () => {
    assert.deepEqual(new EntryUnpacker().unpack(packEntries(entries(200))), entries(200));
    assert.deepEqual(new EntryUnpacker().unpack(packEntries([])), []);
  });

  it('are one line', () => {
    assert.doesNotMatch(packEntries(entries(50)), /[\r\n]/);
  });

  it('share what many articles have in common, also from line to line', () => {
    const unpacker = new EntryUnpacker();
    const [a] = unpacker.unpack(packEntries(entries(1))) ?? [];
    const b = unpacker.unpack(packEntries(entries(31)))?.[30];
    assert.ok(a?.source !== undefined && a.source === b?.source);
    assert.ok(a.categories === b?.categories);
  });

  it('are refused when they are damaged in any cell', () => {
    const line = packEntries(entries(2));
    const cells: unknown[] = JSON.parse(line);
    assert.equal(new EntryUnpacker().unpack(line.slice(0, -20)), undefined);
    assert.equal(new EntryUnpacker().unpack('{}'), undefined);
    assert.equal(new EntryUnpacker().unpack(JSON.stringify(cells.slice(1))), undefined);
    for (const at of cells.keys()) {
      const damaged = cells.with(at, { not: 'this' });
      assert.equal(new EntryUnpacker().unpack(JSON.stringify(damaged)), undefined, `cell ${at}`);
    }
  });
});
