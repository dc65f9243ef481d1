import assert from 'node:assert/strict';
import { SourceNames } from '../../../src/core/article/sourceNames';
import { renamedSource } from '../../../src/core/problems/renamedSource';
import { sourcePlace } from '../../../src/core/problems/sourcePlace';
import { applyEdits } from '../../../src/core/text/textEdit';
import { articleOf } from '../../support/checkText';

const names = new SourceNames({ sources: { 'Old Post': { aliases: ['旧报', 'OP'] } } });

function renamed(text: string, to = 'New Post'): string {
  const result = renamedSource(articleOf(text), 'old post', to, (source) =>
    names.resolve({ text: source, from: 'field' }),
  );
  return result.kind === 'edit' ? applyEdits(text, [result.edit]) : result.kind;
}

/** Front matter with the old name in it, and the same with the new one. */
const cases: readonly (readonly [before: string, after: string])[] = [
  ['source: Old Post', 'source: New Post'],
  ['source: old  post   # as they write it', 'source: New Post   # as they write it'],
  ["title: 🚢 渡船\nsource: '旧报'\nauthor: Old Post", "title: 🚢 渡船\nsource: 'New Post'\nauthor: Old Post"],
  ['source:\nauthor: "OP"', 'source:\nauthor: "New Post"'],
  ['Source: OP', 'Source: New Post'],
  ['source:\n  - Old Post\n  - Other', 'source:\n  - New Post\n  - Other'],
  ['source: ["Old Post", Other]', 'source: ["New Post", Other]'],
  ['source:\n  url: https://a.test/\n  name: Old Post', 'source:\n  url: https://a.test/\n  name: New Post'],
  ['source: {title: OP, url: x}', 'source: {title: New Post, url: x}'],
  ['source:\n- name: Old Post\n  url: x', 'source:\n- name: New Post\n  url: x'],
  ['source: >\n  Old\n  Post\ntitle: One', 'source: New Post\ntitle: One'],
];

describe('renaming the source of an article', () => {
  for (const [before, after] of cases) {
    it(`edits only its name in ${JSON.stringify(before)}`, () => {
      for (const body of ['', '\nsource: Old Post\n', '\n<p>Old Post</p>\n']) {
        const article = (fields: string): string => `---\n${fields}\n---\n${body}`;
        assert.equal(renamed(article(before)), article(after));
        const windows = (text: string): string => text.replaceAll('\n', '\r\n');
        // The new value of a value over lines may end otherwise: all others keep each sign.
        assert.equal(renamed(windows(article(before))), windows(article(after)));
      }
    });
  }

  it('writes names as they have to be written', () => {
    const of = (to: string): string => renamed('---\nsource: Old Post\n---\n', to).split('\n')[1] ?? '';
    assert.equal(of('晚报：北湾'), 'source: 晚报：北湾');
    assert.equal(of("Ledger: 'Harbour'"), "source: 'Ledger: ''Harbour'''");
    assert.equal(of('12_00'), "source: '12_00'");
    assert.equal(of('#1'), "source: '#1'");
    assert.equal(renamed("---\nsource: 'OP'\n---\n", "It's"), "---\nsource: 'It''s'\n---\n");
  });

  it('knows JSON and TOML', () => {
    assert.equal(
      renamed('{\n"source": "OP",\n"title": "x"\n}\nText'),
      '{\n"source": "New Post",\n"title": "x"\n}\nText',
    );
    assert.equal(renamed('{\n"source": {"name": "OP"}\n}\nText'), '{\n"source": {"name": "New Post"}\n}\nText');
    assert.equal(renamed("+++\nsource = 'OP'\n+++\n"), '+++\nsource = "New Post"\n+++\n');
    assert.equal(renamed('+++\nsource = ["OP", "b"]\n+++\n'), '+++\nsource = ["New Post", "b"]\n+++\n');
  });

  it('leaves alone what it cannot or need not change, and says why', () => {
    assert.equal(renamed('---\nsource: Other\nauthor: Old Post\n---\n'), 'none');
    assert.equal(renamed('---\nsource: Old Post\n---\n', 'Old Post'), 'none');
    assert.equal(renamed('---\ntitle: x\n---\n'), 'none');
    assert.equal(renamed("---\ntitle: 'a'b'\nsource: Old Post\n---\n"), 'unclear');
    assert.equal(renamed('---\nsource: Old Post\n'), 'unclear');
    assert.equal(renamed('---\nname: &n Old Post\nsource: *n\n---\n'), 'unclear');
    const byLink = new SourceNames({ sources: { 'Old Post': { domains: ['old.test'] } } });
    const resolve = (text: string) => byLink.resolve({ text, from: 'field' });
    for (const field of ['source: https://old.test/', 'link: https://www.old.test/1.html']) {
      const article = articleOf(`---\n${field}\n---\n`);
      assert.deepEqual(renamedSource(article, 'old post', 'New Post', resolve), { kind: 'address' });
    }
  });
});

describe('the source in front matter', () => {
  it('has a place', () => {
    for (const [before] of cases) {
      const text = `---\n${before}\n---\n`;
      const place = sourcePlace(articleOf(text));
      assert.match(
        text.slice(place?.start, place?.end),
        /^(?:"|')?(?:Old Post|old {2}post|旧报|OP|>\s+Old\s+Post)(?:"|')?$/,
      );
    }
    assert.equal(sourcePlace(articleOf('---\ntitle: One\nlink: https://a.test/\n---\n')), undefined);
    assert.equal(sourcePlace(articleOf('Nothing.')), undefined);
  });
});
