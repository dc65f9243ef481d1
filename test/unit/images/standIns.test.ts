import assert from 'node:assert/strict';
import { standInMatcher } from '../../../src/core/images/standIns';

describe('standInMatcher', () => {
  it('takes * for anything and all other signs for themselves', () => {
    const isStandIn = standInMatcher(['https://a.example.com/*/x(1).png', '*/undefined']);
    for (const url of [
      'https://a.example.com/1/2/x(1).png',
      'HTTPS://A.example.com/渡/X(1).png',
      'https://b.example.com/undefined',
      '/undefined',
      'undefined',
      'a/undefined',
      'https://b.example.com/undefined?x=1',
      'undefined#x',
    ]) {
      assert.ok(isStandIn(url), url);
    }
    for (const url of [
      '',
      'https://a.example.com/x(1).png',
      'https://a.example.com/1/x1.png',
      'https://aXexample.com/1/x(1).png',
      'https://b.example.com/undefined/1.jpg',
      'https://b.example.com/?undefined',
      'notundefined',
      '?',
      'mailto:undefined',
    ]) {
      assert.ok(!isStandIn(url), url);
    }
  });

  it('matches with what follows the path where a pattern asks for it', () => {
    assert.ok(standInMatcher(['*?random=*'])('https://a.example.com/1?random=7'));
    assert.ok(!standInMatcher(['*?random=*'])('https://a.example.com/1'));
  });

  it('knows nothing without patterns, and one list only once', () => {
    assert.equal(standInMatcher([])('undefined'), false);
    const patterns = ['*/null'];
    assert.equal(standInMatcher(patterns), standInMatcher(patterns));
  });
});
