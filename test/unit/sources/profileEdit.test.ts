import assert from 'node:assert/strict';
import { editProfile, type ProfileEdit } from '../../../src/core/sources/profileEdit';
import { faultOfEdit, profileFaults } from '../../../src/core/sources/profileFaults';
import { readSourceProfiles } from '../../../src/core/sources/sourceProfiles';
import { faultPlace } from '../../../src/core/text/json/jsonFault';

const text = `{
    "version": 1,
    "scales": [ { "id": "care", "name": "Care", "min": 1, "max": 5 } ],
    "sources": {
        "北湾晚报": {
            "aliases": ["Beiwan", "BWWB"],
            "domains": [
                "beiwan.example.com"
            ],
            "homepage": "https://beiwan.example.com/",   "owner":"Beiwan Press",
            "policies": [ { "url": "https://beiwan.example.com/ethics", "title": "Ethics" } ]
        },
        "Ledger": {}
    }
}
`;
const name = '北湾晚报';

function edited(edit: ProfileEdit, of = text): string {
  const changed = editProfile(of, name, edit);
  assert.ok(changed !== undefined, 'the change is not made');
  return changed;
}

/** What differs, as one piece. */
function difference(after: string, before = text): string {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return `${before.slice(head, before.length - tail)} -> ${after.slice(head, after.length - tail)}`;
}

describe('what is known of a source', () => {
  it('changes field by field, and the file where it must and nowhere else', () => {
    assert.equal(difference(edited({ kind: 'text', field: 'owner', value: 'A trust' })), 'Beiwan Press -> A trust');
    assert.equal(
      difference(edited({ kind: 'text', field: 'kind', value: 'agency' })),
      ' -> ,\n            "kind": "agency"',
    );
    assert.equal(JSON.parse(edited({ kind: 'text', field: 'owner' })).sources[name].owner, undefined);
    assert.equal(editProfile(text, 'Nobody', { kind: 'text', field: 'owner' }), text);
    const fresh = editProfile(undefined, name, { kind: 'text', field: 'country', value: 'CN' }) ?? '';
    assert.deepEqual(JSON.parse(fresh), { version: 1, sources: { [name]: { country: 'CN' } } });
  });

  it('has lists that change item by item', () => {
    const item = { kind: 'item', field: 'aliases' } as const;
    assert.equal(difference(edited({ ...item, index: 1, before: 'BWWB', value: 'BW' })), 'WB -> ');
    assert.equal(difference(edited({ ...item, index: 9, value: '北湾' })), ' -> , "北湾"');
    assert.deepEqual(JSON.parse(edited({ ...item, index: 0, before: 'Beiwan' })).sources[name].aliases, ['BWWB']);
    const emptied = edited({ kind: 'item', field: 'domains', index: 0, before: 'beiwan.example.com' });
    assert.equal('domains' in JSON.parse(emptied).sources[name], false, 'the last one takes its list along');
    const first = edited({ kind: 'item', field: 'languages', index: 0, value: 'zh-Hans' });
    assert.deepEqual(JSON.parse(first).sources[name].languages, ['zh-Hans']);
  });

  it('has links that change part by part', () => {
    const before = { url: 'https://beiwan.example.com/ethics', title: 'Ethics' };
    const link = { kind: 'link', field: 'policies', index: 0, before } as const;
    assert.equal(difference(edited({ ...link, value: { ...before, title: 'Rules' } })), 'Ethic -> Rule');
    assert.deepEqual(JSON.parse(edited({ ...link, value: { url: before.url } })).sources[name].policies, [
      { url: before.url },
    ]);
    assert.equal('policies' in JSON.parse(edited(link)).sources[name], false);
    const more = edited({ kind: 'link', field: 'policies', index: 1, value: { url: 'https://a.test/' } });
    assert.equal(difference(more), ' -> , {"url": "https://a.test/"}');
  });

  it('has lists that change where they are written, with what cannot be used among them', () => {
    const written = { sources: { [name]: { policies: [{ title: 'no URL' }, { url: 'https://a.test/' }] } } };
    const file = JSON.stringify(written);
    const link = { kind: 'link', field: 'policies' } as const;
    const before = { url: 'https://a.test/' };
    const policiesOf = (edit: ProfileEdit) => JSON.parse(edited(edit, file)).sources[name].policies;
    const [unusable] = written.sources[name]?.policies ?? [];
    assert.deepEqual(policiesOf({ ...link, index: 0, before }), [unusable]);
    const value = { url: 'https://b.test/' };
    assert.deepEqual(policiesOf({ ...link, index: 0, before, value }), [unusable, value]);
    assert.deepEqual(policiesOf({ ...link, index: 1, value }), [unusable, before, value]);
    const scales = JSON.stringify({ scales: [{ name: 'no id' }, { id: 'care', min: 1, max: 5 }] });
    const changed = edited({ kind: 'scale', scale: { id: 'care', name: 'care', min: 1, max: 9 } }, scales);
    assert.deepEqual(JSON.parse(changed).scales, [{ name: 'no id' }, { id: 'care', min: 1, max: 9, name: 'care' }]);
  });

  it('is not changed where the person saw another text', () => {
    const item = { kind: 'item', field: 'aliases', index: 0, before: 'BWWB', value: 'x' } as const;
    assert.equal(editProfile(text, name, item), undefined);
    const link = { kind: 'link', field: 'policies', index: 0, before: { url: 'https://other.test/' } } as const;
    assert.equal(editProfile(text, name, link), undefined);
    assert.equal(editProfile('{ "sources": ', name, { kind: 'text', field: 'owner', value: 'x' }), undefined);
  });

  it('has ratings on scales, which can be changed too', () => {
    const scale = { id: 'care', name: 'Care taken', min: 1, max: 5, steps: { '1': 'none' } };
    const changed = edited({ kind: 'scale', scale });
    assert.deepEqual(JSON.parse(changed).scales, [scale]);
    assert.match(changed, /"scales": \[ \{ "id": "care", "name": "Care taken", "min": 1, "max": 5, "steps"/);
    const added = edited({ kind: 'scale', scale: { id: 'new', name: 'New', min: 0, max: 1 } });
    assert.equal(JSON.parse(added).scales.length, 2);
    const rating = { scale: 'care', value: 3, rater: 'Lin', date: '2026-01-01' };
    assert.deepEqual(JSON.parse(edited({ kind: 'rating', rating })).sources[name].ratings, [rating]);
  });

  const faultOf = (edit: ProfileEdit): string | undefined => {
    const { sources } = readSourceProfiles(text);
    return faultOfEdit(edit, sources, name);
  };

  it('takes no value that is none', () => {
    const homepage = (value: string) => faultOf({ kind: 'text', field: 'homepage', value });
    for (const value of [
      'beiwan.example.com',
      'ftp://a.test/',
      'javascript:alert(1)',
      'https://',
      'https://a b.test',
    ]) {
      assert.equal(homepage(value), 'address', value);
    }
    assert.equal(homepage('https://例子.test/路?q=1'), undefined);
    assert.equal(faultOf({ kind: 'text', field: 'kind', value: 'blog' }), 'kind');
    const item = (field: 'aliases' | 'domains', value: string) => faultOf({ kind: 'item', field, index: 0, value });
    assert.equal(item('domains', 'https://a.test/'), 'host');
    assert.equal(item('domains', 'news.a.test'), undefined);
    assert.equal(item('aliases', ' '), 'empty');
    assert.equal(item('aliases', 'BWWB'), 'twice');
    assert.equal(item('aliases', 'ledger'), 'name');
    assert.equal(item('aliases', '北湾'), undefined);
    const rating = { scale: 'care', value: 3, rater: 'Lin', date: '2026-01-01' };
    assert.equal(faultOf({ kind: 'rating', rating }), undefined);
    assert.equal(faultOf({ kind: 'rating', rating: { ...rating, value: 6 } }), 'range');
    assert.equal(faultOf({ kind: 'rating', rating: { ...rating, scale: 'x' } }), 'scale');
    assert.equal(faultOf({ kind: 'rating', rating: { ...rating, date: '' } }), 'day');
    assert.equal(faultOf({ kind: 'scale', scale: { id: 'x', name: 'x', min: 5, max: 5 } }), 'span');
    assert.equal(faultOf({ kind: 'scale', scale: { id: '', name: 'x', min: 1, max: 5 } }), 'empty');
  });

  it('is told of at its fields where the file has what cannot be', () => {
    const file = {
      scales: [{ id: 'care', min: 1, max: 5 }],
      sources: {
        a: {
          kind: 'blog',
          owner: 5,
          homepage: 'nowhere',
          domains: ['a.test', 'https://b.test'],
          evidence: [{ url: 'x' }],
          ratings: [{ scale: 'care', value: 9, rater: 'r', date: '2026-01-01' }],
        },
        b: { kind: 'blog' },
      },
    };
    const { sources, faults } = readSourceProfiles(JSON.stringify(file));
    const found = profileFaults('a', sources.profiles.get('a'), sources, faults);
    assert.deepEqual(
      found.map(({ place, fault }) => `${place} ${typeof fault === 'string' ? fault : fault.kind}`).sort(),
      [
        'domains.1 host',
        'evidence.0 address',
        'homepage address',
        'kind unknownValue',
        'owner wrongType',
        'ratings range',
      ],
    );
  });

  it('is led to where its file is broken', () => {
    const placeIn = (broken: string): number | undefined => {
      const [fault] = readSourceProfiles(broken).faults;
      return fault && faultPlace(broken, fault).start;
    };
    assert.equal(placeIn(text), undefined);
    assert.equal(placeIn(text.replace('"owner":', '"owner"')), text.indexOf('"owner"') + '"owner"'.length);
    assert.equal(placeIn('{ "sources": {'), 14);
  });
});
