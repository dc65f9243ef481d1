import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const texts = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('src', name), 'utf8'))
    .flatMap((source) => [...source.matchAll(/(?:l10n\.|[^\w.])t\(\s*'((?:[^'\\]|\\.)*)'/g)])
    .map(([, text]) => text ?? ''),
);
const chinese: Readonly<Record<string, string>> = JSON.parse(readFileSync('media/l10n/bundle.l10n.zh-cn.json', 'utf8'));

describe('translations', () => {
  it('are there for every text a person sees, and for no other', () => {
    assert.ok(texts.size > 50);
    assert.deepEqual(Object.keys(chinese).sort(), [...texts].sort());
  });

  it('keep every placeholder and icon', () => {
    const kept = (text: string): readonly string[] => [...text.matchAll(/\{\d\}|\$\([\w-]+\)/g)].map(String).sort();
    for (const [text, translated] of Object.entries(chinese)) assert.deepEqual(kept(translated), kept(text), text);
  });
});
