import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { type LabelScope, labelOf, readCodebook } from '../../../../src/core/annotations/codebook/codebook';
import {
  mergeLabels,
  relabelPage,
  removeLabel,
  renameLabel,
} from '../../../../src/core/annotations/codebook/codebookEdits';
import { defaultCodebookText, defaultLabels } from '../../../../src/core/annotations/codebook/defaultCodebook';
import { colourValue } from '../../../../src/core/annotations/codebook/labelColours';
import { newAnnotation } from '../../../../src/core/annotations/model/writeAnnotation';
import { emptyPage, readPage, writePage } from '../../../../src/core/annotations/store/annotationPage';
import { projectRoot } from '../../../support/projectRoot';

const schema = JSON.parse(readFileSync(join(projectRoot, 'media/schemas/labels.schema.json'), 'utf8'));
const fits = new Ajv({ strict: false, allErrors: true }).compile(schema);

describe('the codebook', () => {
  for (const language of ['en', 'zh-cn'] as const) {
    it(`starts with labels that fit its schema (${language})`, () => {
      const text = defaultCodebookText(language);
      assert.ok(fits(JSON.parse(text)), JSON.stringify(fits.errors));
      const { codebook, faults } = readCodebook(text);
      assert.deepEqual(faults, []);
      assert.deepEqual(codebook.labels, defaultLabels(language));
    });
  }

  it('has the same ids, keys and colours in both languages', () => {
    const shape = (language: 'en' | 'zh-cn') =>
      defaultLabels(language).map(({ id, key, colour, kind, scope }) => ({ id, key, colour, kind, scope }));
    assert.deepEqual(shape('en'), shape('zh-cn'));
  });

  it('starts with labels for passages, articles and sources, of which those for sources describe', () => {
    const labels = defaultLabels('en');
    const idsOf = (wanted: LabelScope): readonly string[] =>
      labels.filter(({ scope }) => scope.includes(wanted)).map(({ id }) => id);
    assert.equal(idsOf('passage').length, 7);
    assert.deepEqual(idsOf('article'), ['stance', 'credibility']);
    assert.deepEqual(idsOf('source'), ['origin', 'openness']);
    const [origin, openness] = idsOf('source').map((id) => labels.find((label) => label.id === id));
    // Nobody is to judge who cannot.
    assert.deepEqual([origin?.kind, origin?.options?.at(-1)], ['oneOf', 'unclear']);
    assert.deepEqual([openness?.kind, openness?.min, openness?.max], ['scale', 1, 5]);
  });

  it('leaves out what cannot be used, and tells', () => {
    const text = JSON.stringify({
      version: 1,
      labels: [
        { id: 'a', colour: 'pinkish', key: '1' },
        { id: 'a' },
        { name: 'no id' },
        7,
        { id: 'b', scope: ['passage', 'moon'], kind: 'guess', key: '1' },
      ],
    });
    const { codebook, faults } = readCodebook(text);
    assert.deepEqual(
      codebook.labels.map(({ id, kind, scope, key }) => [id, kind, scope, key]),
      [
        ['a', 'tag', ['passage', 'article', 'image', 'source'], '1'],
        ['b', 'tag', ['passage'], undefined],
      ],
    );
    assert.deepEqual(
      faults.map(({ kind, path }) => [kind, path.join('.')]),
      [
        ['wrongType', 'labels.3'],
        ['unknownValue', 'labels.0.colour'],
        ['duplicate', 'labels.1.id'],
        ['missing', 'labels.2'],
        ['duplicate', 'labels.4.key'],
        ['unknownValue', 'labels.4.scope'],
        ['unknownValue', 'labels.4.kind'],
      ],
    );
    assert.equal(readCodebook('{').faults[0]?.kind, 'notJson');
    assert.deepEqual(readCodebook(undefined), { codebook: { labels: [] }, faults: [] });
  });

  it('is edited without touching the rest', () => {
    const text = '{ "labels": [\n  { "id": "a", "name": "A" },   \n  { "id": "b" } ] }';
    assert.equal(
      renameLabel(text, 'a', 'c'),
      text.replace('"id": "a", "name": "A"', '"id": "c", "name": "A", "formerly": ["a"]'),
    );
    assert.equal(renameLabel(text, 'a', 'b'), undefined);
    assert.equal(renameLabel(text, 'x', 'y'), undefined);
    assert.equal(removeLabel(text, 'b'), text.replace(',   \n  { "id": "b" }', ''));
  });

  it('gives no label an id that another one had: annotations that name it mean that one', () => {
    const text = '{"labels": [{"id": "a"}, {"id": "b", "formerly": ["c"]}]}';
    assert.equal(renameLabel(text, 'a', 'c'), undefined);
    const back = JSON.parse(renameLabel(text, 'b', 'c') ?? '{}');
    assert.deepEqual(back, { labels: [{ id: 'a' }, { id: 'c', formerly: ['b'] }] });
  });

  it('remembers what was merged, and still knows it', () => {
    const text = '{"labels": [{"id": "a", "formerly": ["z"]}, {"id": "b"}, {"id": "c"}]}';
    const merged = mergeLabels(text, ['a', 'b'], 'c') ?? '';
    assert.deepEqual(JSON.parse(merged), { labels: [{ id: 'c', formerly: ['a', 'z', 'b'] }] });
    assert.equal(labelOf(readCodebook(merged).codebook, 'z')?.id, 'c');
    assert.equal(mergeLabels(text, ['a'], 'x'), undefined);
  });

  it('takes annotations along', () => {
    const made = newAnnotation(
      { uuid: '1', creator: 'Lin', now: 'then', article: 'a.md' },
      { kind: 'article' },
      { labels: [{ label: 'a' }] },
    );
    const text = writePage({ ...emptyPage, annotations: [made] });
    const changed = relabelPage(text, new Map([['a', 'c']]), 'now') ?? '';
    const read = readPage(changed);
    assert.deepEqual(read.kind === 'page' && read.page.annotations.map(({ labels, modified }) => [labels, modified]), [
      [[{ label: 'c' }], 'now'],
    ]);
    assert.equal(relabelPage(changed, new Map([['a', 'c']]), 'now'), undefined);
  });

  it('takes for a colour of a page what is one, and nothing else', () => {
    for (const text of ['red', 'url(x)', '#0072b2; } * { display: none', '#0072b2\n', 'var(--x)', '']) {
      assert.equal(colourValue(text), colourValue('grey'), text);
    }
  });

  it('knows colours by name', () => {
    assert.deepEqual(
      [colourValue('sky'), colourValue('#ABCDEF'), colourValue('nope'), colourValue(undefined)],
      ['#56b4e9', '#abcdef', '#999999', '#999999'],
    );
  });
});
