import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { editProfile } from '../../../src/core/sources/profileEdit';
import { currentRatings, readSourceProfiles } from '../../../src/core/sources/sourceProfiles';
import { projectRoot } from '../../support/projectRoot';

const schema = JSON.parse(readFileSync(join(projectRoot, 'media/schemas/sources.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const fits = ajv.compile(schema);

const full = {
  version: 1,
  scales: [
    { id: 'corrections', name: 'Corrects its mistakes', min: 0, max: 4, steps: { '0': 'never', '4': 'always' } },
  ],
  sources: {
    北湾晚报: {
      aliases: ['Beiwan Evening News'],
      domains: ['beiwan.example.com'],
      kind: 'newspaper',
      country: 'CN',
      languages: ['zh-Hans'],
      owner: 'Beiwan Press',
      homepage: 'https://beiwan.example.com/',
      policies: [{ url: 'https://beiwan.example.com/corrections', title: 'Corrections' }],
      evidence: [{ url: 'https://example.org/register' }],
      notes: 'Founded in 1951.',
      ratings: [
        { scale: 'corrections', value: 2, rater: 'Lin', date: '2025-01-01', confidence: 'low' },
        { scale: 'corrections', value: 3, rater: 'Lin', date: '2026-01-01', evidence: ['https://example.org/1'] },
        { scale: 'corrections', value: 1, rater: 'Zhou', date: '2025-06-01' },
      ],
    },
  },
};

describe('profiles of sources', () => {
  it('are read, and fit the schema', () => {
    assert.ok(fits(full), JSON.stringify(fits.errors));
    const { sources, faults } = readSourceProfiles(JSON.stringify(full));
    assert.deepEqual(faults, []);
    const profile = sources.of('beiwan  evening NEWS');
    assert.deepEqual(profile, { name: '北湾晚报', ...full.sources.北湾晚报 });
    assert.equal(sources.of('nobody'), undefined);
    assert.deepEqual(sources.scales, full.scales);
  });

  it('of the sample archive have no faults', () => {
    const text = readFileSync(join(projectRoot, 'test/fixtures/sample/.marginalia/sources.json'), 'utf8');
    assert.deepEqual(readSourceProfiles(text).faults, []);
    assert.ok(fits(JSON.parse(text)));
  });

  it('keep the history of ratings, of which the latest of each person counts', () => {
    const profile = readSourceProfiles(JSON.stringify(full)).sources.of('北湾晚报');
    assert.ok(profile);
    assert.deepEqual(
      currentRatings(profile).map(({ rater, value }) => [rater, value]),
      [
        ['Lin', 3],
        ['Zhou', 1],
      ],
    );
  });

  it('leave out what cannot be used, and tell', () => {
    const { sources, faults } = readSourceProfiles(
      JSON.stringify({
        version: 2,
        sources: {
          a: {
            kind: 'blog',
            aliases: 'x',
            ratings: [{ scale: 'none', value: 1, rater: 'r', date: 'd' }, { scale: 'x' }],
          },
          b: 7,
        },
      }),
    );
    assert.deepEqual([...sources.profiles.keys()], ['a']);
    assert.deepEqual(
      new Set(faults.map(({ kind, path }) => `${kind} ${path.join('.')}`)),
      new Set([
        'wrongType version',
        'wrongType sources.b',
        'wrongType sources.a.aliases',
        'unknownValue sources.a.kind',
        'unknownValue sources.a.ratings.0.scale',
        'unknownValue sources.a.ratings.1.scale',
        'missing sources.a.ratings.1',
      ]),
    );
  });

  it('are edited without touching the rest', () => {
    const text = JSON.stringify(full, undefined, 4);
    const rating = { scale: 'corrections', value: 4, rater: 'Lin', date: '2026-02-01' };
    const rated = editProfile(text, '北湾晚报', { kind: 'rating', rating }) ?? '';
    assert.equal(readSourceProfiles(rated).sources.of('北湾晚报')?.ratings.length, 4);
    assert.equal(rated.split('\n').filter((line) => !text.split('\n').includes(line)).length, 2);
    const scale = { id: 'new', name: 'New', min: 1, max: 3 };
    const added = editProfile(text, '北湾晚报', { kind: 'scale', scale });
    const scaled = editProfile(added, '北湾晚报', { kind: 'scale', scale: { ...scale, name: 'Newer' } });
    assert.deepEqual(
      readSourceProfiles(scaled).sources.scales.map(({ name }) => name),
      ['Corrects its mistakes', 'Newer'],
    );
    const fresh = editProfile(undefined, 'New one', { kind: 'rating', rating });
    assert.deepEqual(JSON.parse(fresh ?? ''), { version: 1, sources: { 'New one': { ratings: [rating] } } });
  });
});
