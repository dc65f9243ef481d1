import assert from 'node:assert/strict';
import {
  isBroken,
  isProblem,
  isShown,
  mayBeFetched,
  type VerdictKind,
  verdictKinds,
} from '../../../../src/core/images/remote/imageVerdict';

const kindsThat = (test: (verdict: { readonly kind: VerdictKind }) => boolean): readonly VerdictKind[] =>
  verdictKinds.filter((kind) => test({ kind }));

describe('a verdict on a remote image', () => {
  it('says that the image is shown, or broken, or neither where it was not checked', () => {
    assert.deepEqual(kindsThat(isShown), ['ok', 'moved']);
    const neither = kindsThat((verdict) => !isShown(verdict) && !isBroken(verdict));
    assert.deepEqual(neither, ['skipped']);
    assert.deepEqual(
      kindsThat((verdict) => isShown(verdict) && isBroken(verdict)),
      [],
    );
  });

  it('is a problem where the image is broken or will be', () => {
    assert.deepEqual(
      kindsThat((verdict) => isProblem(verdict) !== isBroken(verdict)),
      ['moved'],
    );
  });

  it('keeps no user from fetching what a server may refuse to a check alone', () => {
    assert.deepEqual(kindsThat(mayBeFetched), ['ok', 'refused', 'moved']);
    assert.ok(mayBeFetched(undefined));
  });
});
