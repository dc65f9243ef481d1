import assert from 'node:assert/strict';
import type { Part } from '../../bench/parts/part';
import { runPart } from '../../bench/runPart';

type Named = { readonly name: string };
const own: Named = { name: 'this' };
const other: Named = { name: 'that' };
const context = { scratch: '/scratch', isQuick: true, articles: 10 };

function partOf(measure: Part<Named>['measure'], references?: Part['references']): Part<Named> {
  const figures = [{ name: 'one', key: 'one', unit: 'ms' }] as const;
  const part: Part<Named> = { name: 'part', rounds: { quick: 1, full: 3 }, figures, measure };
  return references === undefined ? part : { ...part, references };
}

describe('a part of the bench', () => {
  it('measures references, then both checkouts, and changes their order from round to round', async () => {
    const order: string[] = [];
    const part = partOf(
      async ({ name }, { round }) => {
        order.push(`${name} ${round}`);
        return { one: name === 'this' ? 1 : 2 };
      },
      async ({ round }) => {
        order.push(`references ${round}`);
        return { reference: 5 };
      },
    );
    const result = await runPart(part, { own, other, context, rounds: 2, say: () => undefined });
    assert.deepEqual(order, ['references 0', 'this 0', 'that 0', 'references 1', 'that 1', 'this 1']);
    assert.deepEqual(result.own, { rounds: Array(2).fill({ reference: 5, one: 1 }) });
    assert.deepEqual(result.other, { rounds: Array(2).fill({ reference: 5, one: 2 }) });
  });

  it('goes on without a checkout that cannot be measured, and keeps the reason', async () => {
    let tries = 0;
    const part = partOf(async ({ name }) => {
      if (name === 'this') return { one: 1 };
      tries++;
      throw new Error('it has no src/core/x.ts');
    });
    const result = await runPart(part, { own, other, context, rounds: 3, say: () => undefined });
    assert.deepEqual(result.own, { rounds: Array(3).fill({ one: 1 }) });
    assert.deepEqual(result.other, { failure: 'it has no src/core/x.ts' });
    assert.equal(tries, 1);
  });

  it('ends with a reason when its references cannot be measured', async () => {
    const part = partOf(
      async () => ({ one: 1 }),
      async () => {
        throw new Error('no ripgrep');
      },
    );
    const result = await runPart(part, { own, context, rounds: 3, say: () => undefined });
    assert.deepEqual(result.own, { failure: 'its references: no ripgrep' });
  });
});
