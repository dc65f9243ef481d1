import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { describePassage } from '../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../src/core/annotations/anchoring/preparedText';
import { labelsPath } from '../../src/core/annotations/codebook/codebook';
import type { LabelUse } from '../../src/core/annotations/model/annotation';
import { newAnnotation } from '../../src/core/annotations/model/writeAnnotation';
import { readArticleText } from '../../src/core/article/articleText/readArticleText';
import { agreementAdvice } from '../../src/extension/features/agreement/agreementAdvice';
import { AgreementPanels } from '../../src/extension/features/agreement/agreementPanels';
import { type AgreementResult, AgreementRun } from '../../src/extension/features/agreement/agreementRun';
import { agreementWords } from '../../src/extension/features/agreement/agreementWords';
import { writeReport } from '../../src/extension/features/agreement/exportAgreement';
import type { ArchiveAnnotations } from '../../src/extension/workspace/annotations/archiveAnnotations';
import type { FromAgreement, ToAgreement } from '../../src/protocol/agreementMessages';
import { agreementStrings } from '../../src/protocol/agreementStrings';
import { eventually } from '../support/eventually';
import { FakeWebview } from './fakeWebview';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const body = '<p>The night ferry returns.</p><p>Mayor Lin said it pays. Nobody believed it.</p>';
const article = (title: string, source: string): string =>
  `---\ntitle: ${title}\nsource: ${source}\ndate: 2031-04-05\n---\n${body}\n`;

describe('agreement between people', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let own: ArchiveAnnotations;
  let panels: AgreementPanels;
  let fake: FakeWebview<ToAgreement>;
  let listening: vscode.Disposable | undefined;
  const asked: string[] = [];

  before(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
    const known = sample.annotations.of(sample.archive);
    assert.ok(known);
    own = known;
    await writeFile(
      onDisk(labelsPath),
      JSON.stringify({
        labels: [
          { id: 'claim', name: '论断' },
          { id: 'credibility', name: '可信度', kind: 'scale', steps: { 2: '低' } },
        ],
      }),
    );
    await eventually('the labels are read', async () => (await own.codebook()).labels.length === 2);
    await scratch.write('one.md', article('One', 'Ferry Gazette'));
    await scratch.write('two.md', article('Two', 'Other Gazette'));
    await scratch.shows('one.md', 'One');
    await scratch.shows('two.md', 'Two');
    await annotate('one.md', 'Lin', 'Mayor Lin said', { label: 'claim' });
    await annotate('one.md', '周晓', 'night ferry', { label: 'claim' });
    await annotate('one.md', '周晓', 'Lin said it pays', { label: 'quotation' });
    await annotate('two.md', 'Lin', '', { label: 'credibility', value: 2 });
    await annotate('two.md', '周晓', '', { label: 'credibility', value: 4 });
    panels = new AgreementPanels(sample);
    listening = sample.annotations.onDidAskFor((id) => asked.push(id));
  });

  after(async () => {
    panels.dispose();
    listening?.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await scratch.remove();
    await rm(onDisk('.marginalia/annotations'), { recursive: true, force: true });
    await rm(onDisk(labelsPath), { force: true });
    await eventually('none is left', async () => own.index.size === 0 && (await own.codebook()).labels.length === 0);
  });

  beforeEach(() => {
    fake = new FakeWebview('marginalia.agreement');
    panels.add(fake.panel, own);
    say({ kind: 'ready' });
  });

  afterEach(() => {
    fake.panel.dispose();
  });

  it('is told label by label, in the words of the codebook', async () => {
    const { sections, summary, places } = await report();
    assert.deepEqual(
      sections.map(({ id, name }) => [id, name]),
      [
        ['passages claim', '论断'],
        ['passages quotation', 'quotation'],
        ['joint', 'All labels of passages together'],
        ['articles credibility', '可信度'],
      ],
    );
    assert.equal(summary, 'People: 2 · Articles in common: 2 · Disagreements: 3');
    assert.equal(places, 3);
    assert.match(fake.shells[0] ?? '', /default-src &#39;none&#39;|default-src 'none'/);
  });

  it('lists what is seen differently, and opens it beside, place after place', async () => {
    await report();
    const { places } = await fake.last('places', 'places', (message) => message.places.length === 3);
    assert.deepEqual(
      places.map(({ label, article: title, quote, voices }) => [
        label,
        title,
        quote,
        voices.map(({ person, said }) => `${person} ${said}`).join('; '),
      ]),
      [
        ['论断', 'One', 'night ferry', 'Lin nothing here; 周晓 论断'],
        ['论断 · quotation', 'One', 'Mayor Lin said', 'Lin 论断; 周晓 quotation'],
        ['可信度', 'Two', '', 'Lin 可信度: 2 (低); 周晓 可信度: 4'],
      ],
    );
    say({ kind: 'step', to: 'next' });
    await opened('one.md', 'night ferry');
    await panels.step('next');
    await opened('one.md', 'Mayor Lin said');
    assert.equal(previewOf('one.md')?.group.viewColumn, vscode.ViewColumn.Two);
    say({ kind: 'open', version: version(), index: 2 });
    await opened('two.md', '');
    assert.equal(fake.of('current').at(-1)?.index, 2);
    say({ kind: 'step', to: 'previous' });
    await opened('one.md', 'Mayor Lin said');
  });

  it('has all its words, in English as the page knows them by itself', () => {
    assert.deepEqual(agreementWords(), agreementStrings);
  });

  it('says what to do next where there is nothing to compare', async () => {
    const result = await computed();
    const nothing = { ...result, report: { ...result.report, passages: [], articleLabels: [] } };
    const advised = (change: Partial<AgreementResult>): string => {
      const advice = agreementAdvice({ ...nothing, ...change });
      return `${advice?.title}: ${advice?.actions.map(({ action }) => action).join()}`;
    };
    assert.equal(agreementAdvice(result), undefined);
    assert.equal(advised({ everybody: [] }), 'No annotations yet: importAnnotations,setName');
    assert.equal(advised({ everybody: ['Lin'] }), 'Only Lin has annotated here: importAnnotations,setName');
    assert.equal(advised({ people: [] }), 'No article has annotations of two people: importAnnotations');
    assert.equal(advised({ hasCodebook: false }), 'No labels to compare: setUpLabels');
    assert.equal(advised({ choice: { people: ['Lin'] } }), 'Nothing fits what is chosen above: clearChoice');
    assert.equal(agreementAdvice({ ...result, hasCodebook: false })?.title, 'This archive has no codebook');
  });

  it('is narrowed to a label and a source, and says so where nothing is left', async () => {
    await report();
    say({ kind: 'choose', choice: { people: [], label: 'credibility' } });
    const narrow = await report(({ choice }) => choice.label === 'credibility');
    assert.deepEqual(
      narrow.sections.map(({ id }) => id),
      ['articles credibility'],
    );
    assert.deepEqual(
      narrow.labels.map(({ id }) => id),
      ['claim', 'credibility', 'quotation'],
    );
    const source = narrow.sources.find(({ name }) => name === 'Ferry Gazette');
    assert.ok(source);
    say({ kind: 'choose', choice: { people: [], label: 'credibility', source: source.id } });
    const none = await report(({ choice }) => choice.source === source.id);
    assert.deepEqual([none.sections.length, none.advice?.actions.map(({ action }) => action)], [0, ['clearChoice']]);
    say({ kind: 'act', action: 'clearChoice' });
    assert.equal((await report(({ choice }) => choice.source === undefined)).places, 3);
  });

  it('follows what people annotate, and keeps the place that is looked at', async () => {
    const first = await report();
    say({ kind: 'open', version: first.version, index: 1 });
    await opened('one.md', 'Mayor Lin said');
    const id = await annotate('one.md', 'Lin', 'night ferry', { label: 'claim' });
    const next = await report(({ places }) => places === 2);
    assert.ok(next.version > first.version);
    await fake.last('where it was', 'current', ({ version, index }) => version === next.version && index === 0);
    const { annotations } = await own.store.read(scratch.path('one.md'));
    const before = annotations.find((annotation) => annotation.id === id);
    assert.ok(before);
    await own.store.save(scratch.path('one.md'), 'Lin', [{ before }]);
    await report(({ places }) => places === 3);
  });

  it('stops when a person says so, and goes on', async () => {
    const first = await report();
    say({ kind: 'goOn' });
    say({ kind: 'stop' });
    await fake.last('it has stopped', 'stopped');
    const count = fake.of('report').length;
    say({ kind: 'goOn' });
    const next = await report(({ version }) => version > first.version);
    assert.deepEqual([fake.of('report').length, next.places], [count + 1, 3]);
  });

  it('does not begin anew when articles come that nobody annotated', async () => {
    let starts = 0;
    let reports = 0;
    const run = new AgreementRun(own, {
      onReport: () => reports++,
      onProgress: (done, total) => (starts += done === 0 && total === undefined ? 1 : 0),
      onFault: (error) => assert.fail(String(error)),
    });
    try {
      run.start();
      await eventually('the report', () => reports === 1);
      await scratch.write('three.md', article('Three', 'Ferry Gazette'));
      await scratch.shows('three.md', 'Three');
      await annotate('two.md', 'Lin', 'Nobody believed it', { label: 'claim' });
      await eventually('the next report', () => reports === 2);
      assert.equal(starts, 2);
    } finally {
      run.dispose();
    }
    const { annotations } = await own.store.read(scratch.path('two.md'));
    const before = annotations.find(({ target }) => target.kind === 'passage');
    assert.ok(before);
    await own.store.save(scratch.path('two.md'), 'Lin', [{ before }]);
    await report(({ places }) => places === 3);
  });

  it('is written as the command line writes it', async () => {
    const shown = await report();
    const result = await computed();
    await writeReport(result.report, 'json', scratch.uri('agreement.json'));
    const json = JSON.parse(await readFile(join(scratch.onDisk, 'agreement.json'), 'utf8'));
    assert.deepEqual([json.version, json.creators, json.disagreements.length], [1, ['Lin', '周晓'], shown.places]);
  });

  it('comes back with VS Code as it was narrowed', async () => {
    const first = await report();
    const folder = sample.archive.folder.uri.toString();
    await fake.last('what is kept', 'keep', ({ state }) => state.folder === folder && state.choice.label === undefined);
    say({ kind: 'choose', choice: { people: [], label: 'credibility' } });
    const { state } = await fake.last('what is kept', 'keep', (message) => message.state.choice.label !== undefined);
    fake.panel.dispose();
    fake = new FakeWebview('marginalia.agreement');
    panels.restore(fake.panel, { ...state, scrolled: 40 });
    say({ kind: 'ready' });
    const again = await report();
    assert.deepEqual([again.choice, again.places], [{ people: [], label: 'credibility' }, 1]);
    assert.ok(first.places > again.places);
  });

  it('does not come back for an archive that is gone, nor twice', async () => {
    const folder = sample.archive.folder.uri.toString();
    for (const state of [
      undefined,
      700,
      { folder: `${folder}-gone`, choice: { people: [] } },
      { folder, choice: {} },
    ]) {
      const other = new FakeWebview('marginalia.agreement');
      panels.restore(other.panel, state);
      assert.ok(other.isDisposed, JSON.stringify(state));
    }
    const twin = new FakeWebview('marginalia.agreement');
    panels.restore(twin.panel, { folder, choice: { people: [] } });
    assert.deepEqual([twin.isDisposed, fake.isDisposed], [true, false]);
  });

  it('opens by command', async () => {
    await vscode.commands.executeCommand('marginalia.showAgreement');
    const tab = await eventually('its tab', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Agreement Between People'),
    );
    await vscode.window.tabGroups.close(tab);
  });

  /** Annotates a quote, or the whole article, as somebody else's file would have it. */
  async function annotate(name: string, creator: string, quote: string, label: LabelUse): Promise<string> {
    const path = scratch.path(name);
    const prepared = new PreparedText(readArticleText(await readFile(join(scratch.onDisk, name), 'utf8')));
    const start = prepared.article.text.indexOf(quote);
    const passage = quote === '' ? undefined : describePassage(prepared, { start, end: start + quote.length });
    const made = newAnnotation(
      { uuid: crypto.randomUUID(), creator, now: '2031-05-01T00:00:00Z', article: path },
      passage === undefined ? { kind: 'article' } : { kind: 'passage', passage },
      { labels: [label] },
    );
    await own.store.save(path, creator, [{ after: made, text: [prepared.name, prepared.fingerprint] }]);
    await eventually('it is listed', () => own.index.rowsOf(path).some(({ id }) => id === made.id));
    return made.id;
  }

  function computed(): Promise<AgreementResult> {
    return new Promise((resolve, reject) => {
      const run = new AgreementRun(own, {
        onReport: (result) => {
          run.dispose();
          resolve(result);
        },
        onProgress: () => undefined,
        onFault: reject,
      });
      run.start();
    });
  }

  function say(message: FromAgreement): void {
    fake.say({ ...message });
  }

  function version(): number {
    return fake.of('report').at(-1)?.version ?? -1;
  }

  function report(isWanted: (message: Extract<ToAgreement, { kind: 'report' }>) => boolean = () => true) {
    return fake.last('the report', 'report', isWanted);
  }

  function previewOf(name: string): vscode.Tab | undefined {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.path.endsWith(name));
  }

  async function opened(name: string, selected: string): Promise<void> {
    await eventually(`the preview of ${name} at “${selected}”`, () => {
      const row = own.index.rowsOf(scratch.path(name)).find(({ id }) => id === asked.at(-1));
      const quote = row?.kind === 'passage' ? row.subject : '';
      return row !== undefined && quote === selected && previewOf(name)?.isActive === true;
    });
  }

  function onDisk(path: string): string {
    return join(sample.archive.folder.uri.fsPath, path);
  }
});
