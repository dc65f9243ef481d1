import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  annotationsView,
  articlesView,
  commandIds,
  commandName,
  contextKeyNames,
  problemsView,
  settingDefaults,
} from '../../src/extension/contributions';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const everything = JSON.stringify(contributes);

describe('contributions.ts and package.json', () => {
  it('name the same commands', () => {
    const inManifest = contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual([...inManifest].sort(), commandIds.map(commandName).sort());
  });

  it('name only commands that exist in menus and key bindings', () => {
    const known = new Set(commandIds.map(commandName));
    const named = [...everything.matchAll(/"command":"(marginalia\.[^"]+)"/g)].map(([, name]) => name ?? '');
    assert.ok(named.length > known.size);
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });

  it('state the same settings with the same defaults', () => {
    const inManifest = Object.entries<{ default: unknown }>(contributes.configuration.properties);
    assert.deepEqual(
      Object.fromEntries(inManifest.map(([name, { default: value }]) => [name, value])),
      Object.fromEntries(Object.entries(settingDefaults).map(([name, value]) => [`marginalia.${name}`, value])),
    );
  });

  it('name the same context keys', () => {
    const clauses = [...everything.matchAll(/"when":"((?:[^"\\]|\\.)*)"/g)].map(([, clause]) => clause ?? '').join(' ');
    const asked = new Set([...clauses.matchAll(/marginalia\.(\w+)/g)].map(([, name]) => name ?? ''));
    for (const view of ['articles', 'problems', 'annotations']) asked.delete(view);
    for (const preview of ['preview', 'articlePreview']) asked.delete(preview);
    assert.deepEqual([...asked].sort(), [...contextKeyNames].sort());
  });

  it('name the same views', () => {
    assert.deepEqual(
      contributes.views.marginalia.map(({ id }: { id: string }) => id),
      [articlesView, problemsView, annotationsView],
    );
  });

  it('have every text in English and in Chinese', () => {
    const english = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const chinese = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'));
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.-]+)%/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });
});
