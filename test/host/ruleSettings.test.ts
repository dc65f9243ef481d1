import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { frequentRules } from '../../src/extension/features/problemsView/frequentRules';
import { eventually } from '../support/eventually';
import { AnsweredMessages } from './answeredMessages';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

const rule = 'metadata/date';
const name = 'Doubtful date';

describe('rules where their problems are seen', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let messages: AnsweredMessages;
  let config = '';
  let asItWas = '';
  const ownPick = vscode.window.showQuickPick;

  before(async () => {
    sample = await openSample();
    config = join(sample.archive.folder.uri.fsPath, '.marginalia', 'config.json');
    asItWas = await readFile(config, 'utf8');
  });

  beforeEach(async () => {
    scratch = new ScratchFolder(sample);
    messages = new AnsweredMessages();
    for (const file of ['in/one.md', 'in/two.md', 'three.md']) {
      await scratch.write(file, articleText(file, { date: 'someday', source: `Source of ${file}` }));
    }
    await eventually('they are checked', () => rowOf('three.md') !== undefined && rowOf('in/two.md') !== undefined);
  });

  afterEach(async () => {
    Object.assign(vscode.window, { showQuickPick: ownPick });
    messages.dispose();
    await writeFile(config, asItWas);
    await scratch.remove();
    await sample.problemTrees.look.arrange({ grouping: 'rule' });
  });

  const rowOf = (name: string) => sample.problemTrees.treeOf(sample.archive)?.leafOf(scratch.path(name), rule);
  const severityOf = (name: string): string | undefined =>
    sample.archive.problems.of(scratch.path(name)).find((found) => found.rule === rule)?.severity;
  const problemsPart = async (): Promise<unknown> => JSON.parse(await readFile(config, 'utf8')).problems;
  /** Chooses from each list that is shown the first item that fits. */
  const choose = (...labels: readonly string[]): void => {
    const left = [...labels];
    const pick = async (
      items: readonly vscode.QuickPickItem[],
      options?: vscode.QuickPickOptions,
    ): Promise<unknown> => {
      const wanted = left.shift();
      const found = items.find(({ label }) => wanted !== undefined && label.endsWith(wanted));
      return options?.canPickMany === true && found !== undefined ? [found] : found;
    };
    Object.assign(vscode.window, { showQuickPick: pick });
  };

  it('are turned off from a row of a rule, and on again by Undo', async () => {
    const group = rowOf('three.md')?.group;
    messages.answer = 'Undo';
    await vscode.commands.executeCommand('marginalia.turnOffRule', group);
    assert.deepEqual(messages.taken(), [`“${name}” is off now in this archive.`]);
    assert.equal(await readFile(config, 'utf8'), asItWas);
    messages.answer = undefined;
    await vscode.commands.executeCommand('marginalia.turnOffRule', group);
    assert.deepEqual(await problemsPart(), { rules: { [rule]: 'off' } });
    await eventually('it fires no more', () => severityOf('three.md') === undefined);
  });

  it('get another severity from the light bulb', async () => {
    choose('hint');
    await vscode.commands.executeCommand('marginalia.changeSeverity', scratch.uri('three.md'), rule);
    assert.deepEqual(await problemsPart(), { rules: { [rule]: 'hint' } });
    await eventually('it is a hint', () => severityOf('three.md') === 'hint');
  });

  it('are ignored in a folder, with what is below it', async () => {
    choose(`${scratch.name}/in`);
    await vscode.commands.executeCommand('marginalia.ignoreRule', rowOf('in/one.md'));
    await eventually('they fire there no more', () => severityOf('in/two.md') === undefined);
    assert.notEqual(severityOf('three.md'), undefined);
    assert.deepEqual(await problemsPart(), {
      overrides: [{ paths: [`${scratch.name}/in/**`], rules: { [rule]: 'off' } }],
    });
  });

  it('are ignored for the source of a row, of the rules that are chosen', async () => {
    await sample.problemTrees.look.arrange({ grouping: 'source' });
    const source = await eventually('its row', () => rowOf('three.md')?.group.parent);
    choose(name);
    await vscode.commands.executeCommand('marginalia.ignoreRule', source);
    await eventually('it fires no more', () => severityOf('three.md') === undefined);
    assert.notEqual(severityOf('in/one.md'), undefined);
    assert.deepEqual(await problemsPart(), {
      overrides: [{ sources: ['Source of three.md'], rules: { [rule]: 'off' } }],
    });
  });

  it('that fire in more than half of all articles are known', () => {
    const { index } = sample.archive;
    const most = [...index.paths()].slice(0, Math.floor(index.size / 2) + 1);
    const found = (paths: readonly string[]) =>
      frequentRules(
        index.size,
        paths.map((path) => [path, [{ rule, severity: 'warning', count: 2, fixable: 0 }]]),
      );
    assert.deepEqual(found(most), [[rule, most.length]]);
    assert.deepEqual(found(most.slice(1)), []);
  });
});
