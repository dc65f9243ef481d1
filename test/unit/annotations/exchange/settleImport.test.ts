import assert from 'node:assert/strict';
import { PreparedText } from '../../../../src/core/annotations/anchoring/preparedText';
import { settleImport } from '../../../../src/core/annotations/exchange/settleImport';
import { readArticleText } from '../../../../src/core/article/articleText/readArticleText';

describe('an imported annotation', () => {
  const prepared = new PreparedText(readArticleText('<p>😀 Tickets at the pier.</p><p>Tickets at the pier.</p>'));
  const settled = (start: number | undefined) => {
    const change = settleImport(
      {
        json: {
          id: 'urn:x:1',
          type: 'Annotation',
          target: {
            source: 'a.md',
            selector: [
              { type: 'TextQuoteSelector', exact: 'Tickets at the pier' },
              ...(start === undefined ? [] : [{ type: 'TextPositionSelector', start, end: start + 19 }]),
            ],
          },
        },
        hints: [],
        isForeign: true,
      },
      'a.md',
      prepared,
      new Map(),
    );
    const target = change?.after?.target;
    return target?.kind === 'passage' ? `${target.passage.start} ${target.passage.suffix}` : undefined;
  };

  it('lands on the copy that its position, in code points, tells', () => {
    assert.equal(settled(2), '2 .\nTickets at the pier.');
    assert.equal(settled(23), '23 .');
  });

  it('lands on a copy near a position that is a little off', () => {
    assert.equal(settled(20), '23 .');
    assert.equal(settled(4), '2 .\nTickets at the pier.');
  });
});
