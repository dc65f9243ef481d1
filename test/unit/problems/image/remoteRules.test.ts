import assert from 'node:assert/strict';
import type { ImageVerdict, VerdictKind } from '../../../../src/core/images/remote/imageVerdict';
import { remoteImages } from '../../../../src/core/images/remote/remoteAddresses';
import { imageRules } from '../../../../src/core/problems/rules/imageRules';
import { suppressionFixes } from '../../../../src/core/problems/suppressionFixes';
import { inEnglish } from '../../../../src/core/text/message';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { articleOf, type CheckOptions, checkText, fixesOf } from '../../../support/checkText';

const checked = Date.UTC(2026, 2, 14, 10);
const verdict = (kind: VerdictKind, more: Partial<ImageVerdict> = {}): ImageVerdict => ({
  kind,
  cause: 'status',
  checked,
  ...more,
});
const gone = verdict('gone', { status: 404 });
const ok = verdict('ok', { cause: 'fine', status: 206 });
const pier = 'https://img.harbour.news/pier.png';
const page = (body: string, fields = '') =>
  `---\ntitle: Pier\ndate: 2021-11-27\nsource: Ledger\nlink: https://www.harbour.news/pier\n${fields}---\n\n${body}\n`;

const remoteRules: Readonly<Record<string, VerdictKind>> = {
  'image/broken': 'gone',
  'image/not-an-image': 'notAnImage',
  'image/truncated': 'truncated',
  'image/server-error': 'serverError',
  'image/refused': 'refused',
  'image/unreachable': 'unreachable',
  'image/moved': 'moved',
  'image/redirect-loop': 'redirectLoop',
  'image/remote-placeholder': 'placeholder',
};
const ruleOf = (id: string) => imageRules.find((rule) => rule.id === id) ?? assert.fail(`there is no ${id}`);
const known = (verdicts: Readonly<Record<string, ImageVerdict>>): CheckOptions => ({
  knowledge: { remoteImages: verdicts },
});
const remoteProblems = (text: string, verdicts: Readonly<Record<string, ImageVerdict>>) =>
  checkText(text, known(verdicts))
    .filter(({ rule }) => rule in remoteRules)
    .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
const fixed = (text: string, id: string, verdicts: Readonly<Record<string, ImageVerdict>>) =>
  fixesOf(text, { ...known(verdicts), rule: ruleOf(id) }).flatMap((fixes) =>
    fixes.map(({ title, edits }) => [inEnglish(title), applyEdits(text, edits)] as const),
  );

describe('rules about remote images', () => {
  for (const [id, kind] of Object.entries(remoteRules)) {
    it(`${id} tells of the verdict ${kind} at the address, and of no other`, () => {
      const text = page(`<p>a</p><img src="${pier}" alt="">`);
      assert.deepEqual(remoteProblems(text, { [pier]: verdict(kind) }), [`${id}: ${pier}`]);
    });
  }

  it('are silent on what is well, was not looked at or may not be', () => {
    const text = page(`<img src="${pier}">`);
    assert.deepEqual(remoteProblems(text, { [pier]: ok }), []);
    assert.deepEqual(remoteProblems(text, { [pier]: verdict('skipped') }), []);
    assert.deepEqual(remoteProblems(text, { 'https://img.harbour.news/other.png': gone }), []);
  });

  it('find addresses in every place, as a browser would ask for them', () => {
    const text = page(
      '<img src="//img.harbour.news/a.png#top" data-src="https://img.harbour.news/b.png" srcset="https://img.harbour.news/c.png 2x">' +
        '<video poster="https://img.harbour.news/d.png?x=1&amp;y=2"></video><img src="local.png"><img src="data:image/png;base64,AA==">',
      'headimg: https://img.harbour.news/e.png\n',
    );
    assert.deepEqual(remoteImages(articleOf(text)), [
      ...['e.png', 'a.png', 'b.png', 'c.png', 'd.png?x=1&y=2'].map((name) => ({
        url: `https://img.harbour.news/${name}`,
        site: 'https://www.harbour.news/',
      })),
    ]);
    assert.deepEqual(remoteProblems(text, { 'https://img.harbour.news/d.png?x=1&y=2': gone }), [
      'image/broken: https://img.harbour.news/d.png?x=1&amp;y=2',
    ]);
    assert.deepEqual(remoteProblems(text, { 'https://img.harbour.news/e.png': gone }), [
      'image/broken: https://img.harbour.news/e.png',
    ]);
  });

  it('leave to others what is wrong with how an address is written', () => {
    const lazy = 'https://img.harbour.news/loading.gif';
    const text = page(`<img src="${lazy}" data-src="${pier}">`);
    assert.deepEqual(remoteProblems(text, { [lazy]: verdict('placeholder'), [pier]: ok }), []);
  });

  it('write the new URL of what has moved, without guessing', () => {
    const text = page(`![Pier](${pier})`);
    const movedTo = 'https://cdn.harbour.news/pier(1).png';
    const options = { ...known({ [pier]: verdict('moved', { movedTo }) }), rule: ruleOf('image/moved') };
    assert.equal(fixesOf(text, options)[0]?.[0]?.isGuess, undefined);
    assert.deepEqual(fixed(text, 'image/moved', { [pier]: verdict('moved', { movedTo }) }), [
      [`Write the new URL: ${movedTo}`, page('![Pier](https://cdn.harbour.news/pier%281%29.png)')],
    ]);
  });

  it('offer what was seen to work, the nearest first, and then to remove the image', () => {
    const insecure = 'http://img.harbour.news/pier.png';
    const large = 'https://img.harbour.news/pier-large.png';
    const text = page(`<p>a</p><img src="${insecure}" srcset="${large} 2x">`);
    const titles = fixed(text, 'image/broken', { [insecure]: gone, [pier]: ok, [large]: ok }).map(([title]) => title);
    assert.deepEqual(titles, [`Use ${pier}, which works`, `Use ${large}, which works`]);
    const alone = page(`<p>a</p><img src="${insecure}">`);
    assert.deepEqual(fixed(alone, 'image/broken', { [insecure]: gone, [pier]: gone }), [
      ['Remove the image', page('<p>a</p>')],
    ]);
  });

  it('offer the address that a proxy wraps, and for a head image the first of the body', () => {
    const wrapped = `https://proxy.reader.news/?url=${encodeURIComponent(pier)}`;
    const text = page(`<img src="${wrapped}">`);
    assert.deepEqual(fixed(text, 'image/broken', { [wrapped]: gone, [pier]: ok })[0], [
      `Use ${pier}, which works`,
      page(`<img src="${pier}">`),
    ]);
    const head = 'https://img.harbour.news/head.png';
    const both = page(`<img src="${pier}">`, `headimg: ${head}\n`);
    assert.deepEqual(fixed(both, 'image/broken', { [head]: gone, [pier]: ok })[0], [
      `Use ${pier}, which works`,
      page(`<img src="${pier}">`, `headimg: ${pier}\n`),
    ]);
  });

  it('are quiet after every fix', () => {
    const insecure = 'http://img.harbour.news/pier.png';
    const text = page(
      `<p>a</p><img src="${insecure}" srcset="${pier} 2x"><div><img src="${insecure}"></div>`,
      `cover: ${insecure}\n`,
    );
    for (const [id, kind] of Object.entries(remoteRules)) {
      const verdicts = { [insecure]: verdict(kind, { movedTo: pier }), [pier]: ok };
      const before = remoteProblems(text, verdicts).length;
      assert.equal(before, 3, remoteProblems(text, verdicts).join());
      for (const [title, after] of fixed(text, id, verdicts)) {
        assert.equal(remoteProblems(after, verdicts).length, before - 1, title);
      }
    }
  });

  it('let an image be marked as known to be broken, with the reason and the date', () => {
    const text = page(`<p>a</p>\n<img src="${pier}">`, `headimg: ${pier}\n`);
    const problems = checkText(text, known({ [pier]: gone })).filter(({ rule }) => rule === 'image/broken');
    const texts = problems.map((problem) => {
      const [fix] = suppressionFixes(problem, articleOf(text, known({ [pier]: gone })));
      assert.ok(fix !== undefined);
      assert.equal(inEnglish(fix.title), 'Mark the image as known to be broken: gone (404), 2026-03-14');
      return applyEdits(text, fix.edits);
    });
    assert.deepEqual(texts, [
      page(
        `<p>a</p>\n<img src="${pier}">`,
        `# marginalia-disable-next-line image/broken: gone (404), 2026-03-14\nheadimg: ${pier}\n`,
      ),
      page(
        `<p>a</p>\n<!-- marginalia-disable-next-line image/broken: gone (404), 2026-03-14 -->\n<img src="${pier}">`,
        `headimg: ${pier}\n`,
      ),
    ]);
    for (const after of texts) {
      assert.equal(remoteProblems(after, { [pier]: gone }).length, 1);
      assert.ok(!checkText(after).some(({ rule }) => rule === 'suppression/unknown-rule'));
    }
  });
});
